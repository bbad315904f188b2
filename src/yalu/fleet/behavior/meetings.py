"""Ship-to-ship meetings: two ships slow and close for long, far from ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import DEGREE, KNOT, apart, cells_around, column_of, east, near, order_of, row_of
from yalu.fleet.behavior.near import away_from_ports, outside_ports
from yalu.fleet.behavior.rules import Meeting

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

GRID = (0.005, 0.01)
"""Degrees: at least 500 m below 60 degrees of latitude, so that 3 x 3 cells miss no pair; wider beyond."""


def slow_bins(world: World, rule: Meeting) -> ir.Table:
    """Where each slow ship was in each bin of time, far from ports: mmsi, b, lat, lon, firm.

    Between two reports the ship is taken to go straight. ``firm`` where they lie at most ``rule.firm`` apart.
    """
    import ibis

    p = world.points
    w = ibis.window(group_by=p.mmsi, order_by=order_of(p.ts, p.lat))
    s = p.select(
        "mmsi",
        "ts",
        "lat",
        "lon",
        nts=p.ts.lead(1).over(w),
        nlat=p.lat.lead(1).over(w),
        nlon=p.lon.lead(1).over(w),
    )
    reach = (s.nts - s.ts) * (rule.speed * KNOT)
    s = s.filter(
        s.nts > s.ts, s.nts - s.ts <= rule.probable, (s.nlat - s.lat).abs() * (DEGREE * 0.999) < reach
    )
    s = s.filter(near(s.lat, s.lon, s.nlat, s.nlon) < (s.nts - s.ts) * (rule.speed * KNOT))
    s = world.engine.make("slow_steps", outside_ports(world, s, "lat", "lon", rule.port))
    half = rule.bin // 2
    s = s.mutate(
        first=((s.ts - half + rule.bin - 1) // rule.bin).cast("int64"),
        last=((s.nts - half + rule.bin - 1) // rule.bin).cast("int64"),
    )
    s = s.mutate(b=ibis.range(s.first, s.last).unnest())
    share = (s.b * rule.bin + half - s.ts) / (s.nts - s.ts)
    lon = s.lon + east(s.lon, s.nlon) * share
    s = s.select(
        "mmsi",
        "b",
        lat=s.lat + (s.nlat - s.lat) * share,
        lon=(lon > 180).ifelse(lon - 360, (lon < -180).ifelse(lon + 360, lon)),
        firm=s.nts - s.ts <= rule.firm,
    )
    s = world.engine.make("slow_all", s)
    return world.engine.make("slow_bins", away_from_ports(world, s, "lat", "lon", rule.port, ["mmsi", "b"]))


def meetings(world: World, bins: ir.Table, rule: Meeting) -> ir.Table:
    """Meetings: a < b (MMSI), t0, t1, grade, bins, meters (mean), nearest, lat, lon, firm_bins."""
    import ibis

    a = bins.mutate(cy=row_of(bins.lat, GRID[0]), cx=column_of(bins.lon, GRID[1]))
    o = cells_around(bins, "lat", "lon", rule.distance, GRID, ("cy", "cx"))
    o = o.select(other="mmsi", b="b", olat="lat", olon="lon", ofirm="firm", cy="cy", cx="cx")
    pair = a.join(o, ["b", "cy", "cx"])
    pair = pair.filter(pair.mmsi < pair.other)
    pair = pair.mutate(meters=apart(pair.lat, pair.lon, pair.olat, pair.olon), both=pair.firm & pair.ofirm)
    pair = pair.filter(pair.meters <= rule.distance)
    pair = pair.select(a="mmsi", c="other", b="b", lat="lat", lon="lon", meters="meters", both="both")
    pair = world.engine.make("close_bins", pair)
    every = world.engine.make("sessions_all", _sessions(pair, rule))
    firm = world.engine.make("sessions_firm", _sessions(pair.filter(pair.both), rule))
    f = firm.select(fa="a", fc="c", f0="t0", f1="t1")
    held = every.semi_join(f, [every.a == f.fa, every.c == f.fc, every.t0 < f.f1, f.f0 < every.t1])
    held = held.select("a", "c", "t0").mutate(is_firm=ibis.literal(True))
    graded = every.left_join(held, ["a", "c", "t0"]).drop("a_right", "c_right", "t0_right")
    graded = graded.mutate(grade=graded.is_firm.fill_null(False).ifelse("firm", "probable"))
    return world.engine.make("meetings", graded.drop("is_firm").rename(b="c"))


def _sessions(pair: ir.Table, rule: Meeting) -> ir.Table:
    import ibis

    w = ibis.window(group_by=[pair.a, pair.c], order_by=pair.b)
    pair = pair.mutate(since=pair.b - pair.b.lag(1).over(w))
    fresh = (pair.since.isnull() | (pair.since > rule.apart // rule.bin)).cast("int64")
    pair = pair.mutate(fresh=fresh)
    upto = ibis.cumulative_window(group_by=[pair.a, pair.c], order_by=pair.b)
    pair = pair.mutate(n=pair.fresh.sum().over(upto))
    found = pair.group_by("a", "c", "n").aggregate(
        t0=pair.b.min() * rule.bin,
        t1=(pair.b.max() + 1) * rule.bin,
        bins=pair.b.count(),
        firm_bins=pair.both.cast("int64").sum(),
        meters=pair.meters.mean(),
        nearest=pair.meters.min(),
        lat=pair.lat.argmin(pair.meters),
        lon=pair.lon.argmin(pair.meters),
    )
    return found.filter(found.t1 - found.t0 >= rule.lasting).drop("n")
