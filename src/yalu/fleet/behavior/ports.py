"""Ports as points: those of the regime, and those that a user brings, such as the World Port Index."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from yalu.errors import UsageError
from yalu.fleet.behavior.geo import DEGREE, EARTH

CELL = (0.1, 0.2)
"""Degrees of latitude and longitude of the grid on which ports are looked up."""

FINE = 0.05
"""Degrees of the grid that tells at once who lies in a port."""


@dataclass(frozen=True, slots=True)
class Place:
    """A port: a point and, for a port of the target country, the radius within which a ship lies in it."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    radius: int = 0
    target: bool = False


def regime_places() -> list[Place]:
    """The ports that the packaged regime names; those of the target country are marked."""
    from yalu.regimes.loading import regime_path
    from yalu.regimes.ports import Ports
    from yalu.regimes.reading import read_yaml

    held = Ports.model_validate(read_yaml(regime_path() / "ports.yaml"))
    own = [Place(p.id, p.name, p.country, p.lat, p.lon, p.radius_km * 1000, True) for p in held.ports]
    return own + [
        Place(p.id, p.name, p.country, p.lat, p.lon, p.radius_km * 1000) for p in held.foreign_ports
    ]


def read_places(path: Path) -> list[Place]:
    """Ports of a CSV with columns lat or latitude, lon or longitude, and perhaps name and country.

    Raises UsageError, which names the row.
    """
    found = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                cells = {str(k).strip().casefold(): (v or "").strip() for k, v in row.items() if k}
                try:
                    lat = float(cells.get("lat") or cells.get("latitude") or "")
                    lon = float(cells.get("lon") or cells.get("longitude") or "")
                    if not (abs(lat) <= 90 and abs(lon) <= 180):
                        raise ValueError
                except ValueError:
                    raise UsageError(
                        f"{path}, row {number}: no latitude and longitude.",
                        expected="columns lat and lon (or latitude and longitude) in degrees",
                    ) from None
                name = (
                    cells.get("name") or cells.get("label") or cells.get("main port name") or f"row {number}"
                )
                country = cells.get("country") or cells.get("iso3") or ""
                found.append(Place(f"{path.stem}-{number}", name, country, lat, lon))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    return found


def port_cells(places: Sequence[Place], meters: int) -> list[tuple[int, int, float, float, int]]:
    """Cells of the grid that the circle around each port touches: row, column, latitude, longitude, place."""
    found = []
    for number, place in enumerate(places):
        high = meters / DEGREE
        edge = min(abs(place.lat) + high, 89.9)
        wide = min(high / math.cos(math.radians(edge)), 180)
        around = round(360 / CELL[1])
        rows = range(math.floor((place.lat - high) / CELL[0]), math.floor((place.lat + high) / CELL[0]) + 1)
        columns = {
            x % around
            for x in range(
                math.floor((place.lon + 180 - wide) / CELL[1]),
                math.floor((place.lon + 180 + wide) / CELL[1]) + 1,
            )
        }
        found += [(y, x, place.lat, place.lon, number) for y in rows for x in sorted(columns)]
    return found


def inner_cells(places: Sequence[Place], meters: int) -> list[tuple[int, int]]:
    """Cells of the fine grid that lie whole within ``meters`` of a port: row and column, each once.

    Most slow ships lie there, and need no distance to be told from those at sea.
    """
    found: set[tuple[int, int]] = set()
    around = round(360 / FINE)
    for place in places:
        high = meters / DEGREE
        wide = min(high / math.cos(math.radians(min(abs(place.lat) + high, 89.9))), 180)
        lows = range(math.ceil((place.lat - high) / FINE), math.floor((place.lat + high) / FINE))
        lefts = range(math.ceil((place.lon + 180 - wide) / FINE), math.floor((place.lon + 180 + wide) / FINE))
        found |= {
            (y, x % around)
            for y in lows
            for x in lefts
            if all(
                meters_from(place, (y + dy) * FINE, (x + dx) * FINE - 180) < meters
                for dy, dx in ((0, 0), (0, 1), (1, 0), (1, 1))
            )
        }
    return sorted(found)


def meters_from(place: Place, lat: float, lon: float) -> float:
    """How far a point lies from a port, in meters."""
    a, b = math.radians(place.lat), math.radians(lat)
    h = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(lon - place.lon) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(h))
