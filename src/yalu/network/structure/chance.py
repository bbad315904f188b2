"""A measured value beside what chance gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

HIGH, LOW = 99.0, 1.0
"""Percentiles beyond which a value is told from chance."""
FAR = 3.0
"""And so many standard deviations away: two questions are asked of every day and every network, so at two
deviations one answer in twenty would be "shown" by chance alone."""
MIDDLE = (2.5, 97.5)
"""The percentiles of an interval of 95%."""


@dataclass(frozen=True)
class Chance:
    """A value, and where it lies among ``samples`` values that chance gave.

    ``percentile`` is the share of them below it, those equal to it counted half. ``z`` is 0 where all of
    them are alike.
    """

    value: float
    mean: float
    sd: float
    low: float
    high: float
    z: float
    percentile: float
    samples: int

    @classmethod
    def of(cls, value: float, given: Sequence[float]) -> Chance:
        """Raises ValueError where chance gave nothing."""
        if not len(given):
            raise ValueError("nothing was sampled")
        seen = np.asarray(given, np.float64)
        mean, sd = float(seen.mean()), float(seen.std(ddof=1)) if len(seen) > 1 else 0.0
        flat = np.ptp(seen) < 1e-12
        below = (seen < value - 1e-12).sum() + 0.5 * (np.abs(seen - value) <= 1e-12).sum()
        return cls(
            value=value,
            mean=mean,
            sd=0.0 if flat else sd,
            low=float(np.percentile(seen, MIDDLE[0])),
            high=float(np.percentile(seen, MIDDLE[1])),
            z=0.0 if flat else (value - mean) / sd,
            percentile=float(100 * below / len(seen)),
            samples=len(seen),
        )

    @property
    def fixed(self) -> bool:
        """Whether chance always gave the same, and so can be no measure."""
        return self.sd == 0.0

    @property
    def higher(self) -> bool:
        """Whether the value is above chance."""
        return self.percentile >= HIGH and (self.fixed or self.z >= FAR)

    @property
    def lower(self) -> bool:
        """Whether the value is below chance."""
        return self.percentile <= LOW and (self.fixed or self.z <= -FAR)

    def as_json(self) -> dict[str, Any]:
        """All of it, rounded to what the samples bear."""
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}


def interval(values: Sequence[float]) -> list[float]:
    """The middle 95% of some values."""
    return [round(float(v), 4) for v in np.percentile(np.asarray(values, np.float64), MIDDLE)]
