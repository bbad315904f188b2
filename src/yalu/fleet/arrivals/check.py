"""One expected ship against the register, the lists and its own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yalu.errors import UsageError
from yalu.fleet.arrivals import numbers
from yalu.fleet.arrivals.layout import PARTIES
from yalu.fleet.arrivals.parties import of_hit, party_reasons
from yalu.fleet.arrivals.reason import LAW, Reason
from yalu.fleet.files.columns import Line
from yalu.fleet.places import Places
from yalu.fleet.register.register import Register
from yalu.screening import Hit, Query, Screener

SAME_NAME = 0.9
"""Name score from which a ship of another IMO number is worth a note: a name can be taken over."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An expected ship with the reasons to look at it, and what could not be checked."""

    line: Line
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """``hit``, ``no hit`` or ``not read``; never ``clean``."""
        return "not read" if self.line.problem else "hit" if self.reasons else "no hit"

    def as_json(self) -> dict[str, Any]:
        """The answer as JSON shows it."""
        return {
            "row": self.line.number,
            "ship": self.line.cells,
            "verdict": self.verdict,
            "problem": self.line.problem,
            "reasons": [reason.as_json() for reason in self.reasons],
            "notes": list(self.notes),
        }


class Checker:
    """Checks expected ships; the screener and the register are of one snapshot and day."""

    def __init__(self, screener: Screener, register: Register, country: str) -> None:
        self.screener = screener
        self.register = register
        self.country = country

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(hull.imo for hull in self.register.hulls if hull.imo)

    @cached_property
    def places(self) -> Places:
        """Where ports lie."""
        return Places(self.register.scope.view)

    def check(self, line: Line) -> Checked:
        """The reasons to look at one ship."""
        if line.problem:
            return Checked(line, (), ())
        reasons, notes = self._ship(line)
        reasons += numbers.imo_reasons(line.get("imo"), self._numbers)
        reasons += numbers.mmsi_reasons(line.get("mmsi"), line.get("flag"))
        reasons += numbers.flag_reasons(line.get("flag"), self.country)
        reasons += self._calls(line)
        for role in PARTIES:
            reasons += party_reasons(self.screener, role, line.get(role), self.register.scope.head)
        return Checked(line, tuple(reasons), tuple(notes + _unchecked(line)))

    def _ship(self, line: Line) -> tuple[list[Reason], list[str]]:
        try:
            query = Query(
                names=[line.get("name"), *line.get("former_names").split(";")],
                schema="Vessel",
                countries=[line.get("flag")],
                identifiers=[
                    (kind, line.get(kind.replace("-", "_"))) for kind in ("imo", "mmsi", "call-sign")
                ],
            )
        except UsageError as error:
            return [], [error.what]
        hits: dict[str, Hit] = {}
        for hit in self.screener.screen(query, limit=10):
            hits.setdefault(self.register.head(hit.id), hit)
        found, notes = [], []
        for head, hit in hits.items():
            if hit.alert:
                found.append(self._hull(head, hit))
            elif hit.kind == "Vessel" and hit.name_score >= SAME_NAME:
                notes.append(f"a ship of that name under other numbers: {hit.name} ({hit.id}), {hit.status}")
        return found, notes

    def _hull(self, head: str, hit: Hit) -> Reason:
        hull = self.register.hull(head)
        return of_hit(hit, "ship", "this ship", [one.text() for one in hull.listings])

    def _calls(self, line: Line) -> list[Reason]:
        found = []
        for field, words in (("last_port", "came from"), ("next_port", "is bound for")):
            place = self.places.find(line.get(field))
            if place.state == self.country:
                found.append(Reason(field, LAW, f"{words} {place.text}, in the country under sanctions"))
        return found


def _unchecked(line: Line) -> list[str]:
    """What the file does not give, so that nothing was compared with it."""
    missing = [f for f in ("imo", "mmsi", "call_sign", "flag", "owner") if not line.get(f)]
    return (
        [f"not given, so not compared: {', '.join(f.replace('_', ' ') for f in missing)}"] if missing else []
    )


def row(told: dict[str, Any]) -> list[object]:
    """An answer as a row of a table, under ``HEADINGS``."""
    ship, reasons = told["ship"], told["reasons"]
    return [
        told["row"], ship.get("name", ""), ship.get("imo", ""), ship.get("mmsi", ""), ship.get("flag", ""),
        told["verdict"], "; ".join(r["text"] for r in reasons),
        "; ".join(sorted({r["kind"] for r in reasons})),
        "; ".join(dict.fromkeys(r["innocent_explanation"] for r in reasons)),
        "; ".join(told["notes"]), told["problem"],
    ]  # fmt: skip


HEADINGS = (
    "row", "name", "imo", "mmsi", "flag", "verdict", "reasons", "kinds", "innocent explanations", "notes",
    "problem",
)  # fmt: skip
