"""What happened and when it became public: two clocks side by side."""

from __future__ import annotations

from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.workbench.dossier.known import Known
from yalu.workbench.dossier.listings import MEASURES
from yalu.workbench.dossier.ties import far
from yalu.workbench.dossier.words import AUTHORITY, masked, prop_words, span, tie_words
from yalu.workbench.frame import Ask, Cell
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited

MOST = 80


class Event(Model):
    """One line: when it happened, when that became public, and what."""

    happened: str
    public: str
    what: Cell


def timeline(ask: Ask, party: Known, cited: Cited) -> tuple[Event, ...]:
    """The dated events in order; what is stated twice with one day stands once."""
    found: dict[tuple[str, str], tuple[str, Event]] = {}
    exact: set[str] = set()
    dated = sorted((*party.now, *party.over, *party.inbound), key=lambda s: (not _exact(s), s.known_hi, s.id))
    for s in dated:
        for order, event in _events(ask, party, s, cited):
            if _exact(s) or event.what.text not in exact:  # a span of days says less than the day itself
                found.setdefault((event.happened, event.what.text), (order, event))
                exact |= {event.what.text} if _exact(s) else set()
    ordered = sorted(found.values(), key=lambda pair: (pair[0], pair[1].public, pair[1].what.text))
    return tuple(event for _, event in ordered[:MOST])


def _exact(s: Statement) -> bool:
    return bool(s.from_lo) and s.from_lo == s.from_hi


def _events(ask: Ask, party: Known, s: Statement, cited: Cited) -> list[tuple[str, Event]]:
    if s.lead:
        return []
    begun, ended = _sentences(ask, party, s)
    found = []
    if begun and s.from_lo:
        found.append((s.from_lo, _event(span(s.from_lo, s.from_hi), s.known_hi, begun, s, cited)))
    elif begun and s.prop in EDGE_KINDS:
        found.append((s.known_hi, _event("not said", s.known_hi, begun, s, cited)))
    if ended and s.to_hi:
        said = s.ended_known_hi or s.known_hi
        found.append((s.to_lo or s.to_hi, _event(span(s.to_lo, s.to_hi), said, ended, s, cited)))
    return found


def _event(happened: str, public: str, text: str, s: Statement, cited: Cited) -> Event:
    what = Cell(text=text, href=addresses.evidence(s.id), cites=cited.of(s))
    return Event(happened=happened, public=public, what=what)


def _sentences(ask: Ask, party: Known, s: Statement) -> tuple[str, str]:
    """What began and what ended, in words; ``""`` for what makes no event."""
    if s.prop == LISTING:
        who = AUTHORITY.get(s.value, s.value)
        return f"Listed: {who}", f"Delisted: {who}"
    if s.prop in MEASURES:
        return f"Measure: {AUTHORITY.get(s.value, s.value)}", f"Measure ended: {s.value}"
    if s.prop in EDGE_KINDS:
        other = far(s, party)
        words = f"{tie_words(s, party.ids)} {ask.view.name(other)}"
        return words, f"ended: {words}"
    value = masked(s)
    return f"{prop_words(s.prop)}: {value[:120]}", f"no longer: {prop_words(s.prop)} {value[:120]}"
