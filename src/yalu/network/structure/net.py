"""The part of a network that is measured: its largest group of tied parties, without direction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu.graph.compiled import LARGE, Compiler
from yalu.graph.graph import Undirected
from yalu.network.structure.kernels import Bools, Ints, components


@dataclass(frozen=True, eq=False)
class Net:
    """``n`` parties and ``m`` pairs of tied ones; ``near[e]`` < ``far[e]``."""

    n: int
    near: Ints
    far: Ints
    ids: tuple[str, ...] = ()

    @property
    def m(self) -> int:
        """How many pairs are tied."""
        return len(self.near)

    @classmethod
    def of(cls, whole: Undirected) -> Net:
        """All parties of a network."""
        origin = np.repeat(np.arange(len(whole.ids), dtype=np.int64), np.diff(whole.indptr))
        ends = whole.indices.astype(np.int64)
        once = origin < ends
        return cls(len(whole.ids), origin[once], ends[once], whole.ids)

    def rows(self) -> tuple[Ints, Ints, Ints]:
        """``indptr``, ``indices``, and where each tie stands in ``indices``: in near's row, in far's row."""
        ends = np.concatenate((self.near, self.far))
        order = np.argsort(ends, kind="stable")
        indptr = np.concatenate(([0], np.cumsum(np.bincount(ends, minlength=self.n)))).astype(np.int64)
        indices = np.concatenate((self.far, self.near))[order]
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return indptr, indices, np.stack((place[: self.m], place[self.m :]), axis=1)

    def kept(self, here: Bools) -> Net:
        """Only some parties, numbered anew, and the ties between them."""
        number = np.cumsum(here) - 1
        both = here[self.near] & here[self.far]
        ids = tuple(party for party, stays in zip(self.ids, here, strict=True) if stays) if self.ids else ()
        return Net(int(here.sum()), number[self.near[both]], number[self.far[both]], ids)

    def with_ties(self, ties: Bools) -> Net:
        """The same parties with only some of the ties."""
        return Net(self.n, self.near[ties], self.far[ties], self.ids)

    def largest(self, make: Compiler) -> Net:
        """The largest group; of two as large, the one of the first party."""
        if not self.n:
            return self
        indptr, indices, _ = self.rows()
        group = make(components, LARGE)(indptr, indices, np.ones(self.n, np.bool_))
        return self.kept(group == np.argmax(np.bincount(group, minlength=self.n)))
