"""The outline of land as paths of a picture: Natural Earth, public domain, cut by web/land.mjs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import orjson

from yalu.fleet.plot.mercator import Box, Chart

NOTE = (
    "Coast: Natural Earth, public domain; what is shown carries no view on any claim. Seas with two names"
    " bear both."
)
MARGIN = 20.0
"""Beyond the picture by so much, a coast is drawn on, so that its line does not show at the edge."""
FINE = 0.4
"""A point nearer than this to the last one drawn is left out."""
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings of degrees: of all land, and of the state that the regime is about."""

    land: tuple[Ring, ...]
    focus: tuple[Ring, ...]


@cache
def outline() -> Outline:
    """The outline that is packaged."""
    held = orjson.loads(resources.files(__package__).joinpath("land.json").read_bytes())
    return Outline(*(tuple(_ring(one) for one in held[name]) for name in ("land", "focus")))


@lru_cache(maxsize=64)
def paths(box: Box, width: int, height: int) -> tuple[str, str]:
    """All land and the state that the regime is about, as the ``d`` of paths; kept for some boxes."""
    chart, held = Chart(box, width, height), outline()
    return path(chart, held.land), path(chart, held.focus)


def path(chart: Chart, rings: Sequence[Ring]) -> str:
    """The rings that the picture touches, as the ``d`` of a path."""
    return "".join(_drawn(chart, ring) for ring in rings)


def _ring(flat: Sequence[int]) -> Ring:
    return tuple(zip((x / 100 for x in flat[::2]), (y / 100 for y in flat[1::2]), strict=True))


def _drawn(chart: Chart, ring: Ring) -> str:
    """A ring whose corners outside the picture lie on a frame around it."""
    left, top, right, bottom = -MARGIN, -MARGIN, chart.width + MARGIN, chart.height + MARGIN
    corners = _unwrapped(chart, ring)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    if max(xs) < left or min(xs) > right or max(ys) < top or min(ys) > bottom:
        return ""
    found: list[tuple[float, float]] = []
    for x, y in _clipped(corners, left, top, right, bottom):
        if not found or abs(x - found[-1][0]) + abs(y - found[-1][1]) >= FINE:
            found.append((x, y))
    if len(found) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in found) + "Z"


def _unwrapped(chart: Chart, ring: Ring) -> list[tuple[float, float]]:
    """The corners of a ring in one piece, though it may lie over the far edge of the chart."""
    turn = 360 * chart.scale
    found = [chart.xy(*ring[0])]
    for lon, lat in ring[1:]:
        x, y = chart.xy(lon, lat)
        found.append((x - round((x - found[-1][0]) / turn) * turn, y))
    return found


def _clipped(
    corners: Sequence[tuple[float, float]], left: float, top: float, right: float, bottom: float
) -> list[tuple[float, float]]:
    """The part of a polygon within a frame, side by side (Sutherland and Hodgman)."""
    found = list(corners)
    for axis, edge, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        before, found = found, []
        for i, here in enumerate(before):
            last = before[i - 1]
            a, b = sign * (last[axis] - edge) >= 0, sign * (here[axis] - edge) >= 0
            if a != b:
                share = (edge - last[axis]) / (here[axis] - last[axis])
                crossing = (last[0] + share * (here[0] - last[0]), last[1] + share * (here[1] - last[1]))
                found.append(crossing)
            if b:
                found.append(here)
        if not found:
            return []
    return found
