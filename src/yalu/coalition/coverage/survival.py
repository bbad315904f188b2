"""How long until half of the parties were listed, where some are not listed yet (Kaplan and Meier 1958)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

TOO_FEW = 10
"""Below this number of parties no median is given."""

Z = 1.959963984540054
"""The 97.5 percent point of the normal distribution: two-sided 95 percent intervals."""

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """A day count on which parties were listed: the share not listed after it, and its 95% interval."""

    days: int
    at_risk: int
    events: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The estimate. ``median`` and its ends are days; ``None`` is "not reached"."""

    n: int
    events: int
    censored: int
    steps: tuple[Step, ...]
    median: int | None
    low: int | None
    high: int | None

    @property
    def too_few(self) -> bool:
        """Whether there are too few parties to give a median."""
        return self.n < TOO_FEW


def curve(events: Sequence[int], censored: Sequence[int]) -> Curve:
    """The Kaplan-Meier estimate from days until the listing, and days for which a party was not listed.

    All days are 0 or more. The interval of the curve is Greenwood's on the log-log scale; that of the median
    holds the days on which the interval of the curve holds one half (Brookmeyer and Crowley 1982). A party
    censored on a day still counts as at risk on it.

    >>> curve([1, 2, 3, 4], []).median
    2
    """
    fell, left = Counter(events), Counter(censored)
    at_risk = len(events) + len(censored)
    share, spread = 1.0, 0.0
    steps: list[Step] = []
    for days in sorted(fell.keys() | left.keys()):
        if died := fell[days]:
            share *= 1 - died / at_risk
            spread = spread + died / (at_risk * (at_risk - died)) if at_risk > died else math.inf
            steps.append(Step(days, at_risk, died, share, *_interval(share, spread)))
        at_risk -= died + left[days]
    return Curve(
        n=len(events) + len(censored),
        events=len(events),
        censored=len(censored),
        steps=tuple(steps),
        median=_first(steps, [s.share for s in steps]),
        low=_first(steps, [s.low for s in steps]),
        high=_first(steps, [s.high for s in steps]),
    )


def _interval(share: float, spread: float) -> tuple[float, float]:
    if share in (0.0, 1.0) or math.isinf(spread):
        return (0.0, 1.0) if share == 0.0 else (share, share)
    width = Z * math.sqrt(spread) / abs(math.log(share))
    return share ** math.exp(width), share ** math.exp(-width)


def _first(steps: Sequence[Step], shares: Sequence[float]) -> int | None:
    """The first day count by which a share has fallen to one half; rounding does not keep it above."""
    return next((s.days for s, share in zip(steps, shares, strict=True) if share <= HALF + 1e-12), None)
