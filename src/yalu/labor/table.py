"""Rows of a user's table by column, CSV or XLSX; the headings decide which column is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yalu.errors import UsageError
from yalu.screening.customers import table


@dataclass(frozen=True)
class Line:
    """A row: its number (the heading is 1), its cells by column, and why it cannot be read, if so."""

    row: int
    cells: Mapping[str, str]
    problem: str = ""

    def get(self, column: str) -> str:
        """The cell, without blanks at its ends."""
        return self.cells.get(column, "")


def lines(
    name: str, content: bytes, headings: Mapping[str, Sequence[str]], needed: Sequence[str]
) -> Iterator[Line]:
    """Each row that holds something. ``headings`` are those that mean a column. Raises UsageError.

    Columns of other headings keep their own, so that a red flag may be a column.
    """
    rows = table(name, content)
    if not rows:
        raise UsageError(f"{name} is empty.", expected="a row of headings, then one party a row")
    plain = [h.strip().casefold().replace(" ", "_") for h in rows[0]]
    means = {heading: column for column, some in headings.items() for heading in (column, *some)}
    columns = [means.get(h, h) for h in plain]
    lacking = [c for c in needed if c not in columns]
    if lacking:
        raise UsageError(
            f"{name} has no column {' and no column '.join(lacking)}.",
            expected=f"columns {', '.join(headings)}",
            do="Rename the headings.",
        )
    for number, row in enumerate(rows[1:], 2):
        cells = {c: v.strip() for c, v in zip(columns, row, strict=False) if c}
        if not any(cells.values()):
            continue
        empty = next((c for c in needed if not cells.get(c)), "")
        more = any(v.strip() for v in row[len(columns) :])
        problem = f"the column {empty} is empty" if empty else "more fields than headings" if more else ""
        yield Line(number, cells, problem)
