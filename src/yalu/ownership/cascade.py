"""Who is blocked when some parties are listed: the certain, what control adds, what ranges allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from yalu.graph.compiled import Compiler
from yalu.ownership import kernels
from yalu.ownership.holdings import Holdings, Int32, Int64, UInt8
from yalu.ownership.levels import BEYOND, Level, Levels
from yalu.ownership.rules import Period

Bools = npt.NDArray[np.bool_]
SMALL = 100_000
"""Up to this many parties the spread of each listed one is kept."""


@dataclass(frozen=True, eq=False)
class Walk:
    """One spread: who was blocked, in which order. Under a rule that adds up all owners there is one."""

    place: Int32
    """(size) The order of blocking, the listed first; -1 for who is not blocked."""
    start: tuple[int, ...]
    """The listed parties from which it began."""

    @property
    def blocked(self) -> Bools:
        """(size) Who is blocked, the listed included."""
        return self.place >= 0


class Cascade:
    """A rule's cascade over the holdings of a day, for whatever listed parties."""

    def __init__(self, holdings: Holdings, period: Period, compiler: Compiler | None = None) -> None:
        self.levels = Levels(holdings, period)
        self.holdings = holdings
        self.period = period
        self._compiler = compiler or Compiler()

    @property
    def apart(self) -> bool:
        """Whether each listed party is looked at by itself: the rule does not add up several owners."""
        return self.period.counted == "one_owner"

    def run(self, listed: Iterable[int]) -> Outcome:
        """Who is blocked when these parties are listed."""
        return Outcome(self, tuple(sorted(set(listed))))

    def walk(self, level: Level, start: tuple[int, ...], immune: int = -1) -> Walk:
        """The spread from some parties, taken together; one party may be left unblocked whatever comes."""
        size = self.levels.size
        place, queue = np.full(size, -1, np.int32), np.empty(size, np.int32)
        lacks = self.lacks(level)
        if immune >= 0:
            lacks[immune] = BEYOND
        self._spread(level, start, lacks, place, queue)
        return Walk(place, start)

    def lacks(self, level: Level) -> Int64:
        """(size, 2) What each party lacks before anybody is listed; a copy to be written to."""
        return self.levels.lacks(level)

    def shares(self, level: Level) -> Int64:
        """(edges, 2) What each edge takes off; kept, because every spread reads it."""
        if self.levels.exact:
            level = Level.CERTAIN
        if level not in self._shares:
            self._shares[level] = self.levels.shares(level)
        return self._shares[level]

    @cached_property
    def _shares(self) -> dict[Level, Int64]:
        return {}

    def _spread(self, level: Level, start: tuple[int, ...], lacks: Int64, place: Int32, queue: Int32) -> None:
        of = self.levels
        kernel = self._compiler(kernels.spread, len(of.indices))
        kernel(of.indptr, of.indices, self.shares(level), lacks, np.array(start, np.int32), place, queue)

    def union(self, level: Level, start: tuple[int, ...]) -> Int32:
        """(size) For each party the listed party that blocks it by itself, the listed themselves; else -1."""
        by = np.full(self.levels.size, -1, np.int32)
        by[list(start)] = np.arange(len(start))
        self._alone(level, np.array(start, np.int32), self.lacks(level), by)
        found = np.full(self.levels.size, -1, np.int32)
        held = by >= 0
        found[held] = np.array(start, np.int32)[by[held]]
        return found

    def each(self, listed: Iterable[int] = ()) -> Int64:
        """(n) How many parties would certainly be blocked anew if each were listed beside some that are.

        0 for those that are blocked already.
        """
        start, level = tuple(sorted(set(listed))), Level.CERTAIN
        seeds = np.arange(self.holdings.n, dtype=np.int32)
        lacks = self.lacks(level)
        counted = None
        if start and self.apart:
            held = self.union(level, start) >= 0
            counted = ~held
            seeds = seeds[counted[: self.holdings.n]]
        elif start:
            size = self.levels.size
            self._spread(level, start, lacks, np.full(size, -1, np.int32), np.empty(size, np.int32))
        many = np.zeros(self.holdings.n, np.int64)
        many[seeds] = self._alone(level, seeds, lacks, np.zeros(0, np.int32), counted)
        return many

    def reaching(self, level: Level, start: tuple[int, ...], party: int) -> list[int]:
        """Which of some parties give a party a blocked owner, each by itself."""
        seeds, lacks = np.array([s for s in start if s != party], np.int32), self.lacks(level)
        lacks[party] = BEYOND
        reach = np.zeros(len(seeds), np.uint8)
        self._alone(level, seeds, lacks, np.zeros(0, np.int32), watched=party, reach=reach)
        return [int(s) for s in seeds[reach > 0]]

    def _alone(
        self,
        level: Level,
        seeds: Int32,
        lacks: Int64,
        by: Int32,
        counted: Bools | None = None,
        watched: int = -1,
        reach: UInt8 | None = None,
    ) -> Int64:
        of = self.levels
        parties = np.arange(of.size) < self.holdings.n
        many = np.zeros(len(seeds), np.int64)
        kernel = self._compiler(kernels.alone, len(of.indices))
        room, log = np.empty(of.size, np.int32), np.empty(len(of.indices), np.int64)
        kept = parties if counted is None else parties & counted
        held = reach if reach is not None else np.zeros(len(seeds), np.uint8)
        kernel(
            *(of.indptr, of.indices, self.shares(level), lacks, seeds, kept),
            *(room, log, many, by, watched, held),
        )
        return many


class Outcome:
    """Who is blocked when certain parties are listed, at each level."""

    def __init__(self, cascade: Cascade, listed: tuple[int, ...]) -> None:
        self.cascade = cascade
        self.listed = listed
        self._found: dict[Level, Bools] = {}
        self._walks: dict[tuple[Level, int], Walk] = {}

    def blocked(self, level: Level) -> Bools:
        """(n) Who is blocked at a level, the listed included."""
        if self.cascade.levels.exact:
            level = Level.CERTAIN
        if level not in self._found:
            n = self.cascade.holdings.n
            if self.cascade.apart:
                self._found[level] = self._union(level)[:n] >= 0
            else:
                self._found[level] = self.walk(level).blocked[:n]
        return self._found[level]

    def only(self, level: Level) -> list[int]:
        """The parties blocked at a level and not at the one before, the listed left out, by number."""
        held = self.blocked(level).copy()
        if level:
            held &= ~self.blocked(Level(level - 1))
        held[list(self.listed)] = False
        return [int(i) for i in np.flatnonzero(held)]

    def level(self, party: int) -> Level | None:
        """The first level at which a party is blocked."""
        return next((level for level in Level if self.blocked(level)[party]), None)

    def walk(self, level: Level, start: int = -1) -> Walk:
        """The spread from all listed parties, or from one of them."""
        if self.cascade.levels.exact:
            level = Level.CERTAIN
        key = (level, start)
        if key in self._walks:
            return self._walks[key]
        walk = self.cascade.walk(level, self.listed if start < 0 else (start,))
        if start < 0 or self.cascade.levels.size <= SMALL:
            self._walks[key] = walk
        return walk

    def walks(self, level: Level, party: int) -> Iterator[Walk]:
        """Each spread that gives a party a blocked owner: of all listed together, or of each by itself."""
        if not self.cascade.apart:
            yield self.walk(level)
            return
        for start in self.cascade.reaching(level, self.listed, party):
            yield self.walk(level, start)

    def _union(self, level: Level) -> Int32:
        return self.cascade.union(level, self.listed)
