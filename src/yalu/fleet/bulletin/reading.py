"""Reads the state of the fleet off the register of a day, and off the positions that are held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from yalu.evidence.dossier import name_key
from yalu.evidence.view import Item, View
from yalu.fleet.behavior.event import Event
from yalu.fleet.bulletin.state import FORMER, Fact, FleetState, HullState, Source, Work, former_key
from yalu.fleet.register.entries import Entry, cited
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.fleet.results.reported import ACTED, FAIR, told
from yalu.fleet.slots import plain
from yalu.fleet.states import state
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.screening.countries import code
from yalu.sources.registry import sources
from yalu.sources.sighting import DAMAGED

GROUPS = {"name": "names", "flag": "flags", "mmsi": "mmsi", "call_sign": "call_signs", "imo": "imo"}
"""The fields that come of a group of the register."""


def fleet_state(register: Register, events: Sequence[Event] | None = None) -> FleetState:
    """The state of every hull of the register; ``events`` is None where no positions are held."""
    view = register.scope.view
    by_number, by_radio = _by_ship(events or ())
    hulls = [_hull(hull, by_number, by_radio) for hull in (*register.hulls, *_reported(register))]
    return FleetState(
        as_of=view.when.as_of,
        mode=str(view.when.mode),
        lists=newest_copies(view),
        positions=events is not None,
        hulls=sorted(hulls, key=lambda h: (h.number or "~", h.name.casefold(), h.ids)),
    )


def _reported(register: Register) -> list[Hull]:
    """Hulls without a record of which an authority reported that it seized or refused something."""
    held = {hull.imo for hull in register.hulls}
    return [
        register.reported(number)
        for number, found in register.fleet.results.items()
        if number not in held and any(item.text("outcome") in ACTED for item in found)
    ]


def newest_copies(view: View) -> dict[str, str]:
    """The day of the newest copy of each list that the day may show."""
    snapshot = view.evidence.snapshot
    found = {}
    for name, source in sources().items():
        days = [c.date.hi for c in snapshot.copies(name) if c.date.hi <= view.when.as_of]
        if days and not source.packaged:
            found[name] = max(days)
    return found


def _hull(hull: Hull, by_number: dict[int, list[Event]], by_radio: dict[int, list[Event]]) -> HullState:
    facts = {
        "listing": list(_listings(hull)),
        **{field: _merged(_entries(hull, field)) for field in GROUPS},
        "owner": _merged([*_named(hull), *_tied(hull, "owner")]),
        "manager": _merged(_tied(hull, "operator or manager")),
        "incident": [_incident(hull, item) for item in hull.incidents],
        "result": [_result(hull.view, item) for item in hull.results],
        "event": list(_events(hull, by_number, by_radio)),
    }
    return HullState(
        imo=hull.imo,
        name=hull.name,
        ids=sorted(hull.ids),
        facts={field: sorted(rows, key=lambda f: f.key) for field, rows in facts.items() if rows},
    )


def _listings(hull: Hull) -> Iterator[Fact]:
    for one in hull.listings:
        yield Fact(
            key=one.authority,
            value=one.authority,
            detail=", ".join(one.measures),
            day=said(one.since),
            sources=proofs(hull.view, [s for s in one.statements if s.prop != "program"]),
        )


def said(since: Interval) -> str:
    """A day, or between which days it lies, in words.

    >>> said(Interval("", "2019-01-15")), said(Interval("2018-01-26", "2019-01-15"))
    ('by 2019-01-15', '2018-01-26 to 2019-01-15')
    """
    if since.lo == since.hi:
        return since.hi
    return f"{since.lo} to {since.hi}" if since.lo else f"by {since.hi}"


def _entries(hull: Hull, field: str) -> Iterator[Fact]:
    for entry in hull.facts[GROUPS[field]]:
        if _told(entry) and entry.role != "imoCandidate":
            role = entry.role if entry.role in FORMER else ""
            fact = _fact(hull.view, entry, role)
            if field == "flag":  # a state is one, however a list writes it
                fact = fact.model_copy(update={"key": former_key(code(entry.value), role)})
            yield fact


def _named(hull: Hull) -> Iterator[Fact]:
    return (_fact(hull.view, e, "") for e in hull.facts["owners_named"] if _told(e))


def _told(entry: Entry) -> bool:
    """Whether a stored text gives the value whole: one that a file garbled (7-28 as 28-Jul) is no change."""
    return any(not s.lead and s.flag != DAMAGED for s in entry.statements)


def _fact(view: View, entry: Entry, role: str) -> Fact:
    key = " ".join(name_key(entry.value)) or entry.value
    shown = [s for s in entry.statements if not s.lead]
    return Fact(
        key=former_key(key, role),
        value=entry.value,
        detail=role,
        day=entry.day,
        sources=proofs(view, shown),
    )


def _tied(hull: Hull, kind: str) -> Iterator[Fact]:
    for tie in hull.ties:
        if tie.kind == kind and not tie.statement.lead:
            key = " ".join(name_key(tie.name)) or tie.other
            source = proofs(hull.view, [tie.statement])
            yield Fact(key=key, value=tie.name, detail="", day=tie.statement.from_hi, sources=source)


def _merged(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each key; a second source of the same one is added to it."""
    found: dict[str, Fact] = {}
    for fact in facts:
        held = found.get(fact.key)
        joined = [*held.sources, *fact.sources] if held else fact.sources
        found[fact.key] = (held or fact).model_copy(update={"sources": joined})
    return list(found.values())


