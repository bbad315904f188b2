"""A directed network in compressed sparse rows: who is tied to whom, how, since when, by which statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.errors import YaluError
from yalu.model.vocabulary import Grade

Int64 = npt.NDArray[np.int64]
Int32 = npt.NDArray[np.int32]
UInt64 = npt.NDArray[np.uint64]
UInt8 = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]

GRADES: tuple[Grade, ...] = tuple(Grade)
NO_GRADE = 255
"""The grade of a tie that no statement backs: one of a file of edges."""


class Undirected(NamedTuple):
    """Who is tied to whom in whatever way: no loops, each pair once in either row.

    ``indices[indptr[i]:indptr[i + 1]]`` are the neighbors of party ``i``, ascending. There are
    ``len(indices) // 2`` pairs.
    """

    ids: tuple[str, ...]
    indptr: Int64
    indices: Int32

    def neighbors(self, node: int) -> Int32:
        """The parties tied to a party, ascending."""
        return self.indices[self.indptr[node] : self.indptr[node + 1]]


@dataclass(frozen=True, eq=False)
class Graph:
    """The ties of a day: ``n`` parties, ``m`` edges; edge ``e`` of row ``i`` goes to party ``indices[e]``.

    A row is sorted by far end and kind, and holds a pair once for each kind of tie. Direction is
    followthemoney's: owner to asset, director to organization, payer to beneficiary. No edge is a loop.
    """

    ids: tuple[str, ...]
    """The first id of each party, sorted; its place is its number."""
    indptr: Int64
    """(n + 1) Where each party's row begins in the arrays of edges."""
    indices: Int32
    """(m) The party at the far end."""
    kinds: UInt8
    """(m) The kind of tie, a place in ``kind_names``."""
    kind_names: tuple[str, ...]
    from_day: Int32
    """(m) The first stated day by which the tie held, as ``date.toordinal``; 0 where none is."""
    to_day: Int32
    """(m) The day by which it ended, as known on the day asked; 0 where it has not."""
    grades: UInt8
    """(m) The best evidence for the tie: a place in ``GRADES``, or ``NO_GRADE`` without statement."""
    ref_start: Int64
    """(m + 1) Where each edge's statements begin in ``refs``."""
    refs: UInt64
    """Ids of statements, as numbers."""
    loops: int = 0
    """Ties left out because both of their ends are one party."""

    @property
    def n(self) -> int:
        """How many parties there are."""
        return len(self.ids)

    @property
    def m(self) -> int:
        """How many edges there are."""
        return len(self.indices)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each party by its first id."""
        return {party: i for i, party in enumerate(self.ids)}

    @cached_property
    def origins(self) -> Int32:
        """(m) The party at the near end of each edge."""
        return np.repeat(np.arange(self.n, dtype=np.int32), np.diff(self.indptr))

    def node(self, party: str) -> int:
        """The number of a party. Raises YaluError where the network does not hold it."""
        if (found := self.number.get(party)) is None:
            raise YaluError(
                f"{party} is not in the network of the day.",
                expected="the first id of a party that has a tie",
                do=f"yalu entity {party} shows what is known of it.",
            )
        return found

    def edges(self, node: int) -> range:
        """The numbers of the edges that leave a party."""
        return range(int(self.indptr[node]), int(self.indptr[node + 1]))

    def neighbors(self, node: int) -> Int32:
        """The far ends of the edges that leave a party; one that is tied in two ways stands twice."""
        return self.indices[self.indptr[node] : self.indptr[node + 1]]

    def kind(self, edge: int) -> str:
        """The kind of tie of an edge: ``Ownership``."""
        return self.kind_names[int(self.kinds[edge])]

    def grade(self, edge: int) -> Grade | None:
        """The best evidence for an edge, or None where no statement backs it."""
        place = int(self.grades[edge])
        return GRADES[place] if place < len(GRADES) else None

    def days(self, edge: int) -> tuple[str, str]:
        """The days by which an edge held and ended, ``""`` where none is stated."""
        start, end = int(self.from_day[edge]), int(self.to_day[edge])
        return (
            date.fromordinal(start).isoformat() if start else "",
            date.fromordinal(end).isoformat() if end else "",
        )

    def statements(self, edge: int) -> list[str]:
        """The ids of the statements that back an edge."""
        return [f"{int(ref):016x}" for ref in self.refs[self.ref_start[edge] : self.ref_start[edge + 1]]]

    def of_kinds(self, kinds: Iterable[str]) -> Graph:
        """The same parties with only the ties of some kinds."""
        wanted = set(kinds)
        return self.with_edges(np.isin(self.kinds, [c for c, k in enumerate(self.kind_names) if k in wanted]))

    def with_edges(self, kept: Bools) -> Graph:
        """The same parties with only the edges that are marked (m)."""
        ends = np.concatenate(([0], np.cumsum(kept)))
        many = np.diff(self.ref_start)
        return Graph(
            ids=self.ids,
            indptr=ends[self.indptr],
            indices=self.indices[kept],
            kinds=self.kinds[kept],
            kind_names=self.kind_names,
            from_day=self.from_day[kept],
            to_day=self.to_day[kept],
            grades=self.grades[kept],
            ref_start=np.concatenate(([0], np.cumsum(many[kept]))),
            refs=self.refs[np.repeat(kept, many)],
            loops=self.loops,
        )

    def undirected(self) -> Undirected:
        """Who is tied to whom, whatever the kind and direction."""
        n = max(self.n, 1)
        near, far = self.origins.astype(np.int64), self.indices.astype(np.int64)
        pairs = np.unique(np.concatenate((near * n + far, far * n + near)))
        rows = np.bincount(pairs // n, minlength=self.n) if len(pairs) else np.zeros(self.n, np.int64)
        return Undirected(
            self.ids, np.concatenate(([0], np.cumsum(rows))).astype(np.int64), (pairs % n).astype(np.int32)
        )
