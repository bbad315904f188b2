"""Folds all copies of a source into statements with clocks.

Each value that the copies hold becomes one statement per spell: a value that goes and comes back has
two. The fold looks at the copies in the order of their days, so the order of loading does not matter.

What counts in a copy: a document's presence counts from the latest day that the copy may bear, its absence
from the earliest, so an inexact day never shows anything too early nor for too long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval, latest
from yalu.model.statement import Statement, statement_id
from yalu.model.vocabulary import LISTING
from yalu.sources.sighting import CUT, DAMAGED, Sighting


@dataclass(frozen=True, slots=True)
class CopyContent:
    """One copy as the fold sees it."""

    date: Interval
    documents: Mapping[str, str]  # part -> sha256; a part that is missing is unknown
    sightings: Mapping[str, Sequence[Sighting]]  # part -> sightings
    quarantined: frozenset[str] = frozenset()  # ids that cannot be read in this copy


class Key(NamedTuple):
    """What makes two sightings the same value."""

    party: str
    prop: str
    value: str
    lang: str
    detail: str
    part: str


@dataclass(slots=True)
class Spell:
    """A run of copies that hold a value without one between them that lacks it."""

    first: int
    last: int
    held: list[tuple[int, Sighting]] = field(default_factory=list)
    before: int | None = None  # the last copy, before, that lacks it
    after: int | None = None  # the first copy, after, that lacks it


def fold(
    source: str, copies: Sequence[CopyContent], listed: Mapping[str, str] | None = None
) -> list[Statement]:
    """Fold copies, given in the order of their days, into statements sorted by party.

    ``listed`` gives, for a record, the day of a dated listing held elsewhere: it raises the lower bound
    of what the copies alone would leave open.
    """
    kinds = [_kinds(copy) for copy in copies]
    statements = [
        _statement(source, key, spell, copies, kinds[spell.first], (listed or {}).get(key.party, ""))
        for key, spells in _spells(copies).items()
        for spell in spells
    ]
    return sorted(statements, key=order)


def unfolded(source: str, copy: CopyContent) -> list[Statement]:
    """The statements of a source whose editions replace each other: one copy, its own clocks."""
    kinds = _kinds(copy)
    found: dict[str, Statement] = {}
    for part, sightings in copy.sightings.items():
        for s in sightings:
            made = _make(source, s, part, copy, kinds, _own_clocks(s))
            found[made.id] = made
    return sorted(found.values(), key=order)


def order(s: Statement) -> tuple[str, ...]:
    """A unique key, so that a table written twice is the same table."""
    return (s.party, s.prop, s.value, s.lang, s.detail, s.known_hi, s.seen_first, s.id)


def _kinds(copy: CopyContent) -> dict[str, str]:
    """The kind of each party as this copy says it: an alias file does not, the main file does."""
    return {s.party: s.kind for part in copy.sightings.values() for s in part if s.kind}


def _spells(copies: Sequence[CopyContent]) -> dict[Key, list[Spell]]:
    holders: dict[Key, dict[int, Sighting]] = defaultdict(dict)
    garbled: dict[tuple[str, str], set[int]] = defaultdict(set)
    cut: dict[tuple[str, str], set[int]] = defaultdict(set)
    for index, copy in enumerate(copies):
        for part, sightings in copy.sightings.items():
            for s in sightings:
                if s.party in copy.quarantined:
                    continue
                if s.flag == DAMAGED:
                    garbled[s.party, s.prop].add(index)
                if s.flag == CUT:
                    cut[s.party, part].add(index)
                key = Key(s.party, s.prop, s.value, s.lang, s.detail, part)
                holders[key].setdefault(index, s)
    return {
        key: list(
            _runs(
                key,
                held,
                copies,
                garbled.get((key.party, key.prop), set()) | cut.get((key.party, key.part), set()),
            )
        )
        for key, held in holders.items()
    }


def _runs(
    key: Key, held: Mapping[int, Sighting], copies: Sequence[CopyContent], unreadable: set[int]
) -> Iterator[Spell]:
    spell: Spell | None = None
    lacking: int | None = None
    for index, copy in enumerate(copies):
        if index in held:
            if spell is None:
                spell = Spell(first=index, last=index, before=lacking)
            spell.last = index
            spell.held.append((index, held[index]))
        elif key.part in copy.documents and key.party not in copy.quarantined and index not in unreadable:
            lacking = index
            if spell is not None:
                spell.after = index
                yield spell
                spell = None
    if spell is not None:
        yield spell


def _statement(
    source: str,
    key: Key,
    spell: Spell,
    copies: Sequence[CopyContent],
    kinds: Mapping[str, str],
    listed: str,
) -> Statement:
    first, last = copies[spell.first], copies[spell.last]
    lacked = copies[spell.before].date.lo if spell.before is not None else ""
    ended = OPEN
    if spell.after is not None:
        lacking = copies[spell.after].date
        # A copy of an inexact day may be older than the last one that holds the value: it proves the end
        # at its latest day only.
        gone = lacking.lo if lacking.lo > last.date.hi else lacking.hi
        ended = Interval(last.date.hi, gone)

    sighting = spell.held[0][1]
    known, rule, dated_by = _known(spell, first.date.hi, lacked, listed)
    if dated_by is not None:
        sighting = dated_by
    from_ = Interval(sighting.from_lo, sighting.from_hi)
    contradicted = rule is KnownBy.COPIES and sighting.known_by != KnownBy.COPIES
    if key.prop == LISTING and (not from_ or contradicted):
        from_ = known
    to, ended_known = ended, ended
    newest = spell.held[-1][1]
    if newest.to_lo or newest.to_hi:  # the record says its end itself, the copies when it went
        to = Interval(newest.to_lo, newest.to_hi)
        told = Interval(newest.ended_known_lo, newest.ended_known_hi)
        ended_known = told or Interval(latest(known.lo, to.lo), latest(known.hi, to.hi))
    clocks = _Clocks(known, rule, from_, to, ended_known, Interval(first.date.hi, last.date.hi))
    return _make(source, sighting, key.part, first, kinds, clocks)


def _known(
    spell: Spell, first_seen: str, lacked: str, listed: str
) -> tuple[Interval, KnownBy, Sighting | None]:
    """When the value could first be known: by the record's own date if the copies do not contradict it."""
    dated = [s for _, s in spell.held if s.known_by != KnownBy.COPIES and s.known_hi]
    if dated:
        best = min(dated, key=lambda s: (s.known_hi, s.known_lo))
        if best.known_hi <= first_seen and best.known_hi >= lacked:
            lo = min(latest(best.known_lo, lacked), best.known_hi)
            return Interval(lo, best.known_hi), KnownBy(best.known_by), best
    floors = [s.known_lo for _, s in spell.held if s.known_lo]
    lo = latest(lacked, listed, min(floors, default=""))
    return Interval(min(lo, first_seen), first_seen), KnownBy.COPIES, None


