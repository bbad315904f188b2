"""All events that a day knows of: from dated rows, from ends of law, and from the rules on rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yalu.coalition.dates.event import Event
from yalu.coalition.dates.rules import from_rules
from yalu.evidence.view import Item, Past, View, items
from yalu.model.dates import partial
from yalu.regimes import Duties

STATES = {"UK": "GB"}
"""Jurisdictions whose code is not the state's."""


def events(view: View, duties: Duties, until: str = "", state: str = "") -> list[Event]:
    """Events in the order of their days, those without a day last.

    ``until`` bounds the coming ones; without it, what comes again each year is told once. ``state`` keeps
    those that concern all states or that one.
    """
    past = Past(view.evidence, view.when)
    found = list(from_rules(past, duties.dates, until))
    ruled = {(e.row, e.day) for e in found}
    due = {o.due: o.id for o in duties.table.obligations if o.due}
    met = {(e.obligation, e.day) for e in found}
    found += [e for e in _reports(past, due) if (e.obligation, e.day) not in met]
    found += _restrictions(past, view.when.as_of)
    found += [e for e in _ends(past) if (e.row, e.day) not in ruled]
    concerned = {state} | {g.id for g in duties.table.groups if g.holds(state, view.when.on)}
    kept = [e for e in found if not state or not e.states or concerned & set(e.states)]
    kept = [e for e in kept if not until or not e.day or e.day.lo <= until]
    return sorted(kept, key=lambda e: (not e.day, e.day.hi, e.day.lo, e.id))


def _reports(view: View, due: dict[str, str]) -> Iterator[Event]:
    for item in items(view, "ReportingDuty"):
        if not item.one("resolution") or not item.one("deadline"):
            continue
        yield Event(
            id=item.id,
            row=item.id,
            kind="deadline",
            what=f"report under resolution {item.text('resolution')}, para {item.text('para')}",
            day=partial(item.text("deadline")),
            statements=tuple(item.all("resolution", "para", "due", "deadline")),
            obligation=due.get(item.id, ""),
            unverified=_doubts(item),
        )


def _restrictions(view: View, as_of: str) -> Iterator[Event]:
    known = [i for i in items(view, "TravelRestriction") if i.one("expires") and i.one("effective")]
    for item in known:
        end = partial(item.text("expires"))
        following = next((i for i in known if _follows(i, end.hi)), None)
        outcome = "no later notice is held: it may have been renewed" if end.hi < as_of else ""
        if following:
            outcome = f"renewed to {following.text('expires')} by a notice of {following.text('published')}"
        yield Event(
            id=item.id,
            row=item.id,
            kind="expiry",
            what="restriction of US passports for travel to the DPRK expires unless renewed",
            day=end,
            statements=tuple(item.all("published", "effective", "expires", "citation")),
            states=("US",),
            outcome=outcome,
            unverified=_doubts(item),
        )


def _follows(item: Item, end: str) -> bool:
    begins = partial(item.text("effective")).lo
    return 0 < (date.fromisoformat(begins) - date.fromisoformat(end)).days <= 31


def _ends(view: View) -> Iterator[Event]:
    for item in items(view, "Authority"):
        if not item.one("end") or not item.one("instrument"):
            continue
        by = item.text("jurisdiction")
        covers = f": {item.text('target_class')}" if item.text("target_class") not in ("", "-") else ""
        named = " ".join(item.text(p) for p in ("instrument", "provision") if item.text(p) not in ("", "-"))
        yield Event(
            id=f"end-{item.id}",
            row=item.id,
            kind="expiry",
            what=f"{named} ends{covers}",
            day=partial(item.text("end")),
            statements=tuple(item.all("instrument", "provision", "target_class", "end")),
            states=() if by in ("UN", "MULTI", "INT") else (STATES.get(by, by),),
            unverified=_doubts(item),
        )


def _doubts(item: Item) -> str:
    if not item.verified:
        return "no text of it is held"
    return ", ".join(sorted({f for s in item.statements for f in s.unverified.split(";") if f}))
