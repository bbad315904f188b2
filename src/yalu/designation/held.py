"""What a view holds for assessments: ties by party, listings, the orders under which a party is blocked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from yalu.evidence.joins import Joins
from yalu.evidence.view import Item, View, items
from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.regimes import load_criteria
from yalu.regimes.criteria import Criteria

CRAFT = ("Vessel", "Airplane")

REPEATED = "repeatedListing"
"""The property of an entry that a list repeats from another list of the same authority."""


class Tie(NamedTuple):
    """A tie as it is written, seen from one end: its type, whether the party begins it, the other end."""

    statement: Statement
    type: str
    begins: bool
    other: str


class Held:
    """Everything that assessments of one view share. Parties go by the id by which they are counted once."""

    def __init__(self, view: View, criteria: Criteria) -> None:
        self.view = view
        self.criteria = criteria
        self.joins = Joins(view)
        self._about: dict[str, list[Statement]] = {}

    def about(self, party: str) -> list[Statement]:
        """All statements of a party, under all its ids."""
        if party not in self._about:
            self.read([party])
        return self._about[party]

    def read(self, parties: Iterable[str]) -> None:
        """Read the statements of many parties at once, for who is going to ask for each of them."""
        wanted = {one: party for party in parties for one in self.joins.ids(party)}
        self._about |= {party: [] for party in wanted.values()}
        for s in self.view.statements(party=tuple(sorted(wanted))) if wanted else ():
            self._about[wanted[s.party]].append(s)

    @cached_property
    def removed(self) -> dict[str, list[Statement]]:
        """Listings that had ended by the day, where their end could be known by then."""
        when = self.view.when
        rows = self.view.evidence.rows(
            f"prop = '{LISTING}' AND known_hi <> '' AND known_hi <= ? AND to_hi <> '' AND to_hi <= ?"
            " AND ended_known_hi <> '' AND ended_known_hi <= ?",
            [when.as_of, when.on, when.as_of],
        )
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in rows:
            if not s.lead:
                found[self.joins.head(s.party)].append(s)
        return dict(found)

    @cached_property
    def ties(self) -> dict[str, list[Tie]]:
        """The ties of each party, at whichever end it stands; leads are among them.

        A tie that is over is there too, which a view of the day leaves out: who has supplied a listed party
        did so, whether or not it still does.
        """
        found: dict[str, list[Tie]] = defaultdict(list)
        for s in self._known_ties():
            near, far = self.joins.head(s.party), self.joins.head(s.value)
            begin, end = (far, near) if s.details.get("reversed") else (near, far)
            name = tie_type(s)
            found[begin].append(Tie(s, name, True, end))
            if end != begin:
                found[end].append(Tie(s, name, False, begin))
        return dict(found)

    def _known_ties(self) -> list[Statement]:
        when = self.view.when
        known = "coalesce(nullif(known_lo, ''), known_hi)" if when.mode is Mode.LIKELY else "known_hi"
        marks = ", ".join("?" * len(EDGE_KINDS))
        rows = self.view.evidence.rows(
            f"prop IN ({marks}) AND {known} <> '' AND {known} <= ? AND from_lo <= ?",
            [*sorted(EDGE_KINDS), when.as_of, when.on],
        )
        return [self.view.as_known(s) for s in rows]

    @cached_property
    def listings(self) -> dict[str, list[Statement]]:
        """The listings of each party that a text backs, the earliest first; one that is repeated is one."""
        found: dict[str, list[Statement]] = defaultdict(list)
        rows = self.view.statements(prop=(LISTING, REPEATED))
        for s in sorted(rows, key=lambda s: (s.from_lo or "9999", s.known_hi, s.source, s.id)):
            if not s.lead:
                found[self.joins.head(s.party)].append(s)
        return dict(found)

    @cached_property
    def incidents(self) -> dict[str, list[Item]]:
        """The incidents in which each vessel took part."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in items(self.view, "Incident"):
            for s in item.all("vessels"):
                found[self.joins.head(s.value)].append(item)
        return dict(found)

    @cached_property
    def target_banks(self) -> dict[str, Statement]:
        """Banks of the target country, each with the statement that says where it is."""
        banks = {self.joins.head(s.party) for s in self.view.statements(prop="bank") if not s.lead}
        where = self.view.statements(prop="country", value=self.criteria.country)
        return {head: s for s in where if not s.lead and (head := self.joins.head(s.party)) in banks}

    def listed_by(self, party: str, authority: str) -> Statement | None:
        """The listing of a party by an authority on the day, or None."""
        rows = self.listings.get(self.joins.head(party), ())
        return next((s for s in rows if s.value == authority), None)

    def blocked(self, party: str, authority: str, orders: Iterable[str]) -> tuple[Statement, ...]:
        """The statements that show the party blocked by the authority under one of the orders; else none.

        An order counts where the listing's own words name it and the order was in force on the listing's day,
        or where the list puts the order's mark on the party.
        """
        listing = self.listed_by(party, authority)
        if listing is None:
            return ()
        orders = tuple(orders)
        if not orders:
            return (listing,)
        words = str(listing.details.get("authority", ""))
        for order in orders:
            since = self._since.get(order, "")
            if order in words and since and listing.from_hi >= since:
                return (listing,)
        tags = {tag for order in orders for tag in self.criteria.orders.get(order, ())}
        mark = next((s for s in self._marks.get(self.joins.head(party), ()) if s.value in tags), None)
        return (listing, mark) if mark else ()

    @cached_property
    def _since(self) -> dict[str, str]:
        """The first day of each order, by its criteria."""
        first: dict[str, str] = {}
        for c in self.criteria.criteria:
            for order in c.orders if len(c.orders) == 1 else ():
                day = partial(c.since).hi
                first[order] = min(first.get(order, day), day)
        return first

    @cached_property
    def _marks(self) -> dict[str, list[Statement]]:
        tags = tuple(sorted({tag for marks in self.criteria.orders.values() for tag in marks}))
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.view.statements(prop="program", value=tags) if tags else ():
            if not s.lead:
                found[self.joins.head(s.party)].append(s)
        return dict(found)

    @property
    def marked(self) -> set[str]:
        """Records on which a list puts the mark of one of the orders."""
        return {s.party for rows in self._marks.values() for s in rows}


def tie_type(s: Statement) -> str:
    """The type of a tie in the casebook's words; a list's own role where it gives no type."""
    details = s.details
    return str(details.get("type") or details.get("role") or s.prop).replace(" ", "_")


@lru_cache(maxsize=4)
def held(view: View) -> Held:
    """What is shared by all assessments of a view; made once."""
    return Held(view, load_criteria())
