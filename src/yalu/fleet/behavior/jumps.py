"""Moves that no ship can make: positions that jump away and come back, that stay away, or are two ships'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import apart, knots

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World


def jumps(world: World, stretches: ir.Table, links: ir.Table, excursions: ir.Table) -> ir.Table:
    """Events: mmsi, grade, t0, lat0, lon0 (last sound report), t1, lat1, lon1 (the jumped one), until, n.

    ``returns``: the positions came back at ``until``. ``stays``: they did not. ``doubled``: two ships on one
    number, one row a number, with the first and last link and how many there are.
    """
    import ibis

    s = stretches
    before = s.view()
    moves = s.join(before, [s.mmsi == before.mmsi, s.k == before.k + 1]).select(
        mmsi=s.mmsi,
        k=s.k,
        t0=before.tail_ts,
        lat0=before.tail_lat,
        lon0=before.tail_lon,
        t1=s.head_ts,
        lat1=s.head_lat,
        lon1=s.head_lon,
    )
    doubled = links.filter(links.doubled)
    numbers = doubled.select("mmsi").distinct()
    moves = moves.anti_join(numbers, "mmsi")
    single = links.filter(~links.doubled)
    first = moves.join(single, [moves.mmsi == single.mmsi, moves.k == single.a + 1]).select(
        moves.mmsi, moves.k, moves.t0, moves.lat0, moves.lon0, moves.t1, moves.lat1, moves.lon1, single.until
    )
    returns = first.select(
        "mmsi", "t0", "lat0", "lon0", "t1", "lat1", "lon1", "until", grade=ibis.literal("returns"), n=1
    )
    inside = excursions.select("mmsi", "k")
    back = single.select("mmsi", k="b")
    rest = moves.anti_join(inside, ["mmsi", "k"]).anti_join(back, ["mmsi", "k"])
    stays = rest.select(
        "mmsi", "t0", "lat0", "lon0", "t1", "lat1", "lon1", until="t1", grade=ibis.literal("stays"), n=1
    )
    tails = doubled.join(s, [doubled.mmsi == s.mmsi, doubled.a == s.k]).select(
        doubled.mmsi, doubled.a, doubled.until, s.tail_ts, s.tail_lat, s.tail_lon
    )
    heads = s.view()
    two = tails.join(heads, [tails.mmsi == heads.mmsi, tails.a + 1 == heads.k]).select(
        tails.mmsi,
        tails.a,
        tails.until,
        tails.tail_ts,
        tails.tail_lat,
        tails.tail_lon,
        heads.head_ts,
        heads.head_lat,
        heads.head_lon,
    )
    both = two.group_by("mmsi").aggregate(
        t0=two.tail_ts.min(),
        lat0=two.tail_lat.argmin(two.tail_ts),
        lon0=two.tail_lon.argmin(two.tail_ts),
        t1=two.head_ts.min(),
        lat1=two.head_lat.argmin(two.tail_ts),
        lon1=two.head_lon.argmin(two.tail_ts),
        until=two.until.max(),
        n=two.count(),
    )
    both = both.mutate(grade=ibis.literal("doubled"))
    order = ["mmsi", "grade", "t0", "lat0", "lon0", "t1", "lat1", "lon1", "until", "n"]
    made = _same(returns, order).union(_same(stays, order)).union(_same(both, order))
    made = made.mutate(meters=apart(made.lat0, made.lon0, made.lat1, made.lon1))
    made = made.mutate(speed=knots(made.meters, made.t1 - made.t0))
    return world.engine.make("jumps", made)


def _same(table: ir.Table, order: list[str]) -> ir.Table:
    return table.select(
        *(table[c].cast("int64").name(c) if c in ("t0", "t1", "until", "n") else table[c] for c in order)
    )
