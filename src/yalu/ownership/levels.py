"""The three questions about one rule: what is certain, what signs of control add, what ranges allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from yalu.ownership.holdings import INDICATED, NO_CONTROL, STATED, Holdings, Int32, Int64
from yalu.ownership.rules import Period
from yalu.ownership.shares import FULL

WHOLE = 1 << 55
"""What control, or membership in a joint arrangement that is enough, takes off: more than any party lacks."""
MOST = 1 << 54
"""The most that a party lacks."""
BEYOND = 1 << 62
"""What a party lacks that is to stay unblocked."""


class Level(IntEnum):
    """How much of the evidence is read in favor of a block."""

    CERTAIN = 0  # lower ends of shares, and control that is stated
    INDICATED = 1  # the same, and signs of control
    POSSIBLE = 2  # upper ends of shares, and signs of control


@dataclass(frozen=True, eq=False)
class Levels:
    """The arrays that a rule makes of holdings. Joint arrangements stand in them as parties after ``n``."""

    holdings: Holdings
    period: Period

    @cached_property
    def _groups(self) -> tuple[Int64, Int32]:
        """Each joint arrangement's number by holding (-1 for none), and the party that it holds."""
        h = self.holdings
        group = np.full(h.m, -1, np.int64)
        if not self.period.joint_arrangements or not (h.joint >= 0).any():
            return group, np.zeros(0, np.int32)
        joint = np.flatnonzero(h.joint >= 0)
        key = h.owned[joint].astype(np.int64) * (int(h.joint.max()) + 1) + h.joint[joint]
        found, place = np.unique(key, return_inverse=True)
        group[joint] = place
        owned = (found // (int(h.joint.max()) + 1)).astype(np.int32)
        return group, owned

    @cached_property
    def size(self) -> int:
        """How many rows the arrays have: parties and joint arrangements."""
        return self.holdings.n + len(self._groups[1])

    @cached_property
    def _edges(self) -> tuple[Int32, Int32, Int64]:
        """Owner, owned, and what is behind each edge.

        That is a holding ``e``; ``m + e`` for the control that comes with a holding in an arrangement; and
        ``-1 - g`` for what the arrangement ``g`` holds.
        """
        h = self.holdings
        group, owned = self._groups
        if not len(owned):
            return h.owner, h.owned, np.arange(h.m)
        controls = np.flatnonzero((group >= 0) & (h.control != NO_CONTROL))
        numbers = np.arange(len(owned))
        near = np.concatenate((h.owner, h.owner[controls], h.n + numbers)).astype(np.int32)
        far = np.concatenate((np.where(group >= 0, h.n + group, h.owned), h.owned[controls], owned))
        behind = np.concatenate((np.arange(h.m), h.m + controls, -1 - numbers))
        order = np.argsort(near, kind="stable")
        return near[order], far[order].astype(np.int32), behind[order]

    @cached_property
    def indptr(self) -> Int64:
        """(size + 1) Where each owner's edges begin."""
        if not len(self._groups[1]):
            return self.holdings.indptr
        counts = np.bincount(self._edges[0], minlength=self.size)
        return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)

    @property
    def origins(self) -> Int32:
        """The owner of each edge."""
        return self._edges[0]

    @property
    def indices(self) -> Int32:
        """The owned party of each edge."""
        return self._edges[1]

    @property
    def behind(self) -> Int64:
        """What is behind each edge: see ``_edges``."""
        return self._edges[2]

    def members(self, group: int) -> list[int]:
        """The holdings that are subject to a joint arrangement."""
        return [int(e) for e in np.flatnonzero(self._groups[0] == group)]

    @cached_property
    def _over(self) -> Int64:
        """(n) By how much the holdings in each party exceed 100%."""
        return np.maximum(self.holdings.stated - FULL, 0)

    @cached_property
    def high(self) -> Int64:
        """(m) The upper ends; where a party holds itself, as parts of the rest."""
        h = self.holdings
        high = np.minimum(h.high, FULL)
        for party, own in h.itself.items():
            for e in h.of(party):
                rest = FULL - min(own, FULL)
                high[e] = min(FULL, -(-int(high[e]) * FULL // rest)) if rest else FULL * int(high[e] > 0)
        return high

    @cached_property
    def exact(self) -> bool:
        """Whether every share is exact and no control is merely indicated, so that all levels are one."""
        h = self.holdings
        signs = self.period.control and bool((h.control == INDICATED).any())
        return not (signs or h.itself or (h.low != h.high).any() or self._over.any())

    def shares(self, level: Level) -> npt.NDArray[np.int64]:
        """(edges, 2) What each edge takes off what its owned party lacks, first and second amount."""
        h = self.holdings
        pair = np.stack((h.low if level is not Level.POSSIBLE else self.high, h.low), axis=1)
        enough = STATED if level is Level.CERTAIN else INDICATED
        controls = (h.control >= enough) & self.period.control
        group, owned = self._groups
        if not len(owned):
            pair[controls] = WHOLE
            return pair
        inside = group >= 0
        sums = np.zeros((len(owned), 2), np.int64)
        np.add.at(sums, group[inside], pair[inside])
        pair[controls | inside] = WHOLE
        behind = self._edges[2]
        every = np.concatenate(
            (pair, np.where(controls, WHOLE, 0)[:, None].repeat(2, axis=1), np.minimum(sums, FULL))
        )
        return every[np.where(behind >= 0, behind, 2 * h.m - 1 - behind)]

    def lacks(self, level: Level) -> npt.NDArray[np.int64]:
        """(size, 2) What each party lacks to be blocked; both amounts must be met.

        Certain: the threshold, and on top of it what the holdings exceed 100% by. Possible: the threshold
        by upper ends; and by lower ends, that the holdings of others leave room for it.
        """
        h, needed = self.holdings, self.period.needed
        found = np.empty((self.size, 2), np.int64)
        found[h.n :] = 1
        if level is not Level.POSSIBLE:
            found[: h.n] = np.minimum(needed + self._over, MOST)[:, None]
            return found
        room = np.maximum(needed - FULL + h.stated, 0)
        room[self._over > 0] = 0
        if h.itself:
            room[list(h.itself)] = 0
        found[: h.n, 0] = needed
        found[: h.n, 1] = room
        return found
