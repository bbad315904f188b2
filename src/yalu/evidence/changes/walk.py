"""Walks the copies of one source and tells what changed from each to the next.

What a copy cannot say is carried over from the copy before: a part that it lacks, an id in quarantine, a
value that it garbled. So the change is dated between the last copy without it and the first with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from yalu.evidence.changes.change import Change, FieldChange, Unknown, What
from yalu.evidence.changes.copies import ENTRIES, EVERYTHING, Copy, Part, Values
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.model.vocabulary import LISTING
from yalu.sources.registry import Source
from yalu.sources.sighting import Sighting

NOTES = "notes"
SINCE = "listed since"
"""The field of a record's own listing date, in a change of it."""


@dataclass(slots=True)
class _Record:
    """What is known of a record so far, and the copy that last said so."""

    present: bool
    copy: Copy
    ever: bool
    parts: dict[str, tuple[Copy, Part]] = field(default_factory=dict)


@dataclass(slots=True)
class Walk:
    """The changes of one source, and what its copies cannot say."""

    source: Source
    changes: list[Change] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    _records: dict[str, _Record] = field(default_factory=dict)
    _before: list[Copy] = field(default_factory=list)

    def over(self, copies: Iterable[Copy]) -> Walk:
        """Take in all copies, given in the order of their days."""
        for copy in copies:
            self._note_unknown(copy)
            for party in sorted(copy.records.keys() | self._records.keys()):
                if party not in copy.quarantined:
                    self._take(party, copy)
            self._before.append(copy)
        return self

    def _note_unknown(self, copy: Copy) -> None:
        day = copy.date.text()
        for part in self.source.parts:
            if part.name not in copy.parts:
                why = f"the copy has no part {part.name!r}"
                self.unknown.append(Unknown(self.source.id, day, part=part.name, why=why))
        for party, why in sorted(copy.quarantined.items()):
            self.unknown.append(Unknown(self.source.id, day, party=party, why=why))

    def _take(self, party: str, copy: Copy) -> None:
        here = party in copy.records
        known = self._records.get(party)
        if known is None:
            known = self._first(party, copy)
        if here and not known.present:
            what = What.RELISTED if known.ever else What.ADDED
            self._add(what, party, copy, Interval(known.copy.date.lo, copy.date.hi))
            known.parts = {}
        elif known.present and not here:
            self._add(What.DELISTED, party, copy, _gone(known.copy, copy))
        if here and not copy.thin:
            self._amend(party, copy, known)
        known.present, known.copy, known.ever = here, copy, known.ever or here

    def _first(self, party: str, copy: Copy) -> _Record:
        """A record that no copy held before. Where earlier copies could have held it, it is new."""
        lacking = [c for c in self._before if party not in c.quarantined]
        if lacking:
            record = _Record(False, lacking[-1], ever=False)
        else:
            record = _Record(True, copy, ever=True)
            self._stood(party, copy)
        self._records[party] = record
        return record

    def _stood(self, party: str, copy: Copy) -> None:
        """A record of the first copy: only its own date says since when."""
        part = copy.records[party]
        if day := _own_day(part.values.values()):
            self.changes.append(self._made(What.ADDED, party, part, Interval(), day=day, dated_by="listing"))

    def _add(self, what: What, party: str, copy: Copy, between: Interval) -> None:
        part = copy.records.get(party) or self._records[party].copy.records[party]
        day = _own_day(part.values.values()) if what is not What.DELISTED else ""
        inside = between.lo < day <= between.hi
        self.changes.append(
            self._made(
                what,
                party,
                part,
                between,
                day=day if inside else "",
                dated_by="listing" if inside else "",
            )
        )

    def _amend(self, party: str, copy: Copy, known: _Record) -> None:
        fields: list[FieldChange] = []
        last: list[Copy] = []
        amended = ""
        places: list[str] = []
        for name, records in copy.parts.items():
            now = records.get(party) or Part()
            held = known.parts.get(name)
            if held is None:
                known.parts[name] = (copy, now)
                continue
            before, was = held
            gone, came = _differences(was, now)
            if gone or came:
                fields += _fields(gone, came)
                last.append(before)
                places += [s.locator for s in (*gone, *came)]
                amended = max(amended, _amendment(now.values.values(), before.date.lo, copy.date.hi))
            known.parts[name] = (copy, _carried(was, now, gone))
        if fields:
            between = Interval(min(c.date.lo for c in last), copy.date.hi)
            self.changes.append(
                self._made(
                    What.AMENDED,
                    party,
                    copy.records[party],
                    between,
                    fields=tuple(sorted(fields, key=lambda f: f.prop)),
                    amended=amended,
                    places=tuple(dict.fromkeys(places)),
                )
            )

    def _made(
        self,
        what: What,
        party: str,
        part: Part,
        between: Interval,
        *,
        day: str = "",
        dated_by: str = "",
        fields: tuple[FieldChange, ...] = (),
        amended: str = "",
        places: tuple[str, ...] = (),
    ) -> Change:
        values = list(part.values.values())
        entry = next((s for prop in ENTRIES for s in values if s.prop == prop), None)
        own = (entry or values[0]).locator if values else ""
        return Change(
            what,
            self.source.id,
            entry.value if entry else self.source.authority,
            party,
            between,
            day,
            dated_by,
            kind=next((s.kind for s in values if s.kind), ""),
            name=next((s.value for s in values if s.prop == "name"), ""),
            lists_as=entry.prop if entry else "",
            fields=fields,
            amended=amended,
            places=places or ((own,) if own else ()),
        )


