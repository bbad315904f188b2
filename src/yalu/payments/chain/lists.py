"""The lists of each payment's day: questions answered once, names in free text found and asked."""

from __future__ import annotations

from typing import NamedTuple

from yalu.payments.chain.asks import Asked
from yalu.payments.chain.days import Days
from yalu.payments.chain.in_text import Span, Spotter
from yalu.payments.chain.memory import Memory
from yalu.payments.chain.rules import rules
from yalu.screening import Hit, Query, Screener
from yalu.screening.day import Day
from yalu.screening.identifiers import KINDS, normal

DECIDES = frozenset(kind for kind, one in KINDS.items() if one.strength == "decides")


class Spotted(NamedTuple):
    """A span of a text and whom it may name."""

    span: Span
    hits: tuple[Hit, ...]


class Lists:
    """Screens questions and texts at a day. Not for two threads at once."""

    def __init__(self, days: Days[Screener], first: Screener, limit: int) -> None:
        self._days = days
        self._ever = Screener(Day.ever(first.index, first.day.when))
        self._nobody: Memory[bool] = Memory()
        self._first = first
        self._limit = limit
        self._spotter: Spotter | None = None
        self.answers: Memory[tuple[Hit, ...]] = Memory()
        self._texts: Memory[tuple[Spotted, ...]] = Memory()

    @property
    def remembered(self) -> float:
        """The share of questions that were answered from memory."""
        return self._nobody.met / max(1, self._nobody.asked)

    def hits(self, asked: Asked, day: str) -> tuple[Hit, ...]:
        """The alerts for a question at a day."""
        if self.nobody(asked):
            return ()
        key = (self._days.key(day), asked)
        found = self.answers.get(key)
        if found is None:
            query = asked.query()
            found = () if query is None else self._alerts(query, day)
            self.answers.put(key, found)
        return found

    def nobody(self, asked: Asked) -> bool:
        """Whether no name and no number of any day meets a question, however its facts may stand.

        Nearly all of traffic is answered here once, whatever the day. The name is asked without facts, so
        that a birth date that became known later cannot hide whom an earlier day shows.
        """
        key = (asked.name, asked.schema, asked.identifiers)
        found = self._nobody.get(key)
        if found is None:
            query = Asked(asked.name, asked.schema, "", "", asked.identifiers).query()
            found = query is None or not self._met(query)
            self._nobody.put(key, found)
        return found

    def _met(self, query: Query) -> bool:
        index = self._first.index
        numbered = any(
            len(index.rows_of_number(kind, plain))
            for kind, value in query.identifiers
            if (plain := normal(kind, value))
        )
        return numbered or bool(query.names and self._ever.screen(query, limit=1))

    def text(self, text: str, day: str, *, runs: bool = True) -> tuple[Spotted, ...]:
        """Whom a text names: word by word, and with ``runs`` also spelled otherwise.

        Digits do not matter for whether a run is a name, so texts that differ in them alone share an answer.
        """
        plain = _undigited(text)
        key = (self._days.key(day), runs, plain)
        found = self._texts.get(key)
        if found is None:
            found = self._texts.put(key, self._spot(text, day, runs=runs))
        return found

    def _spot(self, text: str, day: str, *, runs: bool) -> tuple[Spotted, ...]:
        if self._spotter is None:
            self._spotter = Spotter(self._first.index)
        named = self._days.at(day).day.named
        stands = named.__getitem__
        spans = self._spotter.spans(text, stands) if runs else self._spotter.exact(text, stands)
        found = []
        for span in spans:
            hits = self.hits(Asked(" ".join(span.text.split()), "", "", "", ()), day)
            if not span.exact:
                hits = tuple(hit for hit in hits if hit.score >= rules().text_run.value)
            if hits:
                found.append(Spotted(span, hits))
        return tuple(found)

    def _alerts(self, query: Query, day: str) -> tuple[Hit, ...]:
        hits = self._days.at(day).screen(query, self._limit)
        return tuple(hit for hit in hits if hit.alert)


_DIGITS = str.maketrans("123456789", "0" * 9)


def _undigited(text: str) -> str:
    return text.translate(_DIGITS)


def same_number(asked: Asked, hit: Hit) -> bool:
    """Whether a number that names a party is the same in question and hit."""
    held = {(kind, normal(kind, value)) for kind, value in hit.identifiers}
    return any(kind in DECIDES and (kind, normal(kind, value)) in held for kind, value in asked.identifiers)
