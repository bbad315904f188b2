"""Did the ship fall silent, or the place? Told from the other ships that should have been heard there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.fleet.behavior.geo import apart, cells_around, column_of, east, row_of
from yalu.fleet.behavior.rules import Gap
from yalu.fleet.behavior.silence import LATER

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

AROUND = (0.5, 1.0)
SPOT = (0.1, 0.1)
DAY = 86400
KEYS = ["mmsi", "t0", "look"]


def coverage(world: World, silences: ir.Table, gap: Gap) -> ir.Table:
    """The silences with their grade and with what the other ships around tell.

    The ship is followed for ``gap.looks`` steps of ``gap.look`` seconds, as it went before. At each step
    ``heard`` counts other ships reporting within ``gap.around`` meters, ``silent`` those that should have
    been there and did not, and ``ever`` says whether any other ship was ever heard in that spot. Columns
    heard and silent are those of the first step, or of the one that shows a hole; fell_with and came_with
    count others that fell silent, or came back, together with it. Grades: ``silence`` (no
    finding), ``hole`` (the place was silent, or nobody is ever heard there), ``gap`` and ``strong``.
    """
    import ibis

    s = silences
    asked = s.filter(s.moving, s.far, s.regular, s.single).mutate(look=ibis.range(1, gap.looks + 1).unnest())
    after = asked.look * gap.look
    lon = asked.lon0 + asked.vlon * after
    asked = asked.select(
        "mmsi",
        "t0",
        look=asked.look.cast("int64"),
        at=(asked.t0 + after).cast("int64"),
        lat=(asked.lat0 + asked.vlat * after).clip(-89.99, 89.99),
        lon=(lon > 180).ifelse(lon - 360, (lon < -180).ifelse(lon + 360, lon)),
    )
    looks = asked = world.engine.make("asked", asked)
    for part in (_heard(world, asked, gap), _silent(world, asked, silences, gap), _ever(world, asked)):
        looks = looks.left_join(part, KEYS).drop(*(f"{k}_right" for k in KEYS))
    looks = looks.mutate(
        heard=looks.heard.fill_null(0), silent=looks.silent.fill_null(0), ever=looks.ever.fill_null(False)
    )
    fell = (looks.silent >= gap.others) & (looks.silent >= looks.heard * gap.share)
    looks = world.engine.make("looks", looks.mutate(fell=fell, hole=fell | ~looks.ever))
    told = looks.group_by("mmsi", "t0").aggregate(
        heard=looks.heard.argmax(looks.fell.cast("int64") * 100 - looks.look),
        silent=looks.silent.argmax(looks.fell.cast("int64") * 100 - looks.look),
        fell=looks.fell.max(),
        hole=looks.hole.max(),
        deep=looks.heard.argmax(looks.look),
    )
    graded = silences.left_join(told, ["mmsi", "t0"]).drop("mmsi_right", "t0_right")
    for end, name in (("0", "fell_with"), ("1", "came_with")):
        part = world.engine.make(name, _together(silences, gap, end, name))
        graded = graded.left_join(part, ["mmsi", "t0"]).drop("mmsi_right", "t0_right")
        graded = graded.mutate(**{name: graded[name].fill_null(0)})
    together = ibis.greatest(graded.fell_with, graded.came_with)
    few = (together >= gap.others) & (together >= graded.deep * gap.share)
    together = few | (together >= gap.crowd)
    lasted = graded.t1.fill_null(world.end) - graded.t0
    grade = ibis.cases(
        (~(graded.moving & graded.far & graded.regular & graded.single), "silence"),
        (graded.hole | together, "hole"),
        (lasted >= gap.strong, "strong"),
        else_="gap",
    )
    graded = graded.mutate(
        grade=grade,
        lasted=lasted,
        heard=graded.heard.fill_null(0),
        silent=graded.silent.fill_null(0),
        fell=graded.fell.fill_null(False),
    )
    return world.engine.make("gaps", graded.drop("hole", "deep"))


def _heard(world: World, asked: ir.Table, gap: Gap) -> ir.Table:
    """Others that reported near the place within half of ``gap.hear`` seconds of the time."""
    import ibis

    half = gap.hear // 2
    first = ((asked["at"] - half) // 3600).cast("int64")
    probes = asked.mutate(h=ibis.range(first, first + gap.hear // 3600 + 1).unnest())
    probes = cells_around(probes, "lat", "lon", gap.around, AROUND, ("cy", "cx"))
    probes = probes.select("t0", "look", "at", "h", "cy", "cx", who="mmsi", alat="lat", alon="lon")
    probes = world.engine.make("probes", probes)
    p = world.points
    p = p.select(
        "mmsi",
        "ts",
        "lat",
        "lon",
        h=(p.ts // 3600).cast("int64"),
        cy=row_of(p.lat, AROUND[0]),
        cx=column_of(p.lon, AROUND[1]),
    )
    met = p.join(probes, ["h", "cy", "cx"])
    met = met.filter(
        met.mmsi != met.who,
        met.ts >= met["at"] - half,
        met.ts <= met["at"] + half,
        apart(met.lat, met.lon, met.alat, met.alon) <= gap.around,
    )
    found = met.group_by("who", "t0", "look").aggregate(heard=met.mmsi.nunique())
    return world.engine.make("heard", found.rename(mmsi="who"))


def _silent(world: World, asked: ir.Table, silences: ir.Table, gap: Gap) -> ir.Table:
    """Others that were silent at the time and, on the straight line between their reports, near the place."""
    import ibis

    o = silences.select(
        "t1",
        "lat0",
        "lon0",
        "lat1",
        "lon1",
        other="mmsi",
        s0="t0",
        until=silences.t1.fill_null(world.end),
    )
    first = (o.s0 // DAY).cast("int64")
    o = o.mutate(day=ibis.range(first, (o.until // DAY).cast("int64") + 1).unnest())
    a = asked.mutate(day=(asked["at"] // DAY).cast("int64"))
    pair = a.join(o, "day")
    pair = pair.filter(pair.other != pair.mmsi, pair.s0 < pair["at"], pair.t1.fill_null(LATER) > pair["at"])
    share = ((pair["at"] - pair.s0) / (pair.t1 - pair.s0)).fill_null(0.0)
    lat = pair.lat0 + (pair.lat1 - pair.lat0).fill_null(0.0) * share
    lon = pair.lon0 + east(pair.lon0, pair.lon1).fill_null(0.0) * share
    pair = pair.filter(apart(pair.lat, pair.lon, lat, lon) <= gap.around)
    return pair.group_by(KEYS).aggregate(silent=pair.other.nunique())


def _together(silences: ir.Table, gap: Gap, end: str, name: str) -> ir.Table:
    """Others whose silence begins (end 0) or ends (end 1) at the same time and around the same place."""
    import ibis

    t, lat, lon = f"t{end}", f"lat{end}", f"lon{end}"
    a = silences.filter(silences[t].notnull(), silences.moving, silences.far)
    a = a.select("mmsi", start="t0", time=t, lat=lat, lon=lon)
    slot = (a.time // gap.same_time).cast("int64")
    a = a.mutate(slot=ibis.range(slot - 1, slot + 2).unnest())
    o = silences.filter(silences[t].notnull())
    o = o.select(other="mmsi", otime=t, olat=lat, olon=lon, slot=(o[t] // gap.same_time).cast("int64"))
    pair = a.join(o, "slot")
    pair = pair.filter(
        pair.mmsi != pair.other,
        (pair.time - pair.otime).abs() <= gap.same_time,
        apart(pair.lat, pair.lon, pair.olat, pair.olon) <= gap.same_place,
    )
    return pair.group_by("mmsi", t0="start").aggregate(**{name: pair.other.nunique()})


def _ever(world: World, asked: ir.Table) -> ir.Table:
    """Whether another ship was ever heard in the spot, a cell of a tenth of a degree."""
    spot = asked.select(*KEYS, cy=row_of(asked.lat, SPOT[0]), cx=column_of(asked.lon, SPOT[1]))
    spots = world.engine.make("spots", spot.select("cy", "cx").distinct())
    spot = world.engine.make("spot_of", spot)
    p = world.points
    p = p.select("mmsi", cy=row_of(p.lat, SPOT[0]), cx=column_of(p.lon, SPOT[1]))
    p = p.semi_join(spots, ["cy", "cx"])
    held = p.group_by("cy", "cx").aggregate(low=p.mmsi.min(), high=p.mmsi.max())
    held = world.engine.make("spots_heard", held)
    met = spot.join(held, ["cy", "cx"])
    return met.select(*KEYS, ever=(met.low != met.mmsi) | (met.high != met.mmsi))
