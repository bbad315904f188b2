"""MovingPandas and plain DuckDB SQL on the same reports; run by the Python of build/ships, which has them."""

from __future__ import annotations

import json
import sys
import time
from datetime import timedelta
from typing import Any

SHIPS = 15
"""Ships whose reports MovingPandas is given: at its speed more would take hours."""

HAVERSINE = (
    "2*6371008.8*asin(sqrt(pow(sin(radians(lat-plat)/2),2)"
    "+cos(radians(plat))*cos(radians(lat))*pow(sin(radians(lon-plon)/2),2)))"
)


def duckdb_sql(path: str) -> dict[str, Any]:
    """Gaps of six hours and impossible moves in one window, as SQL; points per CPU second."""
    import duckdb

    con = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
    began = time.process_time()
    steps = (
        "SELECT mmsi, ts, lat, lon, lag(ts) OVER w AS pts, lag(lat) OVER w AS plat, lag(lon) OVER w AS plon"
        f" FROM '{path}' WINDOW w AS (PARTITION BY mmsi ORDER BY ts)"
    )
    rows = con.execute(
        "SELECT count(*) FILTER (dt >= 21600),"
        " count(DISTINCT mmsi) FILTER (d > 2000 AND d / greatest(dt, 1) / 0.514444 > 50)"
        f" FROM (SELECT mmsi, ts - pts AS dt, {HAVERSINE} AS d FROM ({steps}))"
    ).fetchone()
    took = time.process_time() - began
    points = con.execute(f"SELECT count(*) FROM '{path}'").fetchone()[0]
    return {"peer": "DuckDB SQL", "points_per_cpu_s": round(points / took), "gaps": rows[0], "jumps": rows[1]}


def movingpandas(path: str) -> dict[str, Any]:
    """Build trajectories, split at gaps, add speeds; points per CPU second."""
    import movingpandas
    import pandas

    frame = pandas.read_parquet(path)
    ships = sorted(frame.mmsi.unique())[:SHIPS]
    frame = frame[frame.mmsi.isin(ships)].sort_values(["mmsi", "ts"])
    frame = frame.assign(t=pandas.to_datetime(frame.ts, unit="s"))
    began = time.process_time()
    tracks = movingpandas.TrajectoryCollection(
        frame[["mmsi", "t", "lat", "lon"]], "mmsi", t="t", x="lon", y="lat", crs="EPSG:4326"
    )
    movingpandas.ObservationGapSplitter(tracks).split(gap=timedelta(hours=6))
    tracks.add_speed(overwrite=True)
    took = time.process_time() - began
    return {"peer": f"MovingPandas {movingpandas.__version__}", "points_per_cpu_s": round(len(frame) / took)}


if __name__ == "__main__":
    print(json.dumps([duckdb_sql(sys.argv[1]), movingpandas(sys.argv[1])]))
