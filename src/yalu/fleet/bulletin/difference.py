"""What changed between two states of the fleet, hull by hull and never record by record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.fleet.bulletin.same import matched
from yalu.fleet.bulletin.state import FIELDS, FORMER, Fact, FleetState, HullState, Source, former_key

RECORDS = ("casebook",)
"""Sources that tell of listings and are no list themselves: that one drops a listing is no delisting."""

INSTEAD = ("name", "flag", "mmsi", "call_sign", "imo")
"""Fields in which a new value takes the place of those that are no longer given."""

RETOLD = ("incident", "result")
"""Fields of which the same fact may be told anew."""

FactKey = tuple[str, str]
"""A field and the key of a fact in it."""


class Kind(StrEnum):
    """What a change is."""

    NEW = "new hull"
    LISTED = "listed"
    DELISTED = "delisted"
    NOT_SHOWN = "listing no longer shown"
    MEASURE = "measure changed"
    ADDED = "new"
    RETOLD = "told anew"
    REMOVED = "no longer given"
    JOINED = "joined"
    GONE = "no longer held"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one hull: the values before and after, and the day from which a source says so."""

    imo: str
    ship: str
    kind: Kind
    field: str
    before: str = ""
    after: str = ""
    day: str = ""
    note: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """What it is, in words: ``new flag``, ``listed``."""
        word = FIELDS[self.field]
        if self.kind is Kind.ADDED:
            return f"new {word}"
        return f"{word} {self.kind}" if self.kind in (Kind.REMOVED, Kind.RETOLD) else str(self.kind)

    def as_json(self) -> dict[str, Any]:
        """The change as JSON shows it."""
        return {
            "imo": self.imo,
            "ship": self.ship,
            "kind": str(self.kind),
            "field": self.field,
            "before": self.before,
            "after": self.after,
            "day": self.day,
            "note": self.note,
            "sources": [s.model_dump() for s in self.sources],
        }


def difference(old: FleetState | None, new: FleetState) -> list[Change]:
    """The changes, by hull. Without an ``old`` state there is none: a first bulletin is the full list."""
    if old is None:
        return []
    pairs, gone = matched(old.hulls, new.hulls)
    parts: dict[int, set[FactKey]] = defaultdict(set)
    for hull, earlier in pairs:
        for one in earlier:
            parts[id(one)] |= {(field, f.key) for field, rows in hull.facts.items() for f in rows}
    return [
        *(
            c
            for hull, earlier in pairs
            for c in _hull(hull, earlier, set().union(*(parts[id(h)] for h in earlier)), old, new)
        ),
        *(c for hull in gone for c in _gone(hull, old, new)),
    ]


def _hull(
    hull: HullState, earlier: Sequence[HullState], kept: set[FactKey], old: FleetState, new: FleetState
) -> Iterator[Change]:
    """The changes of a hull. ``kept`` is what any part of the same old hulls still has: it was not lost."""
    if not earlier:
        status = f"on lists: {', '.join(hull.lists)}" if hull.lists else "named in a source, on no list held"
        sources = _all(hull, "name", "listing", "imo")
        yield _change(hull, Kind.NEW, "name", after=hull.name, note=status, sources=sources)
    elif len(earlier) > 1:
        others = "; ".join(_called(h) for h in earlier)
        yield _change(hull, Kind.JOINED, "imo", before=others, after=hull.imo, sources=_all(hull, "imo"))
    for field in FIELDS:
        after = {f.key: f for f in hull.facts.get(field, [])}
        before = {f.key: f for h in reversed(earlier) for f in h.facts.get(field, [])}
        before = {key: f for key, f in before.items() if key in after or (field, key) not in kept}
        if field == "listing":
            yield from _listings(hull, before, after, old, new)
        elif field == "event" and not new.positions:
            continue  # positions that were not held say nothing of what a ship did
        elif earlier:
            yield from _facts(hull, field, before, after)


