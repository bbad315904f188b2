"""Results as a file: CSV, XLSX or JSON Lines, whole or not at all, no cell a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson

from yalu.evidence.writing import replacing
from yalu.screening.results import check_ending, neutral

__all__ = ["check_ending", "write"]

Told = dict[str, Any]


def write(
    path: Path, told: Sequence[Told], headings: Sequence[str], row: Callable[[Told], list[object]]
) -> None:
    """Write answers: as JSON a line each, else a row each under ``headings``. Raises StorageError."""
    ending = path.suffix.casefold()
    with replacing(path.absolute()) as new:
        if ending == ".jsonl":
            new.write_bytes(b"".join(orjson.dumps(one) + b"\n" for one in told))
        elif ending == ".csv":
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(headings)
                writer.writerows([neutral(cell) for cell in row(one)] for one in told)
        else:
            _workbook(new, headings, [row(one) for one in told])


def _workbook(path: Path, headings: Sequence[str], rows: list[list[object]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("results")
    sheet.append(list(headings))
    for row in rows:
        cells = []
        for value in map(neutral, row):
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)
