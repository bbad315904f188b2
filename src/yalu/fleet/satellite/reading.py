"""Reads detections: CSV, or GeoJSON points. A row without a place or a time is told and left out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import UsageError

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "detection_id", "detect_id"),
    "time": ("time", "timestamp", "detect_timestamp", "datetime", "acquired"),
    "lat": ("lat", "latitude", "detect_lat"),
    "lon": ("lon", "longitude", "detect_lon"),
    "length": ("length", "length_m"),
    "sensor": ("sensor", "source", "satellite", "scene_id"),
}


@dataclass(frozen=True, slots=True)
class Detection:
    """A ship that was seen. ``length`` in meters, 0 where it was not measured."""

    id: str
    ts: int
    lat: float
    lon: float
    length: float = 0
    sensor: str = ""


def read_detections(path: Path) -> tuple[list[Detection], list[str]]:
    """The detections of a file, and what is wrong with its other rows. Raises UsageError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    found, faults = [], []
    rows = _geojson(content, path) if content.lstrip()[:1] == b"{" else _csv(content, path)
    for number, row in rows:
        try:
            found.append(_detection(row, number))
        except ValueError as error:
            faults.append(f"{path.name}, row {number}: {error}")
    return found, faults


def _csv(content: bytes, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not text in UTF-8: {error}.") from error
    reader = csv.DictReader(text.splitlines())
    heads = {str(h).strip().casefold() for h in reader.fieldnames or ()}
    for field in ("time", "lat", "lon"):
        if not heads & set(NAMES[field]):
            raise UsageError(
                f"{path} has no column for {field}; the headings are {', '.join(sorted(heads))}.",
                expected=f"one of {', '.join(NAMES[field])}",
            )
    for number, row in enumerate(reader, 2):
        yield number, {str(k).strip().casefold(): v for k, v in row.items()}


def _geojson(content: bytes, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        features = orjson.loads(content)["features"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} is no GeoJSON: {error}.", expected="a FeatureCollection of points"
        ) from error
    for number, feature in enumerate(features, 1):
        if not isinstance(feature, dict):
            yield number, {}
            continue
        row = {str(k).casefold(): v for k, v in (feature.get("properties") or {}).items()}
        geometry = feature.get("geometry") or {}
        place = geometry.get("coordinates") if geometry.get("type") == "Point" else None
        if isinstance(place, list) and len(place) >= 2:
            row |= {"lon": place[0], "lat": place[1]}
        if "id" in feature:
            row.setdefault("id", feature["id"])
        yield number, row


def _detection(row: Mapping[str, Any], number: int) -> Detection:
    def said(field: str) -> str:
        return next((str(row[n]).strip() for n in NAMES[field] if row.get(n) not in (None, "")), "")

    try:
        at = datetime.fromisoformat(said("time"))
    except ValueError:
        raise ValueError(f"{said('time')!r} is no time") from None
    try:
        lat, lon = float(said("lat")), float(said("lon"))
    except ValueError:
        raise ValueError("no latitude and longitude") from None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"{lat}, {lon} is no place")
    try:
        length = float(said("length") or 0)
    except ValueError:
        length = 0.0
    ts = int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())
    return Detection(said("id") or f"row {number}", ts, lat, lon, length, said("sensor"))
