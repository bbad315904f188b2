"""A hull for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.fleet.inspection.powers import UNITED_NATIONS, Power, Powers
from yalu.fleet.register.entries import Entry, works
from yalu.fleet.register.hull import INNOCENT, TOLD, Hull
from yalu.fleet.results.reported import FAIR, told
from yalu.fleet.slots import plain
from yalu.fleet.states import state

TITLES = {
    "names": "names",
    "flags": "flags",
    "imo": "IMO number",
    "mmsi": "MMSI",
    "call_signs": "call signs",
    "types": "type",
    "tonnage": "tonnage",
    "owners_named": "owner as a list writes it",
}

SAID = ("other name", "former name", "former flag", "imoCandidate")
"""Roles that a line tells; the others are plain from its title."""


def lines(hull: Hull, powers: Powers) -> Iterator[str]:
    """Identity, listings, ties, incidents, the law of the day, and what is not known."""
    when = hull.view.when
    check = "" if not hull.imo else ", check digit right" if hull.imo_holds else ", CHECK DIGIT WRONG"
    yield f"{hull.name} (IMO {hull.imo or 'not public'}{check}): {hull.status}"
    yield f"  ids: {', '.join(hull.ids)}; as known on {when.as_of} ({when.mode})"
    for group, title in TITLES.items():
        for entry in hull.facts[group]:
            yield f"  {title}: {_entry(entry)}"
    yield from (
        f"  names differ: {d.first} ({d.first_source}), {d.second} ({d.second_source}): {d.why}"
        for d in hull.differences
    )
    yield from _listings(hull)
    yield from _ties(hull)
    yield from _incidents(hull)
    for item in hull.results:
        shown = item.statements[0]
        yield f"  result {item.text('date')}: {told(item)}"
        yield f"    {FAIR}; {item.id}, {shown.locator}, known since {shown.known_hi}"
    yield "  what the resolutions in force say of ships"
    yield from (f"    {_power(p)}" for p in law(powers))
    yield "  not known"
    yield from (f"    {plain(field)}: {why}" for field, why in hull.unknown.items())
    yield f"  {INNOCENT}"


def law(powers: Powers) -> list[Power]:
    """The rules of the resolutions on ships that a stored text backs, in force on the day."""
    return [
        p
        for p in powers.in_force
        if p.jurisdiction == UNITED_NATIONS and not p.lead and p.power and p.instrument
    ]


def _entry(entry: Entry) -> str:
    role = f" ({entry.role})" if entry.role in SAID else ""
    day = f", {entry.day}" if entry.day else ""
    copies = sorted({d for s in entry.statements for d in (s.seen_first, s.seen_last) if d})
    seen = f", in copies {copies[0]} to {copies[-1]}" if copies else ""
    doubt = ", UNVERIFIED" if entry.unverified else ""
    return f"{entry.value}{role}: {', '.join(entry.sources)}{day}{seen}{doubt}"


def _listings(hull: Hull) -> Iterator[str]:
    for one in hull.listings:
        yield f"  listed by {one.text()}"
        sources = sorted({f"{s.source} {s.locator}" for s in one.statements})
        yield f"    {'; '.join(sources[:4])}{f' and {len(sources) - 4} more' if len(sources) > 4 else ''}"


def _ties(hull: Hull) -> Iterator[str]:
    for tie in hull.ties:
        lists = f", listed by {', '.join(tie.lists)}" if tie.lists else ", on no list held"
        doubt = "UNVERIFIED " if tie.statement.lead else ""
        days = f", public by {tie.statement.known_hi}" if tie.statement.known_hi else ""
        said = f"{tie.other}{lists}; {tie.role}{days}; {tie.statement.locator}"
        yield f"  {doubt}{tie.kind}: {tie.name} ({said})"


def _incidents(hull: Hull) -> Iterator[str]:
    for item in hull.incidents:
        told = {prop: ", ".join(_word(prop, s.value) for s in item.all(prop)) for prop in TOLD}
        yield f"  incident {item.id}: " + "; ".join(f"{plain(k)}: {v}" for k, v in told.items() if v)
        yield from (f"    {work}" for work in works(hull.view, item.all("vessels", *TOLD)))


def _word(prop: str, value: str) -> str:
    return state(value) if prop == "acting_state" else plain(value) if prop == "kind" else value


def _power(power: Power) -> str:
    where = ", ".join(map(plain, power.where))
    return f"{power.cite}: {power.who}, {power.force}: {power.power} ({where})"
