"""One hull: identity over time, listings, ties, incidents, and what is not known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yalu.evidence.view import Item
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.register.entries import Entry, entries, proof
from yalu.fleet.register.measures import Listing, listings
from yalu.fleet.register.names import Difference, differences
from yalu.fleet.results.reported import as_json
from yalu.fleet.ships import Fleet, owns, runs
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis

GROUPS = {
    "names": ("name", "alias", "weakAlias", "previousName"),
    "flags": ("flag", "previousFlag"),
    "imo": ("imoNumber", "imoCandidate"),
    "mmsi": ("mmsi",),
    "call_signs": ("callSign",),
    "types": ("type",),
    "tonnage": ("deadweightTonnage", "grossRegisteredTonnage", "tonnage"),
    "owners_named": ("vesselOwner",),
}
"""The groups of facts of a hull, with the properties that each reads."""

NEVER_HELD = {
    "class": "no source that is held names class societies",
    "insurer": "no source that is held names insurers",
    "track": "positions stand apart: yalu fleet events and yalu fleet sheet show those that are held",
}
INNOCENT = (
    "Ships are sold and renamed, change flags and managers, and share names and radio numbers; the IMO number"
    " alone stays with the hull, and papers may carry a wrong one."
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A party that is tied to the hull: as owner, as operator or manager, or by a link that says no more."""

    kind: str
    role: str
    other: str
    name: str
    lists: tuple[str, ...]
    statement: Statement


class Hull:
    """A hull as the day shows it. ``ids`` are the ids of its records.

    ``number`` is the IMO number under which an authority reported a result, for a hull without any record.
    """

    def __init__(
        self, fleet: Fleet, ids: Sequence[str], statements: Sequence[Statement], number: str = ""
    ) -> None:
        self.fleet = fleet
        self._number = number
        self.view = fleet.scope.view
        self.ids = tuple(ids)
        self.statements = list(statements)

    @property
    def name(self) -> str:
        """The name by which to call it."""
        if self.statements or not self._number:
            return self.view.name(self.ids[0])
        return next((i.text("name") for i in self.results if i.one("name")), self.ids[0])

    @cached_property
    def facts(self) -> dict[str, list[Entry]]:
        """The facts of each group."""
        return {group: entries(self.statements, props) for group, props in GROUPS.items()}

    @property
    def imo(self) -> str:
        """The IMO number that a text of the day gives; empty where none does."""
        given = (e.value for e in self.facts["imo"] if e.role == "imoNumber" and not e.unverified)
        return next(given, self._number)

    @property
    def imo_holds(self) -> bool:
        """Whether the number passes its check digit."""
        return check_digit_holds(self.imo)

    @cached_property
    def listings(self) -> list[Listing]:
        """Its listings, the earliest first."""
        return listings(self.statements)

    @property
    def status(self) -> str:
        """``listed`` or ``named in a source``; that a ship is clean is never said."""
        if not self.statements and self._number:
            return "known by the report of an authority alone, on no list that is held for that day"
        return "listed" if self.listings else "named in a source, on no list that is held for that day"

    @cached_property
    def differences(self) -> list[Difference]:
        """Its names on different lists, explained."""
        return differences(self.statements)

    @property
    def renamed(self) -> bool:
        """Whether a source gives it a former name, or names that do not mean one name."""
        former = any(e.role == "former name" for e in self.facts["names"])
        return former or any(d.code in ("renamed", "number") for d in self.differences)

    @cached_property
    def incidents(self) -> list[Item]:
        """What it is told to have done or suffered, by a stored text."""
        mine = set(self.ids)
        return [i for i in self.fleet.incidents if mine & {s.value for s in i.all("vessels")}]

    @property
    def results(self) -> list[Item]:
        """What authorities reported of inspections of its number."""
        return self.fleet.results.get(self.imo, []) if self.imo_holds else []

    @cached_property
    def ties(self) -> list[Tie]:
        """The parties tied to it, owners first; unverified ones are leads and stand last."""
        scope = self.fleet.scope
        mine = set(self.ids)
        found: dict[tuple[str, str, str], Tie] = {}
        for s in [*scope.ties, *scope.leads]:
            if not mine & {s.party, s.value}:
                continue
            other = scope.head(s.value if s.party in mine else s.party)
            kind = "owner" if owns(s) else "operator or manager" if runs(s) else "link"
            role = str(s.details.get("role", "")).replace("_", " ")
            tie = Tie(kind, role, other, self.view.name(other), self.fleet.lists.get(other, ()), s)
            found.setdefault((other, kind, role), tie)
        order = ("owner", "operator or manager", "link")
        return sorted(found.values(), key=lambda t: (t.statement.lead, order.index(t.kind), t.name))

    @property
    def unknown(self) -> dict[str, str]:
        """What no source of the day tells, by field."""
        found = {}
        if not self.imo:
            found["imo"] = "no text of the day gives its IMO number"
        for group in ("flags", "mmsi", "call_signs", "types", "tonnage"):
            if not self.facts[group]:
                found[group] = "no source of the day gives it"
        if not self.facts["owners_named"] and not any(
            t.kind == "owner" and not t.statement.lead for t in self.ties
        ):
            found["owner"] = "no text of the day names an owner"
        if not any(t.kind == "operator or manager" and not t.statement.lead for t in self.ties):
            found["manager"] = "no text of the day names an operator or manager"
        if not self.incidents:
            found["incidents"] = "no source of the day tells of any; that does not make it clean"
        return found | NEVER_HELD

    def as_json(self) -> dict[str, Any]:
        """The hull as JSON shows it."""
        return {
            "ids": list(self.ids),
            "name": self.name,
            "imo": self.imo,
            "imo_check_digit_holds": self.imo_holds if self.imo else None,
            "status": self.status,
            "renamed": self.renamed,
            "identity": {g: [e.as_json(self.view) for e in found] for g, found in self.facts.items()},
            "name_differences": [
                {"names": [d.first, d.second], "sources": [d.first_source, d.second_source]}
                | {"kind": d.code, "why": d.why}
                for d in self.differences
            ],
            "listings": [one.as_json(self.view) for one in self.listings],
            "ties": [
                {"kind": t.kind, "role": t.role, "party": t.other, "name": t.name, "lists": list(t.lists)}
                | {"unverified": t.statement.lead, "source": proof(self.view, t.statement)}
                for t in self.ties
            ],
            "incidents": [incident_json(self, item) for item in self.incidents],
            "results": [as_json(item) for item in self.results],
            "unknown": self.unknown,
            "innocent_explanation": INNOCENT,
        }


TOLD = ("date", "kind", "place", "acting_state", "cargo", "quantity", "outcome")
"""What is shown of an incident, where the day shows it."""


def incident_json(hull: Hull, item: Item) -> dict[str, Any]:
    """An incident as JSON shows it, with the statements that the day shows."""
    shown = {prop: [s.value for s in item.all(prop)] for prop in TOLD}
    return {
        "id": item.id,
        **{prop: "; ".join(values) for prop, values in shown.items() if values},
        "sources": [
            proof(hull.view, s) for s in item.all("vessels", *TOLD) if s.basis != Basis.OWN_KNOWLEDGE
        ],
    }
