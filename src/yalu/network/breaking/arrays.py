"""A network as arrays: who is tied to whom, in two rows of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Parties 0 ... n - 1 under their ids; the ties of party i end at ``ends[start[i]:start[i + 1]]``.

    Undirected: each tie stands twice. No party is tied to itself, and none twice to another.
    """

    ids: Sequence[str]
    start: Ints  # n + 1
    ends: Ints  # 2 x ties

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def ties(self) -> int:
        """How many ties there are, each counted once."""
        return len(self.ends) // 2

    @property
    def degrees(self) -> Ints:
        """How many ties each party has."""
        return np.diff(self.start)

    @classmethod
    def of(cls, ids: Sequence[str], one: Any, other: Any) -> Network:
        """From the two ends of each tie, as numbers of parties; loops and repeats are dropped."""
        n = len(ids)
        a, b = np.asarray(one, np.int64), np.asarray(other, np.int64)
        keep = a != b
        low, high = np.minimum(a, b)[keep], np.maximum(a, b)[keep]
        pairs = np.unique(low * n + high)
        low, high = pairs // max(n, 1), pairs % max(n, 1)
        source, target = np.concatenate([low, high]), np.concatenate([high, low])
        order = np.lexsort((target, source))
        start = np.zeros(n + 1, np.int64)
        np.cumsum(np.bincount(source, minlength=n), out=start[1:])
        return cls(ids, start, target[order])

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]]) -> Network:
        """From pairs of ids; parties are numbered in the order in which they are first named."""
        number: dict[str, int] = {}
        flat = [number.setdefault(party, len(number)) for pair in pairs for party in pair]
        return cls.of(list(number), flat[0::2], flat[1::2])

    def within(self, chosen: Flags) -> Network:
        """The part of the network that the chosen parties make, in the same order."""
        number = np.cumsum(chosen) - 1
        source = np.repeat(np.arange(len(self)), self.degrees)
        keep = chosen[source] & chosen[self.ends] & (source < self.ends)
        ids = [self.ids[i] for i in np.flatnonzero(chosen).tolist()]
        return Network.of(ids, number[source[keep]], number[self.ends[keep]])

    def groups(self) -> Ints:
        """For each party the number of its group; groups are what ties hold together."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components

        n = len(self)
        matrix = csr_array((np.ones(len(self.ends), np.int8), self.ends, self.start), shape=(n, n))
        labels: Ints = connected_components(matrix, directed=False)[1].astype(np.int64)
        return labels

    def largest(self) -> Network:
        """The largest group alone; of several as large, that of the party that is named first."""
        if not len(self):
            return self
        labels = self.groups()
        sizes = np.bincount(labels)
        if len(sizes) == 1:
            return self
        first = labels[np.flatnonzero(sizes[labels] == sizes.max())[0]]
        return self.within(labels == first)
