"""Do events of one series come before events of another more often than chance? A test, or no number at all.

The count is of visits that a test follows within the window. Chance is the same visits moved together around
the span, end to end, by a random number of days: their own gaps and the other series stay as they are, so
clusters in either are no evidence. Where visits fall at random, a p-value of at most alpha has at most the
chance alpha.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LEAST = 10
"""Fewer exactly dated events than this in either series, and no statistic is made."""

WINDOW, SHIFTS, SEED, ALPHA = 30, 2000, 5, 0.05
"""Days in which a test has to follow, moves of the visits, the seed, and the level of the test."""


@dataclass(frozen=True)
class Coincidence:
    """What the test found: visits that were followed, how many chance gives, and the p-value."""

    visits: int
    tests: int
    followed: int
    expected: float
    p: float
    window: int
    span: tuple[str, str]

    def as_json(self) -> dict[str, Any]:
        """The figures, and whether they pass the level."""
        return self.__dict__ | {"span": list(self.span), "shown": self.p <= ALPHA, "level": ALPHA}


def coincidence(
    visits: Sequence[str],
    tests: Sequence[str],
    span: tuple[str, str],
    window: int = WINDOW,
    shifts: int = SHIFTS,
    seed: int = SEED,
) -> Coincidence | None:
    """Test whole days; ``None`` where either series has fewer than ``LEAST`` different days in the span."""
    import numpy as np

    first, last = (date.fromisoformat(d).toordinal() for d in span)
    length = last - first + 1
    came, done = (_days(series, first, length) for series in (visits, tests))
    if len(came) < LEAST or len(done) < LEAST or length <= 2 * window:
        return None
    hit = np.zeros(length, dtype=bool)
    for ahead in range(1, window + 1):
        hit[(done - ahead) % length] = True
    rng = np.random.default_rng(seed)
    moves = rng.integers(1, length, shifts)
    followed = int(hit[came].sum())
    chance = hit[(came[None, :] + moves[:, None]) % length].sum(axis=1)
    p = (1 + int((chance >= followed).sum())) / (1 + shifts)
    return Coincidence(len(came), len(done), followed, float(chance.mean()), p, window, span)


def _days(series: Sequence[str], first: int, length: int) -> npt.NDArray[np.int64]:
    import numpy as np

    days = {date.fromisoformat(d).toordinal() - first for d in series}
    return np.array(sorted(d for d in days if 0 <= d < length), dtype=np.int64)
