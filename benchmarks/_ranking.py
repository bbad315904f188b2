"""Average precision and precision at k of scores with many ties, which are never broken in one's favor."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev
from typing import Any

import numpy as np
import numpy.typing as npt

T_95 = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57, 8: 2.36, 10: 2.26}
"""Student's t for a 95% interval of a mean, by the number of seeds."""


def average_precision(scores: npt.NDArray[np.float64], truth: npt.NDArray[np.bool_]) -> float:
    """The sum over distinct scores of precision times the gain in recall; equal scores come in together."""
    positive = int(truth.sum())
    if not positive:
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    precision = hits[ends] / (ends + 1)
    gained = np.diff(np.append(0, hits[ends])) / positive
    return float((precision * gained).sum())


def precision_at(scores: npt.NDArray[np.float64], truth: npt.NDArray[np.bool_], k: int) -> float:
    """Expected precision of the first k where equal scores stand in any order."""
    order = np.argsort(-scores, kind="stable")
    line = scores[order][min(k, len(scores)) - 1]
    above, level = scores > line, scores == line
    room = k - int(above.sum())
    return float((truth[above].sum() + truth[level].mean() * room) / k)


def over_seeds(values: Sequence[float]) -> dict[str, Any]:
    """Mean, lowest and highest, and a 95% interval of the mean."""
    mean = fmean(values)
    half = T_95.get(len(values), 2.0) * stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0
    return {
        "mean": round(mean, 4),
        "interval_95": [round(max(0.0, mean - half), 4), round(min(1.0, mean + half), 4)],
        "lowest": round(min(values), 4),
        "highest": round(max(values), 4),
    }
