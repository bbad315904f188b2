"""What a parser makes of one document: sightings, and what it found wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.model.statement import canonical
from yalu.model.vocabulary import Basis, Grade

DAMAGED = "damaged"
"""Flag of a value that the document itself garbled: kept, shown, never read as a change."""

CUT = "cut"
"""Flag of a value that the document cut short: what the record lacks after it is unknown, not absent."""

ORPHAN = "orphan"
"""Flag of a value in a secondary file whose record the main file of the same copy lacks."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One value of one party as one document states it.

    ``kind`` may be empty in a part that does not say it (an alias file); the fold takes it from the part
    that does. ``known_by`` with ``known`` is set where the record itself carries the date (its listing, its
    last amendment); otherwise the fold dates the value by the copies that hold it.
    """

    party: str
    kind: str
    prop: str
    value: str
    lang: str = ""
    detail: str = ""
    locator: str = ""
    known_by: str = KnownBy.COPIES
    known_lo: str = ""
    known_hi: str = ""
    from_lo: str = ""
    from_hi: str = ""
    to_lo: str = ""
    to_hi: str = ""
    ended_known_lo: str = ""
    ended_known_hi: str = ""
    cites: str = ""
    grade: str = Grade.GOVERNMENT_LISTING
    basis: str = Basis.STORED
    unverified: str = ""
    flag: str = ""


SIGHTING_COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Sighting))


def sighting(
    party: str,
    kind: str,
    prop: str,
    value: str,
    *,
    detail: Mapping[str, Any] | None = None,
    known: Interval = OPEN,
    from_: Interval = OPEN,
    to: Interval = OPEN,
    ended_known: Interval = OPEN,
    **rest: str,
) -> Sighting:
    """Make a sighting from intervals and a mapping of qualifiers."""
    return Sighting(
        party=party,
        kind=kind,
        prop=prop,
        value=value,
        detail=canonical(dict(detail or {})),
        known_lo=known.lo,
        known_hi=known.hi,
        from_lo=from_.lo,
        from_hi=from_.hi,
        to_lo=to.lo,
        to_hi=to.hi,
        ended_known_lo=ended_known.lo,
        ended_known_hi=ended_known.hi,
        **rest,
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a reader of the list should know. The run goes on."""

    code: str  # a short stable name, for example "id_on_two_parties"
    where: str  # file and row, or XPath
    what: str  # what stands there
    party: str = ""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that stands in the document but cannot be used: shown, never merged."""

    party: str
    where: str
    row: str  # the record as the document has it
    why: str


@dataclass(slots=True)
class Parsed:
    """All that one document yields. ``stated`` is the day that the document gives itself, or open."""

    sightings: list[Sighting] = field(default_factory=list)
    records: int = 0
    stated: Interval = OPEN
    problems: list[Problem] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    citations: dict[str, dict[str, str]] = field(default_factory=dict)
    """Works that the sightings cite, by id: title, publisher, date, url, symbol, basis."""