class _Clocks(NamedTuple):
    known: Interval
    known_by: KnownBy
    from_: Interval
    to: Interval
    ended_known: Interval
    seen: Interval


def _own_clocks(s: Sighting) -> _Clocks:
    return _Clocks(
        Interval(s.known_lo, s.known_hi),
        KnownBy(s.known_by),
        Interval(s.from_lo, s.from_hi),
        Interval(s.to_lo, s.to_hi),
        Interval(s.ended_known_lo, s.ended_known_hi),
        OPEN,
    )


def _make(
    source: str, s: Sighting, part: str, copy: CopyContent, kinds: Mapping[str, str], clocks: _Clocks
) -> Statement:
    document = copy.documents[part]
    identity = (source, s.party, s.prop, s.value, s.lang, s.detail, part, clocks.seen.lo)
    own = () if clocks.seen else (s.locator, *clocks.known, *clocks.from_)
    return Statement(
        id=statement_id(*identity, *own),
        party=s.party,
        kind=s.kind or kinds.get(s.party, ""),
        prop=s.prop,
        value=s.value,
        lang=s.lang,
        detail=s.detail,
        source=source,
        cites=s.cites,
        document=document,
        locator=s.locator,
        grade=s.grade,
        basis=s.basis,
        unverified=s.unverified,
        flag=s.flag,
        known_lo=clocks.known.lo,
        known_hi=clocks.known.hi,
        known_by=clocks.known_by,
        from_lo=clocks.from_.lo,
        from_hi=clocks.from_.hi,
        to_lo=clocks.to.lo,
        to_hi=clocks.to.hi,
        ended_known_lo=clocks.ended_known.lo,
        ended_known_hi=clocks.ended_known.hi,
        seen_first=clocks.seen.lo,
        seen_last=clocks.seen.hi,
    )
