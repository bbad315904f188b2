"""What an export leaves behind: counted by kind, so that nobody takes the file for the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from yalu.model.statement import Statement

WORDS = {
    "locators": "where in its document a value stands",
    "clocks": "when a value could first be known, and by which rule",
    "grades": "how good the evidence is (of a tie, the description says it in words)",
    "citations": "which works a value rests on",
    "qualifiers": "what is said about a value (its type, its country, that it is approximate)",
    "inexact_dates": "a date known only to lie between two days",
    "unverified_dates": "a date that no stored text backs",
    "unverified_statements": "a statement that no stored text backs, which decides nothing",
    "flagged_values": "a value that its document garbled or cut, or whose record is lost",
    "no_property": "a value for which the schema has no property",
    "no_code": "a country, flag or nationality in words for which no code is known",
    "no_schema": "a row that is no party and no tie (a law, an incident, an estimate)",
    "no_sanction": "a list that does not sanction, a report of a listing, or an entry of an own list",
    "own_names": "an id under which a list or a collector knows the party, and its data set",
    "topics": "the topic sanction of a party that no official list holds on the day",
    "ends_missing": "a tie to a party of which nothing is shown",
    "ends_of_another_kind": "a tie whose end is of a schema that the format does not foresee there",
    "ties_within_a_party": "a tie between two ids of one party",
    "nameless": "a party whose name is not shown on the day",
}
"""Each kind of loss in words."""


class Losses:
    """Counts of what could not be held, by kind and by what it was."""

    def __init__(self) -> None:
        self._found: dict[str, Counter[str]] = defaultdict(Counter)

    def note(self, kind: str, what: str = "") -> None:
        """Count one loss."""
        self._found[kind][what] += 1

    def of(self, s: Statement) -> None:
        """Count what every statement loses when it becomes a value."""
        if s.locator:
            self.note("locators")
        self.note("clocks", s.known_by)
        self.note("grades", s.grade)
        if s.cites:
            self.note("citations")

    def as_json(self) -> dict[str, Any]:
        """By kind, in a fixed order: the words, how many, and of what."""
        return {
            kind: {
                "means": words,
                "count": self._found[kind].total(),
                "of": {what: n for what, n in sorted(self._found[kind].items()) if what},
            }
            for kind, words in WORDS.items()
            if kind in self._found
        }

    def lines(self) -> list[str]:
        """The same for a terminal."""
        return [f"{row['count']:>9,}  {row['means']}" for row in self.as_json().values()]
