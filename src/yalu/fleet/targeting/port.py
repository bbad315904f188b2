"""Which ships were heard at or near a port, or say that they are bound for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yalu.errors import UsageError
from yalu.evidence.dossier import name_key
from yalu.fleet.ais.store import Positions, engine
from yalu.fleet.behavior.asking import last_second
from yalu.fleet.behavior.geo import DEGREE
from yalu.fleet.behavior.ports import Place, meters_from, read_places, regime_places
from yalu.fleet.places import Places

BEFORE = 30
"""Days before the day asked for in which a ship was there."""
NEAR = 10_000
"""Meters from the port's point that count as near, where its own radius is not wider."""


@dataclass(frozen=True, slots=True)
class There:
    """Ships at a port: each MMSI to why it counts as there."""

    place: Place
    why: dict[int, str]


def find_port(text: str, places: Places, more: Path | None = None) -> Place:
    """The port that a text names. Raises UsageError where its place is not known."""
    known = regime_places() + (read_places(more) if more else [])
    found = places.find(text)
    key = name_key(text)
    for place in known:
        if place.id in (found.port, text) or (key and name_key(place.name) == key):
            return place
    raise UsageError(
        f"It is not known where the port {text!r} lies.",
        expected="one of " + ", ".join(sorted(p.name for p in known)[:30]),
        do="Give a file of ports with --ports (CSV: lat, lon, name), such as the World Port Index.",
    )


def there(positions: Positions, place: Place, day: str) -> There:
    """The ships heard within the port's radius in the 30 days up to a day, or bound for it by their word."""
    end = last_second(day)
    first = end - BEFORE * 86_400
    reach = max(place.radius, NEAR)
    high = reach / DEGREE
    why: dict[int, str] = {}
    with engine() as con:
        for paths, sql in (
            (
                positions.paths("points", "", day),
                "SELECT mmsi, lat, lon FROM read_parquet([{}]) WHERE ts BETWEEN ? AND ?"
                f" AND lat BETWEEN {place.lat - high} AND {place.lat + high}"
                f" AND abs(lon - {place.lon}) < {min(180.0, 4 * high)}",
            ),
            (
                positions.paths("voyages", "", day),
                "SELECT DISTINCT mmsi, destination, 0 FROM read_parquet([{}]) WHERE ts BETWEEN ? AND ?"
                " AND destination <> ''",
            ),
        ):
            if not paths:
                continue
            listed = ", ".join("'" + str(p).replace("'", "''") + "'" for p in paths)
            rows = con.execute(sql.format(listed), [first, end]).fetchall()
            for mmsi, one, two in rows:
                if isinstance(one, str):
                    if name_key(one)[: len(name_key(place.name))] == name_key(place.name):
                        why.setdefault(mmsi, f"says that it is bound for {one}")
                elif meters_from(place, one, two) <= reach:
                    why[mmsi] = f"was heard within {reach / 1000:g} km of {place.name}"
    return There(place, why)
