"""The listings of the regime's parties on the day, by party and by list, joined or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING, OWN_KNOWLEDGE
from yalu.regimes.brief import BriefPlan, ScopeMark
from yalu.sources.registry import source

CASEBOOK = "casebook"
CRAFT = ("Vessel", "Airplane")

TAKEN_OVER = " (UN list)"
"""Added to the code of an authority for the part of its list that takes over the UN's by law."""


def is_craft(s: Statement) -> bool:
    """Whether the listing is of a ship or an aircraft."""
    return s.kind in CRAFT


def exact(s: Statement) -> bool:
    """Whether the day of the listing is known."""
    return bool(s.from_lo) and s.from_lo == s.from_hi and "date" not in s.unverified


@dataclass(slots=True)
class Records:
    """The records of one list that belong to the regime, and which of them are joined to another's."""

    source: str
    authority: str
    ids: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    own_ids: bool = False
    """Whether nobody else uses its ids, so that its records must quote somebody's to be joined."""
    craft: set[bool] = field(default_factory=set)
    """Whether it holds ships or aircraft (``True``), and persons or entities (``False``)."""

    @property
    def loose(self) -> set[str]:
        """Records of which nobody knows whose they are on other lists."""
        return self.ids - self.joined


class Listings:
    """The listings by party and column. A column is an authority, or its copy of the UN list.

    A record that nothing joins is a party of its own only where its list alone states listings of that
    column: it would otherwise count a party twice. ``in_copy`` holds the party and column of each listing
    that a copy by the day held.
    """

    def __init__(self, view: View, plan: BriefPlan, joins: Joins | None = None) -> None:
        self.view = view
        self.joins = joins or Joins(view)
        self.records: dict[str, Records] = {}
        self.by_party: dict[str, dict[str, Statement]] = defaultdict(dict)
        self.in_copy: set[tuple[str, str]] = set()
        curated = view.statements(source=CASEBOOK, prop=LISTING)
        self._curated = {s.party for s in view.statements(source=CASEBOOK, prop="name")}
        known: dict[str, list[Statement]] = defaultdict(list)
        for s in curated:
            if s.basis != OWN_KNOWLEDGE:
                known[s.value].append(s)
        loose: dict[str, list[Statement]] = defaultdict(list)
        for mark in plan.scope:
            for column, s in self._marked(mark):
                counted = mark.joined or self._joined(s.party)
                (known if counted else loose)[column].append(s)
        for column, rows in loose.items():
            others = {s.source for s in known[column]}
            known[column] += [s for s in rows if others <= {s.source}]
        for column, rows in known.items():
            for s in sorted(rows, key=lambda s: (not exact(s), s.from_hi or "9999", s.known_hi, s.id)):
                head = self.joins.head(s.party)
                self.by_party[head].setdefault(column, s)
                if s.source != CASEBOOK and "" < s.seen_first <= view.when.on:
                    self.in_copy.add((head, column))

    @cached_property
    def loose(self) -> frozenset[str]:
        """Records of lists with their own ids that nothing joins: any may be a party with another id."""
        return frozenset(i for r in self.records.values() if r.own_ids for i in r.loose)

    @property
    def columns(self) -> list[str]:
        """Every authority, those without a listing included, and behind it its copy of the UN list."""
        found = {column for row in self.by_party.values() for column in row}
        known = [c for a in AUTHORITIES for c in (a, a + TAKEN_OVER) if c in found or c == a]
        return [*known, *sorted(found - set(known))]

    def on(self, column: str) -> dict[str, Statement]:
        """The listings of a column, by party."""
        return {party: row[column] for party, row in self.by_party.items() if column in row}

    def of(self, column: str) -> list[Records]:
        """The lists that are held of an authority."""
        return [r for r in self.records.values() if r.authority == column.removesuffix(TAKEN_OVER)]

    def _marked(self, mark: ScopeMark) -> Iterator[tuple[str, Statement]]:
        """The listings of the records that a mark puts under the regime, with their columns."""
        marked = [
            s
            for s in self.view.statements(source=mark.source, prop=mark.prop)
            if (str(s.details.get(mark.detail, "")) if mark.detail else s.value) in mark.values
        ]
        found = marked
        if mark.prop != LISTING and marked:
            parties = tuple(sorted({s.party for s in marked}))
            found = self.view.statements(source=mark.source, prop=LISTING, party=parties)
        for s in found:
            held = self.records.setdefault(
                mark.source, Records(mark.source, source(mark.source).authority, own_ids=not mark.joined)
            )
            held.ids.add(s.party)
            held.craft.add(is_craft(s))
            if self._joined(s.party):
                held.joined.add(s.party)
            said = str(s.details.get(mark.detail, "")) if mark.detail else ""
            yield s.value + (TAKEN_OVER if said in mark.takes_over else ""), s

    def _joined(self, party: str) -> bool:
        """Whether another source is known to speak of the same party, under this id or another."""
        return not self._curated.isdisjoint(self.joins.ids(party)) or self.joins.settled(party)
