"""The way of a ship between two moments: stretches that are held, and silences between them that are not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu.fleet.ais.store import Positions, day_of, engine
from yalu.fleet.behavior.geo import DEGREE, KNOT
from yalu.fleet.plot.mercator import Chart
from yalu.fleet.plot.sea import listed
from yalu.fleet.plot.thin import thin

Place = tuple[float, float]
"""Longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Track:
    """The reports of one number, in order of time."""

    mmsi: int
    ts: NDArray[Any]
    lon: NDArray[Any]
    lat: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of reports, or (``held`` false) the straight line over a time of which no position is held."""

    mmsi: int
    held: bool
    first: int
    last: int
    places: tuple[Place, ...]


def tracks(positions: Positions, mmsi: Collection[int], first: int, last: int) -> list[Track]:
    """The tracks of some ships; positions without a time of their own are left out."""
    paths = positions.paths("points", day_of(first), day_of(last))
    if not paths or not mmsi:
        return []
    numbers = ", ".join(str(int(m)) for m in sorted(mmsi))
    rows = engine().execute(
        f"SELECT mmsi::BIGINT AS mmsi, ts, lon, lat FROM read_parquet({listed(paths)})"
        f" WHERE mmsi IN ({numbers}) AND ts BETWEEN ? AND ? AND clock != 'dated' ORDER BY mmsi, ts, lat",
        [first, last],
    ).fetchnumpy()  # fmt: skip
    ends = np.flatnonzero(np.diff(rows["mmsi"])) + 1
    parts = np.split(np.arange(len(rows["mmsi"])), ends)
    return [
        Track(int(rows["mmsi"][p[0]]), rows["ts"][p], rows["lon"][p], rows["lat"][p]) for p in parts if len(p)
    ]


def stretches(track: Track, chart: Chart, silent: int, fastest: float, most: int) -> list[Stretch]:
    """A track in parts, thinned to about ``most`` points as the chart shows them.

    It is broken where nothing was heard for ``silent`` seconds, and where a move of more than 2 km needs more
    than ``fastest`` knots: no line is drawn over such a jump.
    """
    gone = np.diff(track.ts)
    east = (np.diff(track.lon) + 540) % 360 - 180
    squeeze = np.cos(np.radians(track.lat[1:]))
    moved = np.hypot(np.diff(track.lat), east * squeeze) * DEGREE
    jumps = (moved > 2000) & (moved / np.maximum(gone, 1) / KNOT > fastest)
    quiet = (gone >= silent) & ~jumps
    found: list[Stretch] = []
    for part in np.split(np.arange(len(track.ts)), np.flatnonzero(jumps | quiet) + 1):
        end = int(part[-1])
        share = max(2, round(most * len(part) / len(track.ts)))
        seen = np.array([chart.xy(track.lon[i], track.lat[i]) for i in part])
        found.append(_stretch(track, True, part[thin(seen, share)]))
        if end < len(gone) and quiet[end]:
            found.append(_stretch(track, False, np.array([end, end + 1])))
    return found


def _stretch(track: Track, held: bool, rows: NDArray[Any]) -> Stretch:
    places = tuple((float(track.lon[i]), float(track.lat[i])) for i in rows)
    return Stretch(track.mmsi, held, int(track.ts[rows[0]]), int(track.ts[rows[-1]]), places)
