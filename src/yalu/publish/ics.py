"""Events as an iCalendar file (RFC 5545): all-day events, folded lines, nothing of the wall clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from yalu import __version__
from yalu.coalition.dates.event import Event
from yalu.coalition.states.cited import cited
from yalu.evidence.view import View
from yalu.model.countries import state

FOLD = 75
"""The most octets of a line without its break (RFC 5545, 3.1)."""


def calendar(view: View, events: Iterable[Event]) -> bytes:
    """The calendar; an event without a day is left out. Its time stamps are those of the day asked."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Yalu//yalu {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for event in events:
        if event.day:
            lines += _lines(view, event)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line)).encode()


def _lines(view: View, event: Event) -> Iterator[str]:
    end = date.fromisoformat(event.day.hi) + timedelta(days=1)
    whom = ", ".join(state(s) for s in event.states) or "all States"
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@yalu"
    yield f"DTSTAMP:{view.when.as_of.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day.lo.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{end:%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{event.what} ({whom})')}"
    yield f"DESCRIPTION:{escaped(description(view, event))}"
    yield f"CATEGORIES:{event.kind.upper()}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def description(view: View, event: Event) -> str:
    """What it rests on, and what is not known of it."""
    lines = ["; ".join(s.value for s in event.statements if s.prop in ("instrument", "provision", "effect"))]
    if event.precision == "span":
        lines.append(f"The day is known only to lie within {event.day.text()}.")
    lines.append(event.outcome)
    lines.append(f"Not read in a stored text: {event.unverified}." if event.unverified else "")
    lines.append(f"Source: {cited(view, event.statements)}")
    lines.append(f"As known on {view.when.as_of} ({view.when.mode}).")
    return "\n".join(line for line in lines if line)


def escaped(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11), without control characters."""
    kept = "".join(c for c in text.replace("\r\n", "\n") if c == "\n" or (c >= " " and c != "\x7f"))
    for character in ("\\", ";", ","):
        kept = kept.replace(character, "\\" + character)
    return kept.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets; each part after the first begins with a blank."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > FOLD:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
