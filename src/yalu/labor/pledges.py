"""What states said or have to do about such workers, and what became of it as far as a source tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.model.dates import partial
from yalu.model.statement import Statement

PLACES = {"RU": "Russia", "QA": "Qatar", "CN": "China", "KW": "Kuwait"}
"""How a report of a change names a host."""


@dataclass(frozen=True)
class Pledge:
    """A pledge for one state, with its status: ``contradicted``, ``in part``, ``due`` or ``unknown``."""

    id: str
    state: str
    pledge: str
    date: str
    due: str
    status: str
    why: str
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, Any]:
        """The pledge with its sources."""
        return {
            "row": self.id,
            "state": self.state,
            "pledge": self.pledge,
            "date": self.date,
            "due": self.due,
            "status": self.status,
            "why": self.why,
            "sources": ids(self.statements),
        }


def pledges(scope: Scope) -> list[Pledge]:
    """Each pledge that the day knows; one of all states is told for each host that a source counts."""
    found = []
    for item in rows_of(scope, "LaborPledge"):
        if not item.verified or not item.one("pledge"):
            continue
        states = [item.text("state")]
        if states == ["ALL"]:
            rows = rows_of(scope, "LaborEstimate")
            states = sorted({i.text("host") for i in rows if i.verified} - {WORLD, ""})
        found += [_told(scope, item, state) for state in states]
    return found


def _told(scope: Scope, item: Item, host: str) -> Pledge:
    due = item.text("due")
    status, why = "unknown", "no later figure of a source is held"
    more: tuple[Statement, ...] = ()
    if due and scope.view.when.on <= due:
        status, why = "due", f"to be done by {due}"
    elif due and (after := _after(scope, host, due)):
        status, count = "contradicted", int(after.text("low"))
        why = f"{count:,} workers counted for {after.text('as_of')} by {after.text('estimator')}"
        more = tuple(after.all("host", "low", "as_of", "estimator"))
    elif due and (fell := _fell(scope, host)):
        status = "in part"
        why = f"{fell.text('before')} fell to {fell.text('after')} {fell.text('unit')}, {fell.text('window')}"
        more = tuple(fell.all("before", "after", "unit", "window"))
    said = tuple(item.all("pledge", "date", "due"))
    return Pledge(item.id, host, item.text("pledge"), item.text("date"), due, status, why, (*said, *more))


def _after(scope: Scope, host: str, day: str) -> Item | None:
    """The largest backed count for the host of a time that begins after the day; a plan is none."""
    counts = (i for i in rows_of(scope, "LaborEstimate") if not i.one("no_total"))
    later = [i for i in counts if i.verified and i.text("host") == host and partial(i.text("as_of")).lo > day]
    return max(later, key=lambda i: (int(i.text("low")), i.id), default=None)


def _fell(scope: Scope, host: str) -> Item | None:
    place = PLACES.get(host, state_name(host))
    for i in items(scope.view, "Effect"):
        if i.text("target") == "overseas_labour" and i.verified and i.text("unit").endswith(f"in {place}"):
            return i
    return None
