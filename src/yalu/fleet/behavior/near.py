"""Which rows lie near a port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import apart, column_of, row_of
from yalu.fleet.behavior.ports import CELL, FINE

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World


def in_cells(table: ir.Table, lat: str, lon: str) -> ir.Table:
    """The rows with the cell, cy and cx, in which they lie."""
    return table.mutate(cy=row_of(table[lat], CELL[0]), cx=column_of(table[lon], CELL[1]))


def away_from_ports(
    world: World, table: ir.Table, lat: str, lon: str, meters: int, key: list[str]
) -> ir.Table:
    """The rows that lie farther than ``meters`` from every port known; ``key`` tells rows apart."""
    placed = in_cells(table, lat, lon)
    ports = world.near_ports(meters)
    met = placed.join(ports, ["cy", "cx"])
    met = met.filter(apart(met[lat], met[lon], met.port_lat, met.port_lon) < meters)
    return table.anti_join(met.select(*key).distinct(), key)


def outside_ports(world: World, table: ir.Table, lat: str, lon: str, meters: int) -> ir.Table:
    """A first, quick cut: without rows in a cell that is whole within ``meters`` of a port."""
    inner = world.inside_ports(meters)
    placed = table.mutate(cy=row_of(table[lat], FINE), cx=column_of(table[lon], FINE))
    return placed.anti_join(inner, ["cy", "cx"]).drop("cy", "cx")


def mark_near_ports(world: World, table: ir.Table, lat: str, lon: str, meters: int, name: str) -> ir.Table:
    """The rows with a column that says whether a port lies within ``meters``."""
    import ibis

    placed = in_cells(table, lat, lon)
    ports = world.near_ports(meters)
    met = placed.join(ports, ["cy", "cx"])
    met = met.filter(apart(met[lat], met[lon], met.port_lat, met.port_lon) < meters)
    keys = ["mmsi", "t0"]
    marked = met.select(*keys).distinct().mutate(**{name: ibis.literal(True)})
    joined = table.left_join(marked, keys).drop("mmsi_right", "t0_right")
    return joined.mutate(**{name: joined[name].fill_null(False)})
