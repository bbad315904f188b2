"""Who holds how much of whom on a day: arrays of holdings, a pair of owner and owned once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from yalu.ownership.finding import Finding, about
from yalu.ownership.shares import FULL

Int64 = npt.NDArray[np.int64]
Int32 = npt.NDArray[np.int32]
UInt8 = npt.NDArray[np.uint8]

NO_CONTROL, INDICATED, STATED = 0, 1, 2
"""Whether an owner controls: not said; signs of it, which a person must weigh; stated as a fact."""


@dataclass(frozen=True, eq=False)
class Holdings:
    """The holdings of a day: ``n`` parties, ``m`` holdings by owner and owned, no loop, no pair twice."""

    ids: tuple[str, ...]
    owner: Int32
    owned: Int32
    low: Int64
    """(m) The least share that the evidence allows, in the units of ``shares``."""
    high: Int64
    """(m) The largest one; equal to ``low`` where the share is exact."""
    control: UInt8
    joint: Int32
    """(m) The joint arrangement to which a holding is subject, or -1."""
    itself: Mapping[int, int] = field(default_factory=dict)
    """The share that a party holds of itself, at most, for those that do."""
    findings: tuple[Finding, ...] = ()
    refs: Sequence[tuple[str, ...]] = ()
    """(m) The statements behind each holding; empty for a file."""

    @property
    def n(self) -> int:
        """How many parties there are."""
        return len(self.ids)

    @property
    def m(self) -> int:
        """How many holdings there are."""
        return len(self.owner)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each party."""
        return {party: i for i, party in enumerate(self.ids)}

    @cached_property
    def indptr(self) -> Int64:
        """(n + 1) Where the holdings of each owner begin."""
        return np.concatenate(([0], np.cumsum(np.bincount(self.owner, minlength=self.n)))).astype(np.int64)

    @cached_property
    def _by_owned(self) -> tuple[Int64, Int64]:
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.owned, minlength=self.n))))
        return np.argsort(self.owned, kind="stable"), starts.astype(np.int64)

    def of(self, party: int) -> list[int]:
        """The holdings in a party, by owner."""
        order, starts = self._by_owned
        return [int(e) for e in order[starts[party] : starts[party + 1]]]

    @cached_property
    def stated(self) -> Int64:
        """(n) What the holdings in each party come to at least; above 100% they contradict each other."""
        return np.bincount(self.owned, weights=self.low, minlength=self.n).astype(np.int64)

    def statements(self, holding: int) -> tuple[str, ...]:
        """The ids of the statements behind a holding."""
        return self.refs[holding] if self.refs else ()

    def faults(self) -> list[Finding]:
        """What is wrong with the holdings, as findings."""
        over = [self.ids[i] for i in np.flatnonzero(self.stated > FULL)]
        own = [self.ids[i] for i in sorted(self.itself)]
        return [
            *self.findings,
            *about(
                "above_100_percent",
                "Holdings in one party come to more than 100%. What is above it is taken off before a verdict"
                " is certain, since it is not known which holding is overstated or over.",
                over,
            ),
            *about(
                "self_ownership",
                "A party holds shares of itself. They count for no owner; the upper end of each other holding"
                " is its part of the rest.",
                own,
            ),
        ]


def empty(findings: Sequence[Finding] = ()) -> Holdings:
    """No holdings."""
    nothing = np.zeros(0, np.int32)
    wide = np.zeros(0, np.int64)
    return Holdings(
        (), nothing, nothing, wide, wide, np.zeros(0, np.uint8), nothing, findings=tuple(findings)
    )
