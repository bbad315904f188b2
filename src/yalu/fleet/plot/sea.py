"""Where every ship was last heard at any moment: positions, cut to one of each ship in six hours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu.fleet.ais.store import Positions, engine

SLOT = 6 * 3600
"""Seconds of which one position of a ship is kept: the last."""
STALE = 30 * 86400
"""Seconds after which a last position is told in words and no longer drawn: the ship can be anywhere."""
Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a number sent of itself: names, types and IMO numbers as the crew typed them, the latest last."""

    names: tuple[str, ...] = ()
    imo: tuple[int, ...] = ()
    types: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name that it sent last."""
        return self.names[-1] if self.names else ""


@dataclass(frozen=True)
class Sea:
    """The last position of each ship in each slot, sorted by ship and time, up to the end of a day.

    ``days`` are the reports of each day, and ``ships`` those that were heard, by MMSI.
    """

    mmsi: Column
    ts: Column
    lat: Column
    lon: Column
    sog: Column
    days: dict[str, int] = field(default_factory=dict)
    said: dict[int, Heard] = field(default_factory=dict)
    reports: dict[int, int] = field(default_factory=dict)

    @property
    def newest(self) -> int:
        """The time of the newest position; 0 where none is held."""
        return int(self.ts.max()) if len(self.ts) else 0

    def last(self, moment: int) -> Column:
        """The rows with the last position of each ship at a moment, unless that is stale."""
        seen = np.flatnonzero(self.ts <= moment)
        if not len(seen):
            return seen
        ends = np.flatnonzero(np.diff(self.mmsi[seen], append=-1))
        found = seen[ends]
        return np.asarray(found[self.ts[found] > moment - STALE])

    def of(self, mmsi: Collection[int], first: int, last: int) -> Column:
        """The rows of some ships between two moments."""
        parts = [np.zeros(0, np.int64)]
        for number in sorted(mmsi):
            start, end = np.searchsorted(self.mmsi, [number, number + 1])
            times = self.ts[start:end]
            parts.append(start + np.flatnonzero((times >= first) & (times <= last)))
        return np.concatenate(parts)

    @cached_property
    def by_imo(self) -> dict[int, tuple[int, ...]]:
        """The numbers that sent each IMO number."""
        found: dict[int, tuple[int, ...]] = {}
        for number, said in sorted(self.said.items()):
            for imo in said.imo:
                found[imo] = (*found.get(imo, ()), number)
        return found


def stamp(positions: Positions) -> str:
    """Another text whenever other positions are in force; empty where none were ever taken in."""
    try:
        held = positions.path.stat()
    except FileNotFoundError:
        return ""
    return f"{held.st_mtime_ns}-{held.st_size}"


def sea(positions: Positions, day: str) -> Sea:
    """The sea at the end of a day. Positions without a time of their own are left out."""
    paths = positions.paths("points", last=day)
    if not paths:
        none = np.zeros(0)
        return Sea(none, none, none, none, none)
    con = engine()
    rows = con.execute(
        "SELECT mmsi::BIGINT AS mmsi, max(ts) AS ts, arg_max(lat, ts) AS lat, arg_max(lon, ts) AS lon,"
        f" arg_max(sog, ts)::DOUBLE AS sog FROM read_parquet({listed(paths)})"
        " WHERE ts <= ? AND clock != 'dated'"
        f" GROUP BY mmsi, ts // {SLOT} ORDER BY 1, 2",
        [end_of(day)],
    ).fetchnumpy()
    counts = con.execute(
        f"SELECT mmsi, count(*) FROM read_parquet({listed(paths)}) WHERE ts <= ? GROUP BY mmsi", [end_of(day)]
    ).fetchall()
    voyages = positions.paths("voyages", last=day)
    held = positions.manifest().files["points"]
    return Sea(
        rows["mmsi"],
        rows["ts"],
        rows["lat"],
        rows["lon"],
        np.ma.filled(rows["sog"], np.nan),
        days={d: sum(files.values()) for d, files in sorted(held.items()) if d <= day},
        said=_said(con, voyages, end_of(day)) if voyages else {},
        reports={int(m): int(n) for m, n in counts},
    )


def _said(con: Any, paths: Sequence[Any], end: int) -> dict[int, Heard]:
    rows = con.execute(
        f"SELECT mmsi, name, imo, type FROM read_parquet({listed(paths)}) WHERE ts <= ?"
        f" GROUP BY mmsi, name, imo, type ORDER BY mmsi, max(ts), name, imo, type",
        [end],
    ).fetchall()
    found: dict[int, list[tuple[Any, ...]]] = {}
    for mmsi, *said in rows:
        found.setdefault(int(mmsi), []).append(tuple(said))
    return {
        mmsi: Heard(*(tuple(dict.fromkeys(v for v in column if v)) for column in zip(*said, strict=True)))
        for mmsi, said in found.items()
    }


def listed(paths: Sequence[Any]) -> str:
    """File names as SQL has a list of them."""
    return "[" + ", ".join("'" + str(p).replace("'", "''") + "'" for p in paths) + "]"


def end_of(day: str) -> int:
    """The last second of a day, in UTC."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) + 86399
