"""The workbook: a sheet a table. Text that a spreadsheet could take for a formula stays text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from yalu.publish.exposure.tables import Row
from yalu.screening.results import MOST_ROWS, neutral

Sheets = Iterable[tuple[str, tuple[str, ...], Iterable[Row]]]
WIDE = {
    "why": 60,
    "asks": 70,
    "open": 60,
    "banks": 30,
    "name": 28,
    "uetr": 38,
    "what": 90,
    "file": 30,
    "ground": 44,
}
WIDTH = 14


def write_workbook(path: Path, sheets: Sheets) -> None:
    """Write sheets of a name, headings and rows; a table that is too long goes on in another sheet."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for name, headings, rows in sheets:
        sheet: Any = None
        for number, row in enumerate(rows):
            if sheet is None or number % MOST_ROWS == 0:
                sheet = _sheet(book, name, headings, Font, WriteOnlyCell, get_column_letter)
            sheet.append([_cell(sheet, value, WriteOnlyCell) for value in row])
        if sheet is None:
            _sheet(book, name, headings, Font, WriteOnlyCell, get_column_letter)
    book.save(path)


def _sheet(book: Any, name: str, headings: tuple[str, ...], font: Any, cell_of: Any, letter: Any) -> Any:
    made = book.create_sheet(name)
    made.freeze_panes = "B2"
    for number, heading in enumerate(headings, 1):
        made.column_dimensions[letter(number)].width = WIDE.get(heading, WIDTH)
    cells = []
    for heading in headings:
        cell = cell_of(made, value=heading)
        cell.font = font(bold=True)
        cells.append(cell)
    made.append(cells)
    return made


def _cell(sheet: Any, value: object, cell_of: Any) -> Any:
    plain = neutral(value)
    cell = cell_of(sheet, value=plain)
    if isinstance(plain, str):
        cell.data_type = "s"
    elif isinstance(plain, Decimal):
        cell.number_format = "#,##0.00" if plain == round(plain, 2) else "General"
    return cell
