"""A box of the sea and where its places lie in a picture: Mercator, as charts have it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from yalu.errors import UsageError
from yalu.fleet.behavior.geo import DEGREE

STEEPEST = 80.0
"""Degrees of latitude beyond which nothing is drawn."""
SMALLEST = 0.05
"""Degrees of longitude of the smallest box: finer, the coast held would tell nothing."""


STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60)
"""Degrees between two lines of the grid."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees. ``east`` is above 180 where the box lies over the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def read(cls, text: str) -> Box:
        """The box of ``116.2,26,134.2,41.6``: west, south, east, north. Raises UsageError."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
            held = all(map(math.isfinite, (west, south, east, north)))
        except ValueError:
            held = False
        if not held or not (-STEEPEST <= south < north <= STEEPEST and -180 <= west < east <= west + 360):
            raise UsageError(
                f"{text[:60]!r} is no box.",
                expected="west,south,east,north in degrees, such as 116,26,134,42",
            )
        return cls(west, south, east, north)

    @classmethod
    def around(cls, places: Sequence[tuple[float, float]], margin: float = 0.12) -> Box | None:
        """The smallest box around places (longitude, latitude) with a margin on each side; None of none.

        Places on both sides of the 180th meridian are taken the short way round.
        """
        if not places:
            return None
        first = places[0][0]
        lons = [first + (lon - first + 540) % 360 - 180 for lon, _ in places]
        lats = [max(-STEEPEST, min(STEEPEST, lat)) for _, lat in places]
        wide, high = max(max(lons) - min(lons), 0.6), max(max(lats) - min(lats), 0.5)
        west, south = min(lons) - wide * margin, max(min(lats) - high * margin, -STEEPEST)
        east, north = max(lons) + wide * margin, min(max(lats) + high * margin, STEEPEST)
        turn = math.floor((west + 180) / 360) * 360
        return cls(west - turn, south, min(east - turn, west - turn + 360), north)

    def text(self) -> str:
        """As an address has it, to about a hundred meters."""
        return ",".join(
            f"{x:.3f}".rstrip("0").rstrip(".") for x in (self.west, self.south, self.east, self.north)
        )


EAST_ASIA = Box(116.2, 26.2, 134.2, 42.6)
"""What is shown where nothing says more: the seas around Korea."""


class Chart:
    """A picture of a box, ``width`` by ``height``; the box is widened to the picture's shape."""

    def __init__(self, box: Box, width: int = 960, height: int = 600) -> None:
        self.asked = box
        self.width, self.height = width, height
        low, high = _mercator(box.south), _mercator(box.north)
        self.scale = min(width / (box.east - box.west), height / (high - low), width / SMALLEST)
        self.scale = max(self.scale, width / 360)
        self.middle = ((box.west + box.east) / 2, (low + high) / 2)

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place lies, the short way round from the middle of the picture."""
        off = (lon - self.middle[0] + 540) % 360 - 180
        y = _mercator(max(-STEEPEST, min(STEEPEST, lat)))
        return self.width / 2 + off * self.scale, self.height / 2 - (y - self.middle[1]) * self.scale

    def inside(self, x: float, y: float, margin: float = 0) -> bool:
        """Whether a point is in the picture or so close to it."""
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin

    @cached_property
    def box(self) -> Box:
        """The box that is seen."""
        return self.part(0, 0, self.width, self.height)

    def part(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box of a part of the picture; what lies beyond the chart is left out."""
        half_x, half_y = self.width / 2, self.height / 2
        west = self.middle[0] + (left - half_x) / self.scale
        east = min(self.middle[0] + (right - half_x) / self.scale, west + 360)
        south = _latitude(self.middle[1] - (bottom - half_y) / self.scale)
        north = _latitude(self.middle[1] - (top - half_y) / self.scale)
        turn = math.floor((west + 180) / 360) * 360
        return Box(west - turn, max(south, -STEEPEST), east - turn, min(north, STEEPEST))

    def closer(self, factor: float, right: float = 0, down: float = 0) -> Box:
        """The box of a look ``factor`` times as close, moved by parts of the picture."""
        x, y = self.width * (0.5 + right), self.height * (0.5 + down)
        wide, high = self.width / factor / 2, self.height / factor / 2
        return self.part(x - wide, y - high, x + wide, y + high)

    def bar(self) -> tuple[int, float]:
        """A round number of kilometers for the scale bar, and its length in the picture."""
        at = math.cos(math.radians(_latitude(self.middle[1])))
        pixels = self.scale / (DEGREE / 1000 * at)
        most = self.width / 5 / pixels
        size = 10 ** math.floor(math.log10(max(most, 1)))
        km = max(n for n in (1, 2, 5) if n * size <= max(most, 1)) * size
        return int(km), km * pixels

    def lines(self) -> tuple[list[float], list[float]]:
        """Meridians and parallels to draw, at round degrees, about five of each."""
        seen = self.box
        wide = seen.east - seen.west
        step = next((s for s in STEPS if s >= wide / 6), STEPS[-1])
        return _round(seen.west, seen.east, step), _round(seen.south, seen.north, step)


def _round(low: float, high: float, step: float) -> list[float]:
    return [round(n * step, 4) for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _mercator(lat: float) -> float:
    """Latitude stretched so that angles are kept, in degrees of the equator."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)
