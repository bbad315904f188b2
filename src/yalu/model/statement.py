"""The atom of Yalu: one value of one party from one source, with its proof and its clocks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import Any

import orjson

from yalu.model.clock import Clocks, KnownBy, Mode
from yalu.model.dates import Interval
from yalu.model.vocabulary import OWN_KNOWLEDGE, Grade


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of the evidence. Every field is text; an empty string is "not given".

    ``kind`` and ``prop`` use followthemoney's names (Person, Company, Vessel, alias, birthDate ...). A
    tie is a statement whose ``prop`` is the name of an edge schema (Ownership, Directorship ...) and
    whose ``value`` is the other party's id. A listing is one whose ``prop`` is ``Sanction`` and whose
    ``value`` is the authority's code. Qualifiers stand in ``detail``, a JSON object with sorted keys.
    """

    id: str
    party: str
    kind: str
    prop: str
    value: str
    lang: str
    detail: str
    source: str
    cites: str  # ids in the regime's register of sources, joined by ";"
    document: str  # sha256 of the archived document
    locator: str
    grade: str
    basis: str
    unverified: str  # names of fields that no stored text backs, joined by ";"
    flag: str
    known_lo: str
    known_hi: str
    known_by: str
    from_lo: str
    from_hi: str
    to_lo: str
    to_hi: str
    ended_known_lo: str
    ended_known_hi: str
    seen_first: str
    seen_last: str

    @property
    def clocks(self) -> Clocks:
        """The clocks as one object."""
        return Clocks(
            known=Interval(self.known_lo, self.known_hi),
            known_by=KnownBy(self.known_by),
            from_=Interval(self.from_lo, self.from_hi),
            to=Interval(self.to_lo, self.to_hi),
            ended_known=Interval(self.ended_known_lo, self.ended_known_hi),
            seen=Interval(self.seen_first, self.seen_last),
        )

    @property
    def details(self) -> dict[str, Any]:
        """The qualifiers of the value."""
        return orjson.loads(self.detail) if self.detail else {}

    @property
    def cited(self) -> list[str]:
        """Ids of the cited sources."""
        return self.cites.split(";") if self.cites else []

    @property
    def lead(self) -> bool:
        """Whether it is unverified: shown as such, it decides nothing."""
        return self.basis == OWN_KNOWLEDGE or self.grade == Grade.UNVERIFIED

    def shows(self, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> bool:
        """Whether the view of ``as_of`` holds it."""
        return self.clocks.shows(as_of, on, mode)


COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Statement))


def canonical(detail: dict[str, Any]) -> str:
    """JSON with sorted keys, or ``""`` for no qualifiers, so that equal details are equal text."""
    kept = {k: v for k, v in detail.items() if v not in (None, "", [], {})}
    return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS).decode() if kept else ""


def statement_id(*parts: str) -> str:
    """A stable id from what makes a statement that statement, never from a counter or a clock."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
