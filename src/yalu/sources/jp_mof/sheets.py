"""The sheets of the workbook: their titles, their headings, and their rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yalu.errors import ContractError
from yalu.sources.jp_mof.headings import LISTED, NAME_EN, NAME_JA, SECTIONS, column_of, folded
from yalu.sources.workbook import read_sheets

SOURCE = "jp_mof"
FILE = "shisantouketsu.xlsx"
UNKNOWN = "不明"
"""What the list writes where nothing is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, its cells by column, and those under unknown headings."""

    number: int
    fields: dict[str, str]
    unknown: dict[str, str] = field(default_factory=dict)

    def get(self, column: str) -> str:
        """The cell; empty where the sheet lacks the column."""
        return self.fields.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One regime: its title as the list writes it, its text before the headings, and its rows."""

    title: str
    before: str
    rows: list[Row]
    unknown: list[str]

    @property
    def key(self) -> str:
        """The short name in the ids of its parties."""
        plain = re.sub(r"\A\d+[.:_-]?", "", folded(self.title))
        return SECTIONS.get(plain, plain)

    def where(self, row: int = 0) -> str:
        """``shisantouketsu.xlsx 北朝鮮(協調；個人) row 5``."""
        return f"{FILE} {self.title} row {row}" if row else f"{FILE} {self.title}"


def read_workbook(content: bytes) -> tuple[list[Sheet], list[str]]:
    """The sheets that hold a list, and the titles of those that do not.

    Raises:
        ContractError: no workbook, or no sheet with the known headings.
    """
    sheets, others = [], []
    for title, rows in read_sheets(content, SOURCE, FILE, lines=True).items():
        at = next((n for n, row in enumerate(rows) if row and column_of(row[0]) == LISTED), None)
        if at is None:
            others.append(title)
        else:
            sheets.append(_sheet(title.strip(), rows, at))
    if not any(sheet.rows for sheet in sheets):
        expected = "sheets with a row of headings that begins with 告示日付"
        raise ContractError(SOURCE, "no sheet of the workbook is a list", where=FILE, expected=expected)
    return sheets, others


def _sheet(title: str, rows: list[list[str]], at: int) -> Sheet:
    headings = [" ".join(heading.split()) for heading in rows[at]]
    columns = [column_of(heading) for heading in headings]
    before = " ".join(cell for row in rows[:at] for cell in row if cell)
    sheet = Sheet(title, before, [], [h for h, c in zip(headings, columns, strict=True) if h and not c])
    if NAME_JA not in columns and NAME_EN not in columns:
        raise ContractError(
            SOURCE,
            f"the headings are {', '.join(headings)[:120]}",
            where=sheet.where(at + 1),
            expected="a column of names, 日本語表記 or 英語表記",
        )
    for number, cells in enumerate(rows[at + 1 :], at + 2):
        row = Row(number, {})
        for place, cell in enumerate(cells):
            column = columns[place] if place < len(columns) else ""
            if cell == UNKNOWN and column != LISTED:
                continue
            if column:
                row.fields[column] = "\n".join(filter(None, (row.get(column), cell)))
            elif cell:
                heading = headings[place] if place < len(headings) else ""
                row.unknown[heading or f"column {place + 1}"] = cell
        if row.get(NAME_JA) or row.get(NAME_EN):
            sheet.rows.append(row)
    return sheet
