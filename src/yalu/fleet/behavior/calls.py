"""Calls at ports of the target country: seen lying there, or inferred from a gap and another draught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import DEGREE, KNOT, apart, column_of, east, row_of
from yalu.fleet.behavior.ports import CELL, port_cells
from yalu.fleet.behavior.rules import Call

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

_CELLS = {"cy": "int64", "cx": "int64", "port_lat": "float64", "port_lon": "float64", "place": "int64"}


def seen(world: World, rule: Call) -> ir.Table:
    """Calls that were seen: mmsi, place, t0, t1, lat, lon (slowest report), speed, reports, nearest (meters).

    A ship is in from the port's radius and out ``rule.out`` meters beyond it; it calls when a report inside
    is at ``rule.speed`` or less.
    """
    import ibis

    targets = [(n, p) for n, p in enumerate(world.places) if p.target]
    cells = [
        (y, x, lat, lon, n)
        for n, place in targets
        for y, x, lat, lon, _ in port_cells([place], place.radius + rule.out)
    ]
    near = world.engine.rows("target_cells", _CELLS, cells)
    radius = world.engine.rows(
        "target_radius", {"place": "int64", "radius": "int64"}, [(n, p.radius) for n, p in targets]
    )
    p = world.points
    p = p.mutate(cy=row_of(p.lat, CELL[0]), cx=column_of(p.lon, CELL[1]))
    met = p.join(near, ["cy", "cx"]).join(radius, "place")
    met = met.mutate(meters=apart(met.lat, met.lon, met.port_lat, met.port_lon))
    met = met.filter(met.meters <= met.radius + rule.out)
    met = world.engine.make(
        "in_target",
        met.select("mmsi", "place", "ts", "lat", "lon", "meters", "radius", sog=met.sog.cast("float64")),
    )
    w = ibis.window(group_by=[met.mmsi, met.place], order_by=[met.ts, met.lat, met.lon])
    met = met.mutate(gone=met.ts - met.ts.lag(1).over(w))
    met = met.mutate(
        fresh=(met.gone.isnull() | (met.gone > rule.apart)).cast("int64"),
        still=(met.meters <= met.radius) & (met.sog <= rule.speed),
    )
    # rows of one second must fall to one visit, so the sum runs over the same order
    upto = ibis.cumulative_window(group_by=[met.mmsi, met.place], order_by=[met.ts, met.lat, met.lon])
    met = met.mutate(n=met.fresh.sum().over(upto))
    calls = met.group_by("mmsi", "place", "n").aggregate(
        t0=met.ts.min(),
        t1=met.ts.max(),
        lat=met.lat.argmin(met.meters, where=met.still),
        lon=met.lon.argmin(met.meters, where=met.still),
        speed=met.sog.min(where=met.still),
        nearest=met.meters.min(),
        reports=met.count(),
        lay=met.still.cast("int64").sum(),
    )
    return world.engine.make("calls_seen", calls.filter(calls.lay > 0).drop("n"))


def inferred(world: World, gaps: ir.Table, rule: Call) -> ir.Table:
    """Calls that gaps suggest: mmsi, place, t0, t1, lat0, lon0, meters, before and after (draughts, meters).

    The gap begins within ``rule.reach`` of the port, the ship heads for it, it can have gone there and to
    where it was heard again, and it tells another draught than before.
    """
    import ibis

    targets = [(n, p.lat, p.lon, p.radius) for n, p in enumerate(world.places) if p.target]
    schema = {"place": "int64", "port_lat": "float64", "port_lon": "float64", "radius": "int64"}
    ports = world.engine.rows("targets", schema, targets)
    g = gaps.filter(gaps.grade != "silence", ~gaps.open)
    pair = g.cross_join(ports)
    pair = pair.mutate(meters=apart(pair.lat0, pair.lon0, pair.port_lat, pair.port_lon))
    back = apart(pair.port_lat, pair.port_lon, pair.lat1, pair.lon1)
    squeeze = pair.lat0.radians().cos()
    north, side = pair.port_lat - pair.lat0, east(pair.lon0, pair.port_lon) * squeeze
    vn, vs = pair.vlat, pair.vlon * squeeze
    size = ((north * north + side * side) * (vn * vn + vs * vs)).sqrt()
    toward = (north * vn + side * vs) >= size * _cosine(rule.heading)
    pair = pair.filter(
        pair.meters <= rule.reach,
        (vn * vn + vs * vs).sqrt() * DEGREE > 0.5 * KNOT,
        toward,
        (pair.meters + back - 2 * pair.radius) / (rule.travel * KNOT) <= pair.t1 - pair.t0,
    )
    pair = world.engine.make(
        "headed", pair.select("mmsi", "place", "t0", "t1", "lat0", "lon0", "lat1", "lon1", "meters")
    )
    v = world.voyages.filter(world.voyages.draught > 0).select("mmsi", vts="ts", draught="draught")
    said = pair.join(v, "mmsi")
    said = said.group_by("mmsi", "place", "t0").aggregate(
        before=said.draught.argmax(said.vts, where=said.vts <= said.t0),
        after=said.draught.argmin(said.vts, where=said.vts >= said.t1),
    )
    met = pair.join(said, ["mmsi", "place", "t0"])
    met = met.filter((met.before - met.after).abs() >= rule.draught)
    w = ibis.window(group_by=[met.mmsi, met.t0], order_by=[met.meters, met.place])
    nearest = met.mutate(n=ibis.row_number().over(w))
    columns = ["mmsi", "place", "t0", "t1", "lat0", "lon0", "lat1", "lon1", "meters", "before", "after"]
    return world.engine.make("calls_inferred", nearest.filter(nearest.n == 0).select(*columns))


def _cosine(degrees: float) -> float:
    import math

    return math.cos(math.radians(degrees))
