"""A fact of a hull with the days and sources that show it; equal values of several sources stand together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yalu.evidence.dossier import name_key
from yalu.evidence.view import View
from yalu.fleet.states import NO_FLAG, state
from yalu.model.statement import Statement

ROLES = {
    "name": "name",
    "alias": "other name",
    "weakAlias": "other name",
    "previousName": "former name",
    "flag": "flag",
    "previousFlag": "former flag",
}
"""What a property says of its value, where a group holds several."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: what it is, and the statements that show it."""

    value: str
    role: str
    statements: tuple[Statement, ...]

    @property
    def day(self) -> str:
        """The day from which a source gives it as true, or on which it saw it; empty where none says."""
        days = [s.from_hi or str(s.details.get("as_of", "")) for s in self.statements]
        return min((d for d in days if d), default="")

    @property
    def unverified(self) -> bool:
        """Whether no stored text backs it."""
        return all(s.lead for s in self.statements)

    @property
    def sources(self) -> list[str]:
        """The sources that show it."""
        return sorted({s.source for s in self.statements})

    def as_json(self, view: View) -> dict[str, Any]:
        """The entry as JSON shows it."""
        return {
            "value": self.value,
            "role": self.role,
            "since_or_on": self.day,
            "unverified": self.unverified,
            "sources": [proof(view, s) for s in self.statements],
        }


def proof(view: View, s: Statement) -> dict[str, Any]:
    """Where a statement stands, which works it cites, and since when it could be known."""
    return {
        "statement": s.id,
        "source": s.source,
        "locator": s.locator,
        "known": [s.known_lo, s.known_hi],
        "copies": [s.seen_first, s.seen_last],
        "grade": s.grade,
        "cites": [cited(view, name) for name in s.cited],
    }


def cited(view: View, name: str) -> dict[str, str]:
    """A cited work as the day may show it: without its id, title and date where it is of a later day."""
    work = view.work(name)
    kept = {key: work[key] for key in ("title", "publisher", "date", "symbol") if work.get(key)}
    return ({"id": name} if work.get("date") else {}) | kept


def works(view: View, statements: Iterable[Statement]) -> list[str]:
    """The works that some statements cite and that were public by the day, in words."""
    names = dict.fromkeys(name for s in statements for name in s.cited)
    found = [view.work(name) for name in names]
    told = [
        ", ".join(w[k] for k in ("title", "publisher", "date") if w.get(k)) for w in found if w.get("date")
    ]
    later = len(found) - len(told)
    return told + ([f"{later} undated or later"] if later else [])


def entries(statements: Iterable[Statement], props: tuple[str, ...]) -> list[Entry]:
    """The values of some properties, each once for each role, verified and dated ones first."""
    found: dict[tuple[str, str], list[Statement]] = {}
    first: dict[tuple[str, str], str] = {}
    for s in statements:
        if s.prop not in props or s.value in NO_FLAG:
            continue
        value = state(s.value) if "lag" in s.prop else s.value
        role = ROLES.get(s.prop, s.prop)
        key = (role, " ".join(name_key(value)) or value)
        first.setdefault(key, value)
        found.setdefault(key, []).append(s)
    made = [Entry(first[key], key[0], tuple(rows)) for key, rows in found.items()]
    order = list(dict.fromkeys(ROLES.values()))
    return sorted(
        made,
        key=lambda e: (order.index(e.role) if e.role in order else 9, e.unverified, e.day or "9", e.value),
    )
