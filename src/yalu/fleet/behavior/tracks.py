"""Which reports of a number belong to one ship, before anything else is asked of them.

A move that no ship can make breaks a number's reports into stretches. A stretch is linked to the next one
that its ship can have reached. What lies between is an excursion (positions that jump away and come back);
links that lie over each other, again and again, are two ships on one number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import DEGREE, KNOT, apart, knots, order_of
from yalu.fleet.behavior.rules import Gap, Jump

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World


def notable(world: World, gap: Gap, jump: Jump) -> ir.Table:
    """The reports after which a ship was silent or moved as none can, and each number's last.

    Columns: mmsi; ts, lat, lon, sog of the report; pts, plat, plon of the one before; nts, nlat, nlon of the
    next, NULL after the last; early, the time of the report that makes reporting regular; fast.
    """
    import ibis

    p = world.points
    w = ibis.window(group_by=p.mmsi, order_by=order_of(p.ts, p.lat))
    steps = p.select(
        "mmsi",
        "ts",
        "lat",
        "lon",
        "sog",
        pts=p.ts.lag(1).over(w),
        plat=p.lat.lag(1).over(w),
        plon=p.lon.lag(1).over(w),
        nts=p.ts.lead(1).over(w),
        nlat=p.lat.lead(1).over(w),
        nlon=p.lon.lead(1).over(w),
        early=p.ts.lag(gap.fixes - 1).over(w),
    )
    # a quick test that no impossible move fails; the exact one follows on what it leaves
    degrees = (steps.nlat - steps.lat).abs() + (steps.nlon - steps.lon).abs()
    maybe = degrees * DEGREE > (steps.nts - steps.ts) * (jump.speed * KNOT)
    kept = steps.filter(steps.nts.isnull() | (steps.nts - steps.ts >= gap.silent) | maybe)
    meters = apart(kept.lat, kept.lon, kept.nlat, kept.nlon)
    fast = (meters > jump.distance) & (knots(meters, kept.nts - kept.ts) > jump.speed)
    kept = kept.mutate(fast=fast.fill_null(False))
    kept = kept.filter(kept.fast | kept.nts.isnull() | (kept.nts - kept.ts >= gap.silent))
    return world.engine.make("notable", kept)


def stretches(world: World, notable: ir.Table) -> ir.Table:
    """The stretches of numbers that break at all: mmsi, k from 0, head (first report) and tail (last)."""
    import ibis

    ends = notable.filter(notable.fast | notable.nts.isnull())
    w = ibis.window(group_by=ends.mmsi, order_by=[ends.nts.isnull(), order_of(ends.ts, ends.lat)])
    made = ends.select(
        "mmsi",
        k=ibis.row_number().over(w).cast("int64"),
        of=ends.count().over(ibis.window(group_by=ends.mmsi)),
        head_ts=ends.nts.lag(1).over(w),
        head_lat=ends.nlat.lag(1).over(w),
        head_lon=ends.nlon.lag(1).over(w),
        tail_ts=ends.ts,
        tail_lat=ends.lat,
        tail_lon=ends.lon,
    )
    return world.engine.make("stretches", made.filter(made.of > 1).drop("of"))


def links(world: World, stretches: ir.Table, jump: Jump) -> ir.Table:
    """For each stretch the next that its ship can have reached: mmsi, a, b, their seconds, and crossings.

    Of links that lie over each other the shorter holds, except where they do so again and again: then the
    number is ``doubled`` by ships, and all hold.
    """
    import ibis

    a, b = stretches, stretches.view()
    pair = a.join(b, [a.mmsi == b.mmsi, b.k >= a.k + 2, b.k <= a.k + jump.ahead]).select(
        mmsi=a.mmsi,
        a=a.k,
        b=b.k,
        since=a.tail_ts,
        until=b.head_ts,
        meters=apart(a.tail_lat, a.tail_lon, b.head_lat, b.head_lon),
    )
    reach = pair.filter(
        (pair.meters <= jump.distance) | (knots(pair.meters, pair.until - pair.since) <= jump.speed)
    )
    first = reach.group_by("mmsi", "a").aggregate(
        b=reach.b.min(), since=reach.since.min(), until=reach.until.min(where=reach.b == reach.b)
    )
    first = reach.join(first.select("mmsi", "a", "b"), ["mmsi", "a", "b"]).select(
        "mmsi", "a", "b", "since", "until", took=reach.until - reach.since
    )
    first = world.engine.make("first_links", first)
    other = first.view()
    over = first.join(
        other,
        [
            first.mmsi == other.mmsi,
            ((other.a < first.a) & (first.a < other.b) & (other.b < first.b))
            | ((first.a < other.a) & (other.a < first.b) & (first.b < other.b)),
        ],
    ).select(
        mmsi=first.mmsi,
        a=first.a,
        longer=(first.took > other.took) | ((first.took == other.took) & (first.a > other.a)),
        quick=(first.took <= jump.interleaved) & (other.took <= jump.interleaved),
    )
    crossed = over.group_by("mmsi", "a").aggregate(longer=over.longer.max(), quick=over.quick.max())
    doubled = crossed.filter(crossed.quick).group_by("mmsi").aggregate(n=lambda t: t.count())
    doubled = doubled.filter(doubled.n >= jump.crossings).select("mmsi", doubled=ibis.literal(True))
    held = first.left_join(crossed, ["mmsi", "a"]).drop("mmsi_right", "a_right")
    held = held.left_join(doubled, "mmsi").drop("mmsi_right")
    held = held.mutate(doubled=held.doubled.fill_null(False), longer=held.longer.fill_null(False))
    held = held.filter(held.doubled | ~held.longer)
    return world.engine.make("links", held.select("mmsi", "a", "b", "since", "until", "took", "doubled"))


def excursions(world: World, stretches: ir.Table, links: ir.Table) -> ir.Table:
    """Stretches that a link passes over and that are no other ship's: mmsi, k, head and tail."""
    single = links.filter(~links.doubled)
    s = stretches
    inside = s.join(single, [s.mmsi == single.mmsi, single.a < s.k, s.k < single.b]).select(
        s.mmsi, s.k, s.head_ts, s.head_lat, s.head_lon, s.tail_ts, s.tail_lat, s.tail_lon
    )
    return world.engine.make("excursions", inside.distinct())
