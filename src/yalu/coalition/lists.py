"""The lists of the day side by side, and functions that count over their listings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.model.figures import joined
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING

BASE = "UN"
"""The list that binds every state, against which the others are read."""

CRAFT = ("Vessel", "Airplane")


@dataclass(frozen=True)
class Gap:
    """A UN listing of a party that was not found on a partner's list."""

    listing: Statement
    partner: str


class Lists:
    """The verified listings of the day, of persons and entities or else of ships and aircraft.

    A partner's list is ``whole`` for the comparison where it holds at least one UN-listed party. One that
    holds none is ``in_part``: every state takes over the UN list in some way, so what is held of that
    list is its own listings or less, and what it lacks cannot be told. One is ``by_reference`` whose records
    are joined only where they quote a reference or an IMO number, and some do not: whom it holds can be
    told, whom it lacks cannot.
    """

    def __init__(self, scope: Scope, *, craft: bool = False) -> None:
        self.day = scope.view.when.on
        self.listings = [
            replace(s, party=scope.head(s.party))
            for s in scope.listings
            if s.basis != "own_knowledge" and (s.kind in CRAFT) == craft
        ]
        known = {s.value for s in self.listings}
        self.held = [*(a for a in AUTHORITIES if a in known), *sorted(known - set(AUTHORITIES))]
        self.partners = [a for a in self.held if a != BASE]
        base = set(on(self.listings, BASE))
        self.loose = [s for s in scope.loose if (s.kind in CRAFT) == craft]
        curated = {s.value for s in self.listings if s.source == CASEBOOK}
        some = {s.value for s in self.loose} - curated
        shared = [a for a in self.partners if base & set(on(self.listings, a))]
        self.whole = [a for a in shared if a not in some]
        self.by_reference = [a for a in self.partners if a in some]
        self.in_part = [a for a in self.partners if a not in shared and a not in some]
        self.not_held = [a for a in AUTHORITIES if a not in known]

    @property
    def own(self) -> list[str]:
        """The partners whose listings beyond the UN's can be counted: not where only references join."""
        return [a for a in self.partners if a not in self.by_reference]

    def of(self, *authorities: str) -> list[Statement]:
        """The listings of some authorities."""
        return [s for s in self.listings if s.value in authorities]

    def of_parties_on(self, authority: str, among: Sequence[str]) -> list[Statement]:
        """The listings by some authorities of the parties that stand on the list of another."""
        parties = on(self.listings, authority)
        return [s for s in self.of(*among) if s.party in parties]

    def gaps(self) -> list[Gap]:
        """The parties on the UN list that a whole list of a partner lacks, the longest gap first."""
        found = [
            Gap(listing, partner)
            for partner in self.whole
            for party, listing in on(self.listings, BASE).items()
            if party not in on(self.listings, partner)
        ]
        return sorted(found, key=lambda g: (g.listing.from_lo or "9999", g.listing.party, g.partner))


def on(seen: Sequence[Statement], authority: str) -> dict[str, Statement]:
    """The listings of an authority, by party."""
    return {s.party: s for s in seen if s.prop == LISTING and s.value == authority}


def size(authority: str) -> SlotFunction:
    """How many parties stand on a list."""
    return lambda seen: f"{len(on(seen, authority)):,}"


def shared(first: str, second: str) -> SlotFunction:
    """How many parties stand on both lists."""
    return lambda seen: f"{len(on(seen, first).keys() & on(seen, second).keys()):,}"


def beyond(first: str, second: str) -> SlotFunction:
    """How many parties stand on the first list and not on the second, and how many on the first."""

    def counted(seen: Sequence[Statement]) -> str:
        mine = on(seen, first)
        return f"{len(mine.keys() - on(seen, second).keys()):,} of {len(mine):,}"

    return counted


def alone(seen: Sequence[Statement], authority: str) -> int:
    """How many parties stand on this list and on no other."""
    elsewhere = {s.party for s in seen if s.value != authority}
    return len(on(seen, authority).keys() - elsewhere)


def by_list(authorities: Sequence[str], count: Callable[[str], SlotFunction], verb: str = "") -> SlotFunction:
    """``96 stood on the US list and 99 on the JP list``; a list of which no listing is cited fails."""

    def made(seen: Sequence[Statement]) -> str:
        first, *rest = authorities
        phrases = [f"{count(first)(seen)} {verb}on the {code(first)(seen)} list"]
        return joined([*phrases, *(f"{count(a)(seen)} on the {code(a)(seen)} list" for a in rest)])

    return made


def code(authority: str) -> SlotFunction:
    """The code of the list, as its listings give it."""

    def made(seen: Sequence[Statement]) -> str:
        found = on(seen, authority)
        if not found:
            raise ValueError(f"no listing of {authority} is cited")
        return next(iter(found.values())).value

    return made
