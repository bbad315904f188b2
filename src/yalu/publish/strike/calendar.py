"""A plan as an iCalendar file (RFC 5545): publications at their instant of UTC, deadlines as whole days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from yalu import __version__
from yalu.designation.strike.plan import Acting, Plan
from yalu.model.figures import counted
from yalu.publish.ics import escaped, folded

LASTS = timedelta(minutes=30)
"""How long a publication is shown to last: a calendar draws nothing shorter well."""


def strike_calendar(plan: Plan) -> bytes:
    """The calendar. Its ids follow from the plan's name, and its stamps from the day on which work begins."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Yalu//yalu {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for acting in plan.acting:
        lines += _publication(plan, acting)
        for number, dated in enumerate(acting.lead.steps, start=1):
            words = f"{acting.by}: begin by today: {dated.step.what}"
            rest = f"Done by {dated.end}. {dated.step.days} {dated.step.count} days; {dated.step.basis}."
            lines += _day(plan, f"{acting.by}-step-{number}", dated.start, words, rest)
        ready = f"{acting.by}: everything that is published must be ready"
        lines += _day(plan, f"{acting.by}-ready", acting.ready_by, ready, "See the checklist of the plan.")
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line)).encode()


def _publication(plan: Plan, acting: Acting) -> Iterator[str]:
    at, local = acting.publication.at, acting.publication.local
    names = ", ".join(m.pair.name for m in acting.pairs)
    hours = acting.publication.opening.window.said
    rest = [
        f"{local:%Y-%m-%d %H:%M} {local.tzname()} ({acting.publication.zone}).",
        f"{acting.row.medium.text} ({acting.row.medium.basis}).",
        f"Parties: {names}.",
        f"Hours: {hours.text} ({hours.basis}).",
    ]
    yield from _head(plan, f"{acting.by}-publish")
    yield f"DTSTART:{_utc(at)}"
    yield f"DTEND:{_utc(at + LASTS)}"
    parties = counted(len(acting.pairs), "party", "parties")
    yield f"SUMMARY:{escaped(f'{acting.by} publishes: {parties}')}"
    yield f"DESCRIPTION:{escaped(chr(10).join(rest))}"
    yield "END:VEVENT"


def _day(plan: Plan, name: str, day: date, words: str, rest: str) -> Iterator[str]:
    yield from _head(plan, name)
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(words)}"
    yield f"DESCRIPTION:{escaped(rest)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _head(plan: Plan, name: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(f'{plan.id}-{name.lower()}@yalu')}"
    yield f"DTSTAMP:{plan.begin:%Y%m%d}T000000Z"


def _utc(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"
