"""What no ship can send: such rows are set apart by reason, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from yalu.fleet.ais.rows import EARLIEST, LEAD, Batch, Reject

CLOCKS = ("stated", "receipt", "base", "dated")
"""Whose time a row bears: its own, ours when it came in, the last base station's, that of --dated."""

STATED, RECEIPT, BASE, DATED = range(len(CLOCKS))

Column = NDArray[Any]


def align(ts: Column, second: Column, clock: Column) -> Column:
    """Move a receiver's time by up to half a minute to the second that the ship states.

    A second of 60 or more states nothing, and a moment given for a whole file is moved by nothing.
    """
    shift = (second - ts % 60 + 30) % 60 - 30
    return np.where((second < 60) & (clock != DATED), ts + shift, ts)


def aligned(ts: int, second: int, clock: int) -> int:
    """:func:`align` for one row."""
    return ts + (second - ts % 60 + 30) % 60 - 30 if second < 60 and clock != DATED else ts


def fault(columns: Mapping[str, Column], now: int) -> Column:
    """The reason for which each row is set apart, empty where it is kept. ``ts`` of 0 is no time."""
    ts, mmsi = columns["ts"], columns["mmsi"]
    choices = [
        ((mmsi < 200_000_000) | (mmsi > 799_999_999), "mmsi"),
        (ts == 0, "no time"),
        (ts > now + LEAD, "clock ahead"),
        (ts < EARLIEST, "clock behind"),
    ]
    if "lat" in columns:
        lat, lon = columns["lat"], columns["lon"]
        choices += [
            ((np.abs(lat - 91) < 1e-4) | (np.abs(lon - 181) < 1e-4), "no position"),
            (~((np.abs(lat) <= 90) & (np.abs(lon) <= 180)), "position"),
        ]
    return np.select([c for c, _ in choices], [r for _, r in choices], "")


def keep(
    engine: duckdb.DuckDBPyConnection,
    table: str,
    types: Mapping[str, str],
    columns: Mapping[str, Column],
    line: Callable[[int], str],
    batch: Batch,
    now: int,
) -> None:
    """Make ``table`` of the rows that can be; the others go to the batch with their line."""
    why = fault(columns, now)
    for at in np.flatnonzero(why != ""):
        number = int(columns["line"][at])
        batch.rejects.append(Reject(str(why[at]), number, line(number)))
    good = why == ""
    given = {name: column[good] for name, column in columns.items() if name in types}
    given["clock"] = given["clock"].astype(np.int64)
    named = f"{list(CLOCKS)}[clock + 1]"
    chosen = ", ".join(
        f"CAST({named if name == 'clock' else name} AS {type_}) AS {name}" for name, type_ in types.items()
    )
    engine.register("given", given)
    try:
        engine.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {chosen} FROM given")
    finally:
        engine.unregister("given")
