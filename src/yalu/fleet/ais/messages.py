"""Messages that pyais reads: static and voyage data, long-range and odd-sized reports, base stations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from yalu.errors import YaluError

Row = dict[str, Any]


class Read(NamedTuple):
    """What one message held; ``passed`` names a message of which nothing is kept."""

    point: Row | None = None
    voyage: Row | None = None
    time: int = 0
    second: int = 60
    passed: str = ""


def decoder() -> Any:
    """The function ``decode`` of pyais. Raises YaluError where the extra is not installed."""
    try:
        from pyais import decode
    except ImportError:
        raise YaluError(
            "Reading AIS sentences needs pyais, which is not installed.",
            do="Run: pip install 'yalu[ships]'",
        ) from None
    return decode


def read(parts: Sequence[bytes], decode: Any) -> Read | None:
    """What the sentences of one message hold; None where pyais cannot decode them."""
    try:
        message = decode(*parts)
        return _kept(message)
    except Exception:
        # pyais lets errors of many kinds through on bytes that no ship sends; each means the same here
        return None


def _kept(message: Any) -> Read:
    kind = int(message.msg_type)
    if kind in (1, 2, 3, 18, 19, 27):
        voyage = _static(message) if kind == 19 else None
        return Read(_point(message), voyage, second=getattr(message, "second", 60))
    if kind in (5, 24):
        return Read(voyage=_static(message))
    if kind in (4, 11):
        return Read(time=_time(message), passed=f"type {kind}")
    return Read(passed=f"type {kind}")


def _point(m: Any) -> Row:
    status = getattr(m, "status", None)
    unknown_speed = 63 if m.msg_type == 27 else 102.3
    heading = getattr(m, "heading", 511)
    return {
        "kind": int(m.msg_type),
        "mmsi": int(m.mmsi),
        "status": None if status is None else int(status),
        "sog": None if m.speed >= unknown_speed - 0.05 else float(m.speed),
        "lon": float(m.lon),
        "lat": float(m.lat),
        "cog": None if m.course >= 360 else float(m.course),
        "heading": None if heading >= 360 else int(heading),
    }


def _static(m: Any) -> Row:
    def said(field: str) -> Any:
        return getattr(m, field, None)

    return {
        "kind": int(m.msg_type),
        "mmsi": int(m.mmsi),
        "imo": said("imo") or None,
        "name": _text(said("shipname")),
        "callsign": _text(said("callsign")),
        "type": None if not said("ship_type") else str(int(m.ship_type)),
        "length": _sum(said("to_bow"), said("to_stern")),
        "beam": _sum(said("to_port"), said("to_starboard")),
        "draught": said("draught") or None,
        "destination": _text(said("destination")),
        "eta": _eta(m),
    }


def _text(value: Any) -> str | None:
    return str(value).replace("@", " ").strip() or None if value is not None else None


def _sum(a: Any, b: Any) -> int | None:
    return int(a) + int(b) or None if a is not None and b is not None else None


def _eta(m: Any) -> str | None:
    month, day = getattr(m, "month", 0), getattr(m, "day", 0)
    return f"{month:02}-{day:02} {m.hour:02}:{m.minute:02}" if m.msg_type == 5 and month and day else None


def _time(m: Any) -> int:
    """The time of a base station, which keeps it by GNSS; 0 where it has none."""
    try:
        return int(datetime(m.year, m.month, m.day, m.hour, m.minute, m.second, tzinfo=UTC).timestamp())
    except ValueError:
        return 0
