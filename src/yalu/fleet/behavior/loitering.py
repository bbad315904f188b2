"""Loitering: hours on end of going slow, far from shore; and ships that do so where another fell silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import KNOT, apart, knots, near, order_of
from yalu.fleet.behavior.near import away_from_ports, outside_ports
from yalu.fleet.behavior.rules import DarkMeeting, Loitering

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World


def loitering(world: World, rule: Loitering, *, away: int, lasting: int, name: str) -> ir.Table:
    """Stays of ships whose mean speed is below ``rule.speed`` hour after hour, ``away`` meters from ports.

    Columns: mmsi, t0, t1, hours, lat, lon, speed. An hour's mean is the way between its reports over their
    time; an hour without reports ends no stay, two hours do.
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
    s = s.filter(s.nts > s.ts, s.nts - s.ts <= 7200)
    s = outside_ports(world, s, "lat", "lon", away)
    s = s.mutate(h=(s.ts // 3600).cast("int64"), meters=near(s.lat, s.lon, s.nlat, s.nlon))
    hours = s.group_by("mmsi", "h").aggregate(
        meters=s.meters.sum(),
        seconds=(s.nts - s.ts).sum(),
        lat=s.lat.mean(),
        lon=s.lon.argmin(s.ts),
        until=s.nts.max(),
        since=s.ts.min(),
    )
    hours = hours.filter(knots(hours.meters, hours.seconds) < rule.speed)
    hours = world.engine.make(f"{name}_hours", hours)
    hours = away_from_ports(world, hours, "lat", "lon", away, ["mmsi", "h"])
    v = ibis.window(group_by=hours.mmsi, order_by=hours.h)
    hours = hours.mutate(gone=hours.h - hours.h.lag(1).over(v))
    hours = hours.mutate(fresh=(hours.gone.isnull() | (hours.gone > 2)).cast("int64"))
    upto = ibis.cumulative_window(group_by=hours.mmsi, order_by=hours.h)
    hours = hours.mutate(n=hours.fresh.sum().over(upto))
    stays = hours.group_by("mmsi", "n").aggregate(
        t0=hours.since.min(),
        t1=hours.until.max(),
        hours=hours.count(),
        lat=hours.lat.mean(),
        lon=hours.lon.argmin(hours.h),
        speed=hours.meters.sum() / hours.seconds.sum() / KNOT,
    )
    stays = stays.filter(stays.t1 - stays.t0 >= lasting).drop("n")
    return world.engine.make(name, stays)


def dark_meetings(world: World, gaps: ir.Table, stays: ir.Table, rule: DarkMeeting) -> ir.Table:
    """A stay beside another's gap that could have reached it: silent, loiterer, t0, t1, lat, lon, g0, meters.

    ``t0`` and ``t1`` bound the time in which both can have been there.
    """
    import ibis

    dark = gaps.filter(gaps.grade.isin(["gap", "strong"]), ~gaps.open).select(
        silent="mmsi", g0="t0", g1="t1", lat0="lat0", lon0="lon0", lat1="lat1", lon1="lon1"
    )
    day = 86400
    first, last = (dark.g0 // day).cast("int64"), (dark.g1 // day).cast("int64")
    a = dark.mutate(day=ibis.range(first, last + 1).unnest())
    s = stays.select(loiterer="mmsi", s0="t0", s1="t1", lat="lat", lon="lon")
    first, last = (s.s0 // day).cast("int64"), (s.s1 // day).cast("int64")
    s = s.mutate(day=ibis.range(first, last + 1).unnest())
    pair = a.join(s, "day")
    pair = pair.filter(pair.silent != pair.loiterer)
    out = apart(pair.lat0, pair.lon0, pair.lat, pair.lon)
    home = apart(pair.lat, pair.lon, pair.lat1, pair.lon1)
    pair = pair.mutate(
        meters=ibis.least(out, home),
        come=pair.g0 + out / (rule.speed * KNOT),
        leave=pair.g1 - home / (rule.speed * KNOT),
    )
    pair = pair.mutate(t0=ibis.greatest(pair.come, pair.s0), t1=ibis.least(pair.leave, pair.s1))
    pair = pair.filter(pair.meters <= rule.beside, pair.t0 < pair.t1)
    found = pair.select(
        "silent",
        "loiterer",
        "g0",
        "lat",
        "lon",
        "meters",
        t0=pair.t0.ceil().cast("int64"),
        t1=pair.t1.floor().cast("int64"),
    )
    return world.engine.make("dark_meetings", found.distinct())
