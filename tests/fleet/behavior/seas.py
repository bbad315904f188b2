"""Seas as worlds: written as Parquet, as an intake would."""

from __future__ import annotations

from pathlib import Path

import duckdb

from yalu.fleet.behavior.engine import DuckDB, Engine
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.world import World, world
from yalu.fleet.exercise.sea import Sea


def written(sea: Sea, path: Path) -> Path:
    """The reports of a sea as a Parquet file."""
    with duckdb.connect() as con:
        con.register("given", sea.points)
        con.execute(
            "COPY (SELECT mmsi::INTEGER AS mmsi, ts, lat, lon, sog::FLOAT AS sog, 'stated' AS clock"
            f" FROM given) TO '{path}' (FORMAT parquet)"
        )
    return path


def places(sea: Sea) -> list[Place]:
    return [Place(f"p{i}", f"port {i}", "", float(lat), float(lon)) for i, (lat, lon) in enumerate(sea.ports)]


def seen(sea: Sea, path: Path, engine: Engine | None = None, *, end: int = 1 << 40) -> World:
    """The world of a sea that is written at ``path``."""
    return world(engine or DuckDB(), [path], [], places(sea), end=end, dated=False)
