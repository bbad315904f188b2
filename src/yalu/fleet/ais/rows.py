"""What is kept of a message, and why a line is set apart.

Positions and voyage data are two tables. A time is whole seconds since 1970 in UTC, a speed knots, an angle
degrees, a length meters; what a message does not say is NULL.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

POINTS: Mapping[str, str] = {
    "mmsi": "INTEGER",
    "ts": "BIGINT",
    "lat": "DOUBLE",
    "lon": "DOUBLE",
    "sog": "FLOAT",
    "cog": "FLOAT",
    "heading": "SMALLINT",
    "status": "SMALLINT",
    "kind": "SMALLINT",
    "clock": "VARCHAR",
}
"""Columns of positions. ``kind`` is the message type, 0 for a row of a table; ``clock`` says whose time."""

VOYAGES: Mapping[str, str] = {
    "mmsi": "INTEGER",
    "ts": "BIGINT",
    "imo": "INTEGER",
    "name": "VARCHAR",
    "callsign": "VARCHAR",
    "type": "VARCHAR",
    "length": "SMALLINT",
    "beam": "SMALLINT",
    "draught": "FLOAT",
    "destination": "VARCHAR",
    "eta": "VARCHAR",
    "kind": "SMALLINT",
    "clock": "VARCHAR",
}
"""Columns of static and voyage data: what the crew typed in."""

TABLES = {"points": POINTS, "voyages": VOYAGES}

EARLIEST = 946_684_800
"""1 January 2000: no ship sent AIS before."""

LEAD = 600
"""Seconds by which a clock may run ahead of ours."""

REASONS: Mapping[str, str] = {
    "not a sentence": "the line is no AIS sentence",
    "checksum": "the sentence's checksum does not fit",
    "tag checksum": "the tag block's checksum does not fit, so its time is not to be trusted",
    "incomplete": "a message of several sentences of which some are missing",
    "payload": "the message cannot be decoded",
    "no time": "nothing says when it was sent; --dated gives a moment",
    "clock ahead": "the time lies in the future",
    "clock behind": "the time lies before 2000",
    "time": "the time cannot be read",
    "no position": "the ship sends that it has no position (latitude 91, longitude 181)",
    "position": "the latitude or longitude cannot be",
    "mmsi": "the number is no ship's MMSI: nine digits, the first 2 to 7",
    "row": "the row has more or fewer fields than the heading, or a broken quote",
}
"""Why a line is set apart."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that was set apart; ``line`` counts from 1 within its block, below 1 where it stood before."""

    reason: str
    line: int
    text: str


@dataclass
class Batch:
    """What a block of input held: the rows stand in the tables new_points and new_voyages of the engine."""

    lines: int = 0
    rejects: list[Reject] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    """Well-formed messages of which nothing is kept, by what they are."""
    pending: list[bytes] = field(default_factory=list)
    """Sentences that wait for the rest of their message."""
    base_clock: int = 0
    """The latest time of a base station."""