def _differences(was: Part, now: Part) -> tuple[list[Sighting], list[Sighting]]:
    """The values that went and that came, but for what either copy garbled or cut short."""
    unreadable = was.unreadable | now.unreadable
    gone = [s for key, s in was.values.items() if key not in now.values and not _hidden(s, now.unreadable)]
    came = [s for key, s in now.values.items() if key not in was.values and not _hidden(s, was.unreadable)]
    for key in was.values.keys() & now.values.keys():
        a, b = was.values[key], now.values[key]
        if a.prop == LISTING and _dated(a) != _dated(b) and not _hidden(a, unreadable):
            gone.append(a)
            came.append(b)
    return gone, came


def _hidden(s: Sighting, unreadable: set[str]) -> bool:
    return bool(unreadable & {EVERYTHING, s.prop})


def _carried(was: Part, now: Part, gone: Sequence[Sighting]) -> Part:
    """What stands after this copy: what it says, and what it could not say otherwise."""
    left = {id(s) for s in gone}
    kept: Values = {k: s for k, s in was.values.items() if id(s) not in left}
    return Part(kept | now.values, now.unreadable)


def _fields(gone: Sequence[Sighting], came: Sequence[Sighting]) -> list[FieldChange]:
    old: dict[str, list[str]] = defaultdict(list)
    new: dict[str, list[str]] = defaultdict(list)
    same = {(s.prop, s.value, s.detail) for s in gone} & {(s.prop, s.value, s.detail) for s in came}
    for side, rows in ((old, gone), (new, came)):
        for s in rows:
            redated = s.prop == LISTING and (s.prop, s.value, s.detail) in same
            side[SINCE if redated else _field(s)].append(_dated(s) if redated else _text(s))
    return [
        FieldChange(p, tuple(sorted(old[p])), tuple(sorted(new[p]))) for p in sorted(old.keys() | new.keys())
    ]


def _field(s: Sighting) -> str:
    """The property; of a note, also the field of the list that it keeps."""
    field = s.prop == NOTES and _details(s).get("field")
    return f"{NOTES}: {field}" if field else s.prop


def _text(s: Sighting) -> str:
    """A value with its qualifiers, so that two that differ in them only can be told apart."""
    said = [f"{k} {v}" for k, v in _details(s).items() if not (s.prop == NOTES and k == "field")]
    return f"{s.value} ({', '.join(said)})" if said else s.value


def _details(s: Sighting) -> dict[str, Any]:
    return orjson.loads(s.detail) if s.detail else {}


def _dated(s: Sighting) -> str:
    return s.from_lo


def _own_day(values: Iterable[Sighting]) -> str:
    days = [s.from_lo for s in values if s.prop == LISTING and s.known_by == KnownBy.LISTING and s.from_lo]
    return min(days, default="")


def _amendment(values: Iterable[Sighting], after: str, by: str) -> str:
    """The record's own day of amendment, where it lies between the copies."""
    days = {s.known_hi for s in values if s.known_by == KnownBy.AMENDMENT}
    return max((d for d in days if after <= d <= by), default="")


def _gone(last: Copy, lacking: Copy) -> Interval:
    """Between the last copy that holds a record and the first that does not, as the fold dates an end."""
    return Interval(last.date.hi, lacking.date.lo if lacking.date.lo > last.date.hi else lacking.date.hi)


def walk(source: Source, copies: Iterator[Copy]) -> Walk:
    """The changes of a source over its copies."""
    return Walk(source).over(copies)
