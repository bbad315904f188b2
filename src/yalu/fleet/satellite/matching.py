"""Which detections are ships that were heard, and which are not: the nearest pairs first, each used once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from yalu.fleet.behavior.event import Event, Fix
from yalu.fleet.behavior.geo import KNOT, apart, cells_around, column_of, east, order_of, row_of
from yalu.fleet.behavior.rules import Detection as Thresholds
from yalu.fleet.behavior.rules import Rule
from yalu.fleet.satellite.reading import Detection

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

_AROUND = (0.5, 1.0)
_FASTEST = 30
"""Knots within which a report an hour away can still be of a ship at the place."""

_SCHEMA = {"n": "int64", "at": "int64", "dlat": "float64", "dlon": "float64"}


def candidates(world: World, detections: Sequence[Detection], rule: Thresholds) -> ir.Table:
    """Ships that were near a detection in time and place: n, mmsi, meters, seconds to the nearest report."""
    import ibis

    given = [(n, d.ts, d.lat, d.lon) for n, d in enumerate(detections) if d.ts <= world.end]
    seen = world.engine.rows("detections", _SCHEMA, given)
    hour = (seen["at"] // 3600).cast("int64")
    reach = rule.window // 3600 + 1
    probes = seen.mutate(h=ibis.range(hour - reach, hour + reach + 1).unnest())
    meters = _FASTEST * KNOT * rule.window + rule.distance
    probes = cells_around(probes, "dlat", "dlon", meters, _AROUND, ("cy", "cx"))
    probes = world.engine.make("detection_cells", probes)
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
    s = s.mutate(
        h=(s.ts // 3600).cast("int64"), cy=row_of(s.lat, _AROUND[0]), cx=column_of(s.lon, _AROUND[1])
    )
    met = s.join(probes, ["h", "cy", "cx"])
    between = (met.ts <= met["at"]) & (met.nts > met["at"]) & (met.nts - met.ts <= 2 * rule.window)
    share = ((met["at"] - met.ts) / (met.nts - met.ts)).fill_null(0.0)
    lat = between.fill_null(False).ifelse(met.lat + (met.nlat - met.lat) * share, met.lat)
    lon = between.fill_null(False).ifelse(met.lon + east(met.lon, met.nlon) * share, met.lon)
    away = (met["at"] - met.ts).abs()
    met = met.mutate(
        meters=apart(lat, lon, met.dlat, met.dlon),
        seconds=between.fill_null(False).ifelse(ibis.least(away, met.nts - met["at"]), away),
    )
    met = met.filter(met.seconds <= rule.window, met.meters <= rule.distance + rule.drift * met.seconds)
    best = met.group_by("n", "mmsi").aggregate(
        meters=met.meters.min(), seconds=met.seconds.argmin(met.meters)
    )
    return world.engine.make("detection_candidates", best)


def unmatched(
    world: World, detections: Sequence[Detection], rule: Rule[Any], gaps: Sequence[dict[str, Any]] = ()
) -> tuple[list[Event], dict[int, int]]:
    """Events for detections that no ship explains, and the ship (MMSI) of each other, by its number.

    ``gaps`` are rows of silences: ships that may have been there are named beside an unmatched one.
    """
    pairs = world.engine.read(candidates(world, detections, rule.thresholds))
    pairs.sort(key=lambda r: (r["meters"], r["n"], r["mmsi"]))
    matched: dict[int, int] = {}
    used: set[tuple[int, int]] = set()
    for r in pairs:
        detection = detections[r["n"]]
        scene = (r["mmsi"], detection.ts // 600)  # a ship is once in a scene
        if r["n"] not in matched and scene not in used:
            matched[r["n"]] = r["mmsi"]
            used.add(scene)
    left = [_event(d, rule, gaps) for n, d in enumerate(detections) if n not in matched and d.ts <= world.end]
    return left, matched


def _event(d: Detection, rule: Rule[Any], gaps: Sequence[dict[str, Any]]) -> Event:
    could = sorted({g["mmsi"] for g in gaps if _reaches(g, d)})
    size = f", {d.length:.0f} m long" if d.length else ""
    text = f"a ship{size} was seen{f' by {d.sensor}' if d.sensor else ''} where none was heard"
    if could:
        text += f"; {len(could)} ships that were silent then could have been there"
    figures = {"detection": d.id, "length": d.length or None, "sensor": d.sensor or None, "could_be": could}
    fixes = (Fix(0, d.ts, d.lat, d.lon, "detection"),)
    return Event("detection", "unmatched", tuple(could), d.ts, d.ts, text, rule, fixes, figures)


def _reaches(gap: dict[str, Any], d: Detection) -> bool:
    """Whether a silent ship could have been at the detection at 15 knots."""
    if not (gap["t0"] < d.ts and (gap["t1"] is None or d.ts < gap["t1"])):
        return False
    speed = 15 * KNOT
    out = _meters(gap["lat0"], gap["lon0"], d) <= speed * (d.ts - gap["t0"])
    home = gap["t1"] is None or _meters(gap["lat1"], gap["lon1"], d) <= speed * (gap["t1"] - d.ts)
    return out and home


def _meters(lat: float, lon: float, d: Detection) -> float:
    from math import asin, cos, radians, sin, sqrt

    from yalu.fleet.behavior.geo import EARTH

    h = sin(radians(d.lat - lat) / 2) ** 2
    h += cos(radians(lat)) * cos(radians(d.lat)) * sin(radians(d.lon - lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(h))
