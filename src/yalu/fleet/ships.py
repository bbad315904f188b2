"""The ships of a day: listings, names and ties, with the ids of one hull read as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.evidence.view import Item, items
from yalu.fleet.results.reported import by_number
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis

VESSEL = "Vessel"
_RUNS = re.compile(r"\b(manage[rs]?|operat\w+|charter\w*)\b")
_OPEN_ROLE = re.compile(r"\blinked\b", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """The most telling public tie between a ship and another party, with the first ids of both."""

    tie: Statement
    ship: str
    other: str


def owns(tie: Statement) -> bool:
    """Whether a tie says who owns or owned the ship."""
    return tie.prop == "Ownership"


def runs(tie: Statement) -> bool:
    """Whether a tie says who manages, operates or charters the ship."""
    role = str(tie.details.get("role", "")).replace("_", " ")
    return not owns(tie) and not _OPEN_ROLE.search(role) and bool(_RUNS.search(role))


def in_a_year(listing: Statement) -> bool:
    """Whether the year of a listing is known, and not only the first copy that holds it."""
    return bool(listing.from_hi) and listing.from_lo[:4] == listing.from_hi[:4]


class Fleet:
    """What a scope holds about ships."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.day = scope.view.when.on

    def hull(self, s: Statement) -> str:
        """The id by which the party of a statement is counted once."""
        return self.scope.head(s.party)

    @cached_property
    def listings(self) -> list[Statement]:
        """One listing for each ship and authority."""
        return [s for s in self.scope.listings if s.kind == VESSEL]

    @cached_property
    def listed(self) -> dict[str, list[Statement]]:
        """The listings of each ship, in the order of their dates."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in sorted(self.listings, key=lambda s: (s.from_hi or "9999", s.value)):
            found[self.hull(s)].append(s)
        return dict(found)

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The authorities that list each party, be it a ship or not, by its first id."""
        found: dict[str, set[str]] = defaultdict(set)
        for s in self.scope.listings:
            found[s.party].add(s.value)
        return {party: tuple(sorted(codes)) for party, codes in found.items()}

    @cached_property
    def _names(self) -> list[Statement]:
        return self.scope.view.statements(kind=VESSEL, prop="name", source=CASEBOOK)

    @cached_property
    def unlisted(self) -> list[Statement]:
        """The names of ships that a source names and that stand on no list of the day."""
        return [s for s in self._names if self.hull(s) not in self.listed and s.basis != Basis.OWN_KNOWLEDGE]

    @cached_property
    def remembered(self) -> list[Statement]:
        """The names of ships that no stored text backs."""
        return [s for s in self._names if s.basis == Basis.OWN_KNOWLEDGE]

    @cached_property
    def hulls(self) -> frozenset[str]:
        """Every ship that a name, a listing or an incident of the day shows."""
        acting = (s for item in self.incidents for s in item.all("vessels"))
        return frozenset(
            {self.hull(s) for s in (*self._names, *self.listings)}
            | {self.scope.head(s.value) for s in acting}
        )

    @cached_property
    def incidents(self) -> list[Item]:
        """Incidents that a stored text backs, in the order in which they happened."""
        return sorted(
            (i for i in items(self.scope.view, "Incident") if i.verified and i.one("vessels")),
            key=lambda i: (i.statements[0].from_hi, i.id),
        )

    @cached_property
    def results(self) -> dict[str, list[Item]]:
        """What authorities reported of inspections, by IMO number."""
        return by_number(self.scope.view)

    @cached_property
    def links(self) -> list[Link]:
        """One link for each ship and other party; ties between two ships are left out."""
        best: dict[tuple[str, str], Link] = {}
        for tie in sorted(self.scope.ties, key=lambda s: (not owns(s), not runs(s), s.known_hi, s.id)):
            ends = self.scope.head(tie.party), self.scope.head(tie.value)
            for ship, other in (ends, ends[::-1]):
                if ship in self.hulls and other not in self.hulls:
                    best.setdefault((ship, other), Link(tie, ship, other))
        return list(best.values())

    @cached_property
    def leads(self) -> list[Statement]:
        """Ties of ships that no stored text backs."""
        return [
            s for s in self.scope.leads if {self.scope.head(s.party), self.scope.head(s.value)} & self.hulls
        ]

    def facts(self, prop: str) -> dict[str, list[Statement]]:
        """The backed statements of a property by ship, each value of a ship once."""
        first: dict[tuple[str, str], Statement] = {}
        for s in self.scope.view.statements(kind=VESSEL, prop=prop):
            if s.basis != Basis.OWN_KNOWLEDGE and self.hull(s) in self.hulls:
                first.setdefault((self.hull(s), s.value), s)
        found: dict[str, list[Statement]] = defaultdict(list)
        for (ship, _), s in first.items():
            found[ship].append(s)
        return dict(found)

    def names(self, parties: Iterable[str]) -> list[Statement]:
        """The statements that name some parties, where the day shows any."""
        named = (self.scope.named(party) for party in dict.fromkeys(parties))
        return [s for s in named if s]
