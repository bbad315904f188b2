"""Sentences as a receiver writes them, from fields."""

from __future__ import annotations

from typing import Any

from pyais.encode import encode_dict

from yalu.fleet.ais.sentence import xor

MARCH = 1_772_323_200  # 2026-03-01T00:00:00Z
NOW = MARCH + 30 * 86400


def tagged(time: int, line: str) -> str:
    """The line behind a tag block with its time."""
    tag = f"s:rMT1,c:{time}"
    return f"\\{tag}*{xor(tag.encode()):02X}\\{line}"


def sentences(kind: int, mmsi: int, **fields: Any) -> list[str]:
    return list(
        encode_dict(
            {"type": kind, "mmsi": mmsi, **fields}, radio_channel="A", talker_id="AI", sentence_type="VDM"
        )
    )


def position(mmsi: int, lat: float, lon: float, *, kind: int = 1, speed: float = 10.0, **fields: Any) -> str:
    [line] = sentences(kind, mmsi, lat=lat, lon=lon, speed=speed, **({"second": 60} | fields))
    return line


def static(mmsi: int, **fields: Any) -> list[str]:
    given = {"imo": 9074729, "shipname": "PAEKTU", "callsign": "HMAB", "ship_type": 70, "draught": 7.5}
    return sentences(5, mmsi, **(given | fields))
