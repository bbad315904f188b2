"""Which ships lay at a port, by the positions that are held: any port, of whatever country."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from yalu.fleet.ais.store import Positions, day_of, engine
from yalu.fleet.behavior.geo import DEGREE, EARTH
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.rules import Call
from yalu.fleet.plot.sea import listed

RADIUS = 8000
"""Meters around a port for which no radius is held."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay: times of the first and last report inside, slowest speed (knots), nearest report (meters)."""

    mmsi: int
    first: int
    last: int
    speed: float
    nearest: float
    reports: int


def stays(positions: Positions, place: Place, rule: Call, first: int, last: int) -> list[Stay]:
    """The stays at a port between two moments, the latest first: a report at the rule's speed or less inside.

    Reports less than the rule's time apart are one stay.
    """
    paths = positions.paths("points", day_of(first), day_of(last))
    if not paths:
        return []
    radius = place.radius or RADIUS
    high = radius / DEGREE
    wide = min(high / math.cos(math.radians(min(abs(place.lat) + high, 89.9))), 180)
    rows = engine().execute(
        f"""WITH near AS (
            SELECT mmsi, ts, sog, 2 * {EARTH} * asin(sqrt(pow(sin(radians(lat - $lat) / 2), 2)
                + cos(radians($lat)) * cos(radians(lat)) * pow(sin(radians(lon - $lon) / 2), 2))) AS meters
            FROM read_parquet({listed(paths)})
            WHERE ts BETWEEN $first AND $last AND clock != 'dated'
                AND lat BETWEEN $lat - $high AND $lat + $high
                AND abs((lon - $lon + 540) % 360 - 180) <= $wide),
        inside AS (
            SELECT *, ts - lag(ts) OVER (PARTITION BY mmsi ORDER BY ts) AS gone FROM near
            WHERE meters <= $radius),
        visits AS (
            SELECT *, count(*) FILTER (WHERE gone IS NULL OR gone > $apart)
                OVER (PARTITION BY mmsi ORDER BY ts ROWS UNBOUNDED PRECEDING) AS n FROM inside)
        SELECT mmsi, min(ts), max(ts), min(sog), min(meters), count(*) FROM visits GROUP BY mmsi, n
        HAVING min(sog) <= $slow ORDER BY 3 DESC, 1""",
        {"lat": place.lat, "lon": place.lon, "first": first, "last": last, "high": high, "wide": wide,
         "radius": radius, "apart": rule.apart, "slow": rule.speed},
    ).fetchall()  # fmt: skip
    return [Stay(int(m), int(a), int(b), float(s), float(d), int(n)) for m, a, b, s, d, n in rows]


def named(places: Sequence[Place], asked: str) -> Place | None:
    """The port of an id or a name."""
    wanted = asked.casefold()
    return next((p for p in places if wanted in (p.id.casefold(), p.name.casefold())), None)
