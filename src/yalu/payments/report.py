"""The results of a run as a file: a row a message and a row a reject; whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.payments.model import Reject
from yalu.screening.results import MOST_ROWS, neutral

HEADINGS = (
    "file", "place", "type", "id", "uetr", "decision", "priority", "reasons", "hits", "flags", "findings",
    "payments", "as of", "snapshot",
)  # fmt: skip
ENDINGS = (".csv", ".xlsx")
SHOWN = 20
"""Hits of one message that its row names; all are in the JSON line."""


def check_ending(path: Path) -> None:
    """Raise UsageError for a file that a report cannot be written as."""
    if path.suffix.casefold() not in ENDINGS:
        raise UsageError(
            f"--out {path.name}: no such kind of file", expected="an ending of " + ", ".join(ENDINGS)
        )


def write(path: Path, rows: Iterable[list[object]]) -> None:
    """Write rows as they come. Raises StorageError."""
    with replacing(path.absolute()) as new:
        if path.suffix.casefold() == ".csv":
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(HEADINGS)
                writer.writerows([neutral(cell) for cell in row] for row in rows)
        else:
            _workbook(new, rows)


def of_line(line: dict[str, Any]) -> list[object]:
    """The row of a message."""
    hits = [
        f"{h['role']} {h['asked']}: {h['name']} ({h['id']}, {h['status']}, {h['score']:.2f})"
        for h in line["hits"][:SHOWN]
    ]
    flags = [f"{f['title']} ({f['says']}): {f['evidence']}" for f in line["flags"]]
    left = len(line["hits"]) - len(hits) + line["hits_left_out"]
    more = [f"and {left} more"] if left else []
    return [
        line["file"], line["place"], line["type"], line["id"], line["uetr"], line["decision"],
        line["priority"],
        "; ".join(line["reasons"][:SHOWN]), "; ".join([*hits, *more]), "; ".join(flags),
        "; ".join(f["text"] for f in line["findings"][:SHOWN]), line["payments"], line["as_of"],
        line["snapshot"],
    ]  # fmt: skip


def of_reject(reject: Reject) -> list[object]:
    """The row of what was not screened."""
    why = f"{reject.kind}: {reject.reason}"
    return [reject.file, reject.place, reject.type, "", "", "not screened", "", why, *[""] * 6]


def _workbook(path: Path, rows: Iterable[list[object]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("payments")
    sheet.append(list(HEADINGS))
    for number, row in enumerate(rows):
        if number and number % MOST_ROWS == 0:
            sheet = book.create_sheet()
            sheet.append(list(HEADINGS))
        sheet.append(list(_cells(sheet, row, WriteOnlyCell)))
    book.save(path)


def _cells(sheet: Any, row: list[object], cell_of: Any) -> Iterator[Any]:
    for value in map(neutral, row):
        cell = cell_of(sheet, value=value)
        if isinstance(value, str):
            cell.data_type = "s"
        yield cell
