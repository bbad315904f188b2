"""For two lists: who stood on the first, and how long until the second listed them too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from yalu.coalition.coverage.listings import TAKEN_OVER, Listings, exact, is_craft
from yalu.coalition.coverage.lists import last_copy
from yalu.coalition.coverage.survival import Curve, curve
from yalu.coalition.lag import COPIED
from yalu.model.statement import Statement

BASE = "UN"
FEWEST_COPIED = 5
"""Fewer shared parties do not show that a list repeats another's days."""


LOOSE = 0.05
"""The most records of a list that may be unjoined, as a share of the parties that were not found on it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The parties of one kind that the first list holds with an exact day, by what the second says.

    ``events`` and ``censored`` are days from the first listing. Left out of the curve, and counted: who stood
    on the second list ``before``; whose day there is ``inexact``; whose day there ``repeats`` the UN's; of
    whom the second list says nothing that can be read as absence (``unknown``).
    """

    first: str
    second: str
    craft: bool
    events: dict[str, int] = field(default_factory=dict)
    censored: dict[str, int] = field(default_factory=dict)
    before: int = 0
    inexact: int = 0
    repeats: int = 0
    unknown: int = 0

    @property
    def curve(self) -> Curve:
        """The survival curve of not being listed."""
        return curve(list(self.events.values()), list(self.censored.values()))


def days(first: Statement, second: Statement) -> int:
    """Days from one exact listing to another."""
    return (date.fromisoformat(second.from_lo) - date.fromisoformat(first.from_lo)).days


def repeating(listings: Listings) -> set[str]:
    """Columns that give the UN's own day for nearly all parties that they share with it."""
    base = listings.on(BASE)
    found = set()
    for column in listings.columns:
        shared = [
            base[party].from_lo == s.from_lo
            for party, s in listings.on(column).items()
            if party in base and exact(s) and exact(base[party])
        ]
        copied = len(shared) >= FEWEST_COPIED and sum(shared) >= COPIED * len(shared)
        if column != BASE and (copied or column.endswith(TAKEN_OVER)):
            found.add(column)
    return found


def own_day(row: Mapping[str, Statement], column: str, repeats: set[str]) -> bool:
    """Whether a listing's day is the authority's own, and not the UN's over again."""
    mine, base = row[column], row.get(BASE)
    return not (column in repeats and base is not None and mine.from_lo == base.from_lo)


def pair(
    listings: Listings, first: str, second: str, repeats: set[str] | None = None, *, craft: bool = False
) -> Pair:
    """Count one pair.

    Absence from the last copy of the second list is read as "not listed until then" only where nearly all of
    its records are joined: one that is not may be any of the parties that were not found. For the same reason
    nothing is read from the absence of a party that is itself such a record.
    """
    repeats = repeating(listings) if repeats is None else repeats
    copy = last_copy(listings, second, craft=craft)
    counts = {"before": 0, "inexact": 0, "repeats": 0, "unknown": 0}
    events: dict[str, int] = {}
    absent: dict[str, int] = {}
    for party, row in listings.by_party.items():
        start = row.get(first)
        if start is None or is_craft(start) != craft or not exact(start):
            continue
        if not own_day(row, first, repeats):
            continue
        mine = row.get(second)
        if mine is None and second + TAKEN_OVER in repeats and BASE in row:
            counts["repeats"] += 1
        elif mine is None:
            waited = 0 if party in listings.loose else _until(start, copy)
            if waited > 0:
                absent[party] = waited
            else:
                counts["unknown"] += 1
        elif not exact(mine):
            counts["inexact"] += 1
        elif not own_day(row, second, repeats):
            counts["repeats"] += 1
        elif days(start, mine) < 0:
            counts["before"] += 1
        else:
            events[party] = days(start, mine)
    if sum(len(r.loose) for r in listings.of(second)) > LOOSE * len(absent):
        counts["unknown"] += len(absent)
        absent = {}
    return Pair(first, second, craft, events, absent, **counts)


def pairs(listings: Listings) -> list[Pair]:
    """Every pair of columns for which anything can be counted, for persons and entities and for craft."""
    repeats = repeating(listings)
    found = []
    for craft in (False, True):
        for first in listings.columns:
            for second in listings.columns:
                if first == second or TAKEN_OVER in first + second:
                    continue
                one = pair(listings, first, second, repeats, craft=craft)
                if one.events or one.censored:
                    found.append(one)
    return found


def _until(start: Statement, copy: str) -> int:
    return (date.fromisoformat(copy) - date.fromisoformat(start.from_lo)).days if copy else 0
