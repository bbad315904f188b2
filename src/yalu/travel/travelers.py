"""A file of travelers, CSV or XLSX: each row is answered, or says why it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yalu.errors import UsageError
from yalu.model.dates import day
from yalu.screening.customers import table
from yalu.travel.passport import Rules
from yalu.travel.verdict import Verdict, decide

COLUMNS = {
    "name": ("name", "traveler", "traveller", "id"),
    "passport": ("passport", "nationality", "passport_country", "country"),
    "on": ("on", "date", "day", "travel_date"),
    "purpose": ("purpose", "reason"),
}
"""The columns, and the headings that mean each."""


@dataclass(frozen=True)
class Traveler:
    """A row: its number in the file (the heading is 1), the name, and its verdict or its problem."""

    row: int
    name: str
    verdict: Verdict | None
    problem: str = ""


def read(name: str, content: bytes, rules: Rules, as_of: str, on: str = "") -> Iterator[Traveler]:
    """Answer each row. A missing day is ``on``, where one is given. Raises UsageError for the headings."""
    rows = table(name, content)
    if not rows:
        raise UsageError(f"{name} is empty.", expected="a row of headings, then one traveler a row")
    places = _places(name, rows[0], bool(on))
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            yield _traveler(number, row, places, rules, as_of, on)


def _places(name: str, headings: Sequence[str], dated: bool) -> dict[str, int]:
    plain = [h.strip().casefold().replace(" ", "_") for h in headings]
    found = {c: next((plain.index(h) for h in heads if h in plain), -1) for c, heads in COLUMNS.items()}
    lacking = [c for c in ("passport", "on", "purpose") if found[c] < 0 and not (c == "on" and dated)]
    if lacking:
        raise UsageError(
            f"{name} has no column {' and no column '.join(lacking)}.",
            expected="columns passport, on, purpose, and if wished name",
            do="Rename the headings; a day for all may be given with --on.",
        )
    return found


def _traveler(
    number: int, row: Sequence[str], places: dict[str, int], rules: Rules, as_of: str, on: str
) -> Traveler:
    def cell(column: str) -> str:
        at = places[column]
        return row[at].strip() if 0 <= at < len(row) else ""

    given = cell("on") or on
    try:
        when = day(given.removesuffix(" 00:00:00").removesuffix("T00:00:00"))
    except ValueError as error:
        return Traveler(number, cell("name"), None, str(error))
    for needed in ("passport", "purpose"):
        if not cell(needed):
            return Traveler(number, cell("name"), None, f"the column {needed} is empty")
    return Traveler(number, cell("name"), decide(rules, cell("passport"), when, cell("purpose"), as_of))