def _facts(hull: HullState, field: str, before: dict[str, Fact], after: dict[str, Fact]) -> Iterator[Change]:
    """Values that came and went. One that became a former name or flag is told with what took its place."""
    former = {former_key(key, word): key for key in before for word in FORMER}
    moved = {key: former[key] for key in after if key in former and former[key] not in after}
    came = [key for key in after if key not in before and key not in moved]
    went = [key for key in before if key not in after]
    rest = "; ".join(before[key].value for key in went)
    for key in came:
        fact = after[key]
        was = rest if field in INSTEAD else ""
        yield _change(hull, Kind.ADDED, field, was, fact.value, fact.day, fact.detail, fact.sources)
    for key, fact in after.items():
        if field in RETOLD and key in before and before[key].value != fact.value:
            was = before[key].value
            yield _change(hull, Kind.RETOLD, field, was, fact.value, fact.day, fact.detail, fact.sources)
    for key in went:
        if not (came and key in moved.values()):
            fact = before[key]
            yield _change(hull, Kind.REMOVED, field, fact.value, "", "", fact.detail, fact.sources)


def _listings(
    hull: HullState, before: dict[str, Fact], after: dict[str, Fact], old: FleetState, new: FleetState
) -> Iterator[Change]:
    for key, fact in after.items():
        earlier = before.get(key)
        told = f"{fact.value}: {fact.detail}"
        if earlier is None:
            yield _change(hull, Kind.LISTED, "listing", "", told, fact.day, "", fact.sources)
            continue
        if earlier.detail != fact.detail:
            was = f"{earlier.value}: {earlier.detail}"
            yield _change(hull, Kind.MEASURE, "listing", was, told, fact.day, "", fact.sources)
        held = {s.source for s in fact.sources}
        lost = [n for n in _dropped(earlier, old, new) if n not in held]
        if lost:
            note = f"still shown by {', '.join(sorted(held))}"
            yield _off(hull, earlier, lost, new, note)
    for key, fact in before.items():
        if key in after:
            continue
        lost = _dropped(fact, old, new)
        if lost:
            yield _off(hull, fact, lost, new, "")
        else:
            note = "no newer copy of a list says so: a source was taken away, or its facts were told anew"
            was = f"{fact.value}: {fact.detail}"
            yield _change(hull, Kind.NOT_SHOWN, "listing", was, "", "", note, fact.sources)


def _dropped(fact: Fact, old: FleetState, new: FleetState) -> list[str]:
    """The lists that showed a listing and of which there is a newer copy: their silence says something."""
    names = {s.source for s in fact.sources} - set(RECORDS)
    return sorted(n for n in names if new.lists.get(n, "") > old.lists.get(n, ""))


def _off(hull: HullState, fact: Fact, lost: Sequence[str], new: FleetState, note: str) -> Change:
    copies = " and ".join(f"the copy of {name} of {new.lists[name]}" for name in lost)
    said = "; ".join(filter(None, (f"{copies} no longer shows it", note)))
    shown = [s for s in fact.sources if s.source in lost]
    return _change(hull, Kind.DELISTED, "listing", f"{fact.value}: {fact.detail}", "", "", said, shown)


def _gone(hull: HullState, old: FleetState, new: FleetState) -> Iterator[Change]:
    listings = {f.key: f for f in hull.facts.get("listing", [])}
    yield from _listings(hull, listings, {}, old, new)
    yield _change(hull, Kind.GONE, "name", before=hull.name, sources=_all(hull, "name"))


def _change(
    hull: HullState,
    kind: Kind,
    field: str,
    before: str = "",
    after: str = "",
    day: str = "",
    note: str = "",
    sources: Sequence[Source] = (),
) -> Change:
    return Change(hull.imo, hull.name, kind, field, before, after, day, note, tuple(sources))


def _all(hull: HullState, *fields: str) -> list[Source]:
    found = {s.text(): s for field in fields for fact in hull.facts.get(field, []) for s in fact.sources}
    return list(found.values())


def _called(hull: HullState) -> str:
    return f"{hull.name} (IMO {hull.imo})" if hull.imo else f"{hull.name} ({', '.join(hull.ids[:3])})"
