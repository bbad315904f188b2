"""Gathers the sightings and problems of one document, each value of a party once."""

from __future__ import annotations

from collections.abc import Mapping

from yalu.model.statement import canonical
from yalu.sources.damage import spreadsheet_made
from yalu.sources.ofac_sdn.table import Edition
from yalu.sources.sighting import DAMAGED, Parsed, Problem, Sighting


class Collector:
    """Adds to ``parsed`` what the row says at which it stands."""

    def __init__(self, part: str, edition: Edition) -> None:
        self.parsed = Parsed()
        self.edition = edition
        self._part = part
        self._party = ""
        self._kind = ""
        self._locator = ""
        self._seen: set[tuple[str, str, str, str]] = set()

    def at(self, party: str, kind: str, row: int) -> None:
        """Go to a data row (1-based) and its party."""
        self._party, self._kind, self._locator = party, kind, self.edition.where(self._part, row)

    def add(
        self, prop: str, value: str, detail: Mapping[str, str | bool] | None = None, flag: str = ""
    ) -> None:
        """Add a value unless it is empty or the party already has it."""
        if not value:
            return
        qualifiers = canonical(dict(detail)) if detail else ""
        key = (self._party, prop, value, qualifiers)
        if key in self._seen:
            return
        self._seen.add(key)
        self.parsed.sightings.append(
            Sighting(
                self._party, self._kind, prop, value, detail=qualifiers, locator=self._locator, flag=flag
            )
        )

    def name(self, prop: str, value: str, detail: Mapping[str, str | bool] | None = None) -> None:
        """Add a name; one that a spreadsheet turned into a date is kept, flagged and reported."""
        if not value:
            self.problem("no_name", f"no {prop}")
        elif spreadsheet_made(value):
            self.add(prop, value, detail, DAMAGED)
            self.problem("spreadsheet_date", f"{prop} {value!r} was made by a spreadsheet; it is no renaming")
        else:
            self.add(prop, value, detail)

    def problem(self, code: str, what: str) -> None:
        """Report something about the row at which it stands."""
        self.parsed.problems.append(Problem(code, self._locator, what, self._party))

    def overall(self, code: str, what: str) -> None:
        """Report something about the file as a whole."""
        self.parsed.problems.append(Problem(code, self.edition.where(self._part), what))
