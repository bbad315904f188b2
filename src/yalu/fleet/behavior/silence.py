"""Silences of ships: how long, where from and to, whether a port, the ship or the place explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import KNOT, apart, near
from yalu.fleet.behavior.near import mark_near_ports
from yalu.fleet.behavior.rules import Gap

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

LATER = 1 << 40


def silences(
    world: World, notable: ir.Table, stretches: ir.Table, links: ir.Table, excursions: ir.Table, gap: Gap
) -> ir.Table:
    """Every silence of ``gap.silent`` seconds or more, each once.

    Columns: mmsi; t0, lat0, lon0, sog0; t1, lat1, lon1 (NULL while it lasts); open; vlat, vlon (degrees a
    second before it); moving, far, regular; single, false where two ships bear the number.
    """
    import ibis

    plain = notable.filter(notable.nts - notable.ts >= gap.silent)
    inside = plain.semi_join(
        excursions,
        [
            plain.mmsi == excursions.mmsi,
            plain.ts >= excursions.head_ts,
            plain.ts <= excursions.tail_ts,
        ],
    ).select("mmsi", "ts", "lat", "lon")
    plain = plain.anti_join(inside, ["mmsi", "ts", "lat", "lon"])
    s, e = stretches, stretches.view()
    over = links.join(s, [links.mmsi == s.mmsi, links.a == s.k]).select(
        mmsi=links.mmsi, b=links.b, ts=s.tail_ts, lat=s.tail_lat, lon=s.tail_lon
    )
    over = over.join(e, [over.mmsi == e.mmsi, over.b == e.k]).select(
        mmsi=over.mmsi,
        ts=over.ts,
        lat=over.lat,
        lon=over.lon,
        to_ts=e.head_ts,
        to_lat=e.head_lat,
        to_lon=e.head_lon,
    )
    bridged = over.filter(over.to_ts - over.ts >= gap.silent)
    # the report before a link is a break, so it stands among the notable ones with what came before it
    b = notable.join(bridged, ["mmsi", "ts", "lat", "lon"])
    columns = ["mmsi", "ts", "lat", "lon", "sog", "pts", "plat", "plon", "nts", "nlat", "nlon", "early"]
    bridged_rows = b.select(
        "mmsi",
        "ts",
        "lat",
        "lon",
        "sog",
        "pts",
        "plat",
        "plon",
        nts="to_ts",
        nlat="to_lat",
        nlon="to_lon",
        early="early",
    )
    plain = plain.anti_join(bridged, ["mmsi", "ts", "lat", "lon"]).select(*columns)
    last = notable.filter(notable.nts.isnull() & (world.end - notable.ts >= gap.silent)).select(*columns)
    rows = plain.union(bridged_rows.select(*columns)).union(last)
    dt = rows.ts - rows.pts
    steady = (dt > 0) & (dt <= 3600) & (apart(rows.plat, rows.plon, rows.lat, rows.lon) / dt <= 40 * KNOT)
    rows = rows.select(
        "mmsi",
        "early",
        prior=rows.pts,
        t0=rows.ts,
        lat0=rows.lat,
        lon0=rows.lon,
        sog0=rows.sog.cast("float64"),
        t1=rows.nts,
        lat1=rows.nlat,
        lon1=rows.nlon,
        open=rows.nts.isnull(),
        vlat=steady.fill_null(False).ifelse((rows.lat - rows.plat) / dt, 0.0),
        vlon=steady.fill_null(False).ifelse((rows.lon - rows.plon) / dt, 0.0),
    )
    rows = world.engine.make("silences_raw", rows)
    numbers = links.filter(links.doubled).select("mmsi").distinct().mutate(two=ibis.literal(True))
    rows = rows.left_join(numbers, "mmsi").drop("mmsi_right")
    rows = mark_near_ports(world, rows, "lat0", "lon0", gap.port, "in_port")
    speed = rows.sog0.fill_null(
        near(rows.lat0, rows.lon0, rows.lat0 + rows.vlat * 600, rows.lon0 + rows.vlon * 600) / 600 / KNOT
    )
    rows = rows.mutate(
        moving=speed > gap.moving,
        far=~rows.in_port,
        # without a report in the hour before it is not known where the ship was going
        regular=((rows.t0 - rows.early <= gap.within) & (rows.t0 - rows.prior <= 3600)).fill_null(False),
        single=~rows.two.fill_null(False),
    ).drop("in_port", "early", "prior", "two")
    return world.engine.make("silences", rows)
