"""Fewer points that draw the same line: Douglas and Peucker, coarser until few enough are left."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SLACK = 0.6
"""Pixels by which a thinned line may lie beside the whole one, where that leaves few enough points."""
Points = NDArray[np.float64]


def thin(points: Points, most: int, slack: float = SLACK) -> NDArray[np.int64]:
    """The places of the points to keep, in order; ``points`` has a row of x and y each, the ends stay."""
    if len(points) <= 2:
        return np.arange(len(points))
    kept = _kept(points, slack)
    while len(kept) > max(most, 2):
        slack *= 1.6
        kept = kept[_kept(points[kept], slack)]
    return kept


def _kept(points: Points, slack: float) -> NDArray[np.int64]:
    kept = np.zeros(len(points), bool)
    kept[0] = kept[-1] = True
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        off = _off(points[first + 1 : last], points[first], points[last])
        at = int(np.argmax(off))
        if off[at] > slack:
            middle = first + 1 + at
            kept[middle] = True
            parts += [(first, middle), (middle, last)]
    return np.flatnonzero(kept)


def _off(points: Points, a: Any, b: Any) -> Points:
    """How far points lie from the line between two of them."""
    d = b - a
    size = float(d @ d)
    along = np.clip((points - a) @ d / size, 0, 1) if size else np.zeros(len(points))
    rest = points - a - along[:, None] * d
    return np.asarray(np.hypot(rest[:, 0], rest[:, 1]))
