"""What the rules look at: the positions up to a moment, the voyage data, the ports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from yalu.fleet.behavior.engine import Engine
from yalu.fleet.behavior.ports import Place, inner_cells, port_cells

if TYPE_CHECKING:
    import ibis.expr.types as ir

POINTS = {
    "mmsi": "int32",
    "ts": "int64",
    "lat": "float64",
    "lon": "float64",
    "sog": "float32",
    "clock": "string",
}
VOYAGES = {
    "mmsi": "int32",
    "ts": "int64",
    "imo": "int32",
    "name": "string",
    "callsign": "string",
    "type": "string",
    "length": "int16",
    "beam": "int16",
    "draught": "float32",
    "clock": "string",
}


@dataclass
class World:
    """Tables in an engine. ``end`` is the last second that may be known; later rows do not exist."""

    engine: Engine
    points: ir.Table
    voyages: ir.Table
    places: Sequence[Place]
    end: int
    ports: dict[int, ir.Table] = field(default_factory=dict)
    inside: dict[int, ir.Table] = field(default_factory=dict)

    def inside_ports(self, meters: int) -> ir.Table:
        """Cells of the fine grid that lie whole within ``meters`` of a port: cy, cx."""
        if meters not in self.inside:
            schema = {"cy": "int64", "cx": "int64"}
            self.inside[meters] = self.engine.rows(
                f"inside_{meters}", schema, inner_cells(self.places, meters)
            )
        return self.inside[meters]

    def near_ports(self, meters: int) -> ir.Table:
        """Cells that a port's circle touches, one row a port: cy, cx, port_lat, port_lon, place."""
        if meters not in self.ports:
            name = f"ports_{meters}"
            schema = {
                "cy": "int64",
                "cx": "int64",
                "port_lat": "float64",
                "port_lon": "float64",
                "place": "int64",
            }
            self.ports[meters] = self.engine.rows(name, schema, port_cells(self.places, meters))
        return self.ports[meters]


def world(
    engine: Engine,
    points: Sequence[Path],
    voyages: Sequence[Path],
    places: Sequence[Place],
    *,
    first: int = 0,
    end: int = 1 << 40,
    dated: bool = True,
) -> World:
    """The world of files of positions and of voyage data, from ``first`` to ``end``, both counted.

    Rows whose time is that of a whole file are left out, since nothing can be read from their order; where
    it is known that there are none, ``dated`` is false, which is quicker.
    """
    schema = POINTS if dated else {c: t for c, t in POINTS.items() if c != "clock"}
    table = engine.parquet("all_points", points, schema)
    if dated:
        table = table.filter(table.clock != "dated").drop("clock")
    if first > 0 or end < 1 << 40:
        table = table.filter(table.ts >= first, table.ts <= end)
    said = engine.parquet("all_voyages", voyages, VOYAGES)
    said = said.filter(said.ts >= first, said.ts <= end, said.clock != "dated").drop("clock")
    newest = engine.read(table.aggregate(end=table.ts.max()))[0]["end"]
    return World(engine, table, said, places, min(end, newest or 0))