def _incident(hull: Hull, item: Item) -> Fact:
    told = [
        ", ".join(state(s.value) if prop == "acting_state" else plain(s.value) for s in item.all(prop))
        for prop in ("kind", "place", "acting_state", "cargo", "outcome")
    ]
    rows = item.all("vessels", "kind", "date", "place", "acting_state", "cargo", "outcome")
    return Fact(
        key=item.id,
        value="; ".join(filter(None, told)) or item.id,
        day=item.text("date"),
        sources=proofs(hull.view, rows),
    )


def _result(view: View, item: Item) -> Fact:
    return Fact(
        key=item.id,
        value=told(item),
        detail=FAIR,
        day=item.text("date"),
        sources=proofs(view, item.all("outcome")),
    )


def _by_ship(events: Sequence[Event]) -> tuple[dict[int, list[Event]], dict[int, list[Event]]]:
    by_number: dict[int, list[Event]] = defaultdict(list)
    by_radio: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        for number in event.imo:
            by_number[number].append(event)
        for number in event.mmsi:
            by_radio[number].append(event)
    return by_number, by_radio


def _events(
    hull: Hull, by_number: dict[int, list[Event]], by_radio: dict[int, list[Event]]
) -> Iterator[Fact]:
    """What the rules find of the hull's numbers; a radio number alone is said to be no proof of the hull."""
    sent = [int(hull.imo)] if hull.imo_holds else []
    mine = {id(e): (e, "") for number in sent for e in by_number.get(number, ())}
    for entry in hull.facts["mmsi"]:
        if entry.value.isdigit() and _told(entry):
            for e in by_radio.get(int(entry.value), ()):
                mine.setdefault(id(e), (e, "by its MMSI alone, which is no proof of the ship"))
    for event, doubt in mine.values():
        shown = event.as_json(hull.view.when.as_of)
        yield Fact(
            key=f"{event.kind} {shown['from']} {'/'.join(map(str, event.mmsi))}",
            value=f"{plain(event.kind)} ({event.grade}): {event.text}",
            detail=doubt,
            day=shown["from"][:10],
            sources=[Source(source="positions", locator=f"rule: {event.rule.title}")],
        )


def proofs(view: View, statements: Iterable[Statement]) -> list[Source]:
    """Where statements stand, each place once."""
    found = {(s.source, s.locator, s.seen_last, s.cites): s for s in statements if not s.lead}
    made = []
    for s in found.values():
        works = [Work(**(_no_extra(cited(view, name)) | _address(view, name))) for name in s.cited]
        seen = "" if s.source == "casebook" else s.seen_last
        made.append(Source(source=s.source, locator=s.locator, copy_of=seen, grade=str(s.grade), works=works))
    return sorted(made, key=lambda p: (p.source, p.copy_of, p.locator))


def _no_extra(work: dict[str, str]) -> dict[str, str]:
    return {key: work[key] for key in ("id", "title", "publisher", "date") if work.get(key)}


def _address(view: View, name: str) -> dict[str, str]:
    url = view.work(name).get("url", "")
    return {"url": url} if url else {}
