"""The brief's words on the next dates."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition.dates.event import Event
from yalu.coalition.dates.gather import events
from yalu.coalition.states.sentences import whole
from yalu.evidence.view import Item, View
from yalu.model.countries import states
from yalu.model.figures import joined
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.regimes import Duties

MOST = 3
"""How many of the next dates a sentence tells."""


def coming(view: View, duties: Duties) -> list[Event]:
    """The coming events with a day whose row a stored text backs."""
    found = events(view, duties)
    known = [e for e in found if e.day and all(s.basis != "own_knowledge" for s in e.statements)]
    return [e for e in known if not e.past(view.when.as_of)]


def next_dates(found: Sequence[Event]) -> list[Sentence]:
    """The next dates, one sentence each."""
    return [_told(e) for e in found[:MOST]]


def _told(event: Event) -> Sentence:
    doubts = " (not read in a stored text: {doubts})" if event.unverified else ""
    slots = {"day": event.day.text(), "what": event.what, "states": whom(event)}
    slots |= {"doubts": event.unverified} if event.unverified else {}
    return sentence(
        f"Coming on {{day}}, for {{states}}: {{what}}{doubts}.", event.statements, fill=_slots(event, slots)
    )


def _slots(event: Event, words: dict[str, str]) -> dict[str, SlotFunction]:
    row = Item(event.row, list(event.statements))
    return {name: whole(row, text) for name, text in words.items()}


def whom(event: Event) -> str:
    """Whom it concerns."""
    return joined(states(event.states)) if event.states else "all states"


def dates_table(found: Sequence[Event]) -> list[Table]:
    """The coming dates."""
    if not found:
        return []
    return [
        Table(
            id="coming-dates",
            title="Coming dates",
            columns=("Day", "Kind", "For", "What", "Not read in a stored text"),
            rows=tuple(_row(e) for e in found),
            note="What comes each year is told once. Days are read from the rows cited.",
        )
    ]


def _row(event: Event) -> Row:
    words = {
        "day": event.day.text(),
        "kind": event.kind,
        "states": whom(event),
        "what": event.what,
        "doubts": event.unverified,
    }
    return Row(tuple(_slots(event, words).values()), event.statements)
