"""The results of a run as files: a row or line a message and a reject; each file whole or not at all."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.payments.model import Reject
from yalu.screening.results import MOST_ROWS, neutral

HEADINGS = (
    "file", "place", "type", "id", "uetr", "decision", "priority", "reasons", "hits", "flags", "findings",
    "payments", "as of", "snapshot",
)  # fmt: skip
ENDINGS = (".csv", ".xlsx", ".jsonl")
REJECTED = "not screened"
SHOWN = 20
"""Hits of one message that its row names; all are in the JSON line."""


def check_ending(path: Path) -> None:
    """Raise UsageError for a file that a report cannot be written as."""
    if path.suffix.casefold() not in ENDINGS:
        raise UsageError(
            f"--out {path.name}: no such kind of file", expected="an ending of " + ", ".join(ENDINGS)
        )


def write(paths: Sequence[Path], lines: Iterable[dict[str, Any]]) -> None:
    """Write lines to each file, in the order in which they come. Raises StorageError."""
    if len(paths) == 1:
        _write(paths[0], lines)
        return
    with tempfile.TemporaryFile() as spool:
        spool.writelines(orjson.dumps(line) + b"\n" for line in lines)
        for path in paths:
            spool.seek(0)
            _write(path, map(orjson.loads, spool))


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    ending = path.suffix.casefold()
    with replacing(path.absolute()) as new:
        if ending == ".jsonl":
            with new.open("wb") as out:
                out.writelines(orjson.dumps(line) + b"\n" for line in lines)
        elif ending == ".csv":
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(HEADINGS)
                writer.writerows([neutral(cell) for cell in row] for row in map(_row, lines))
        else:
            _workbook(new, map(_row, lines))


def of_reject(reject: Reject) -> dict[str, Any]:
    """The line of what was not screened."""
    return {
        "version": 1,
        "file": reject.file,
        "place": reject.place,
        "type": reject.type,
        "decision": REJECTED,
        "kind": reject.kind,
        "reason": reject.reason,
    }


def _row(line: dict[str, Any]) -> list[object]:
    if line["decision"] != REJECTED:
        return of_line(line)
    why = f"{line['kind']}: {line['reason']}"
    return [line["file"], line["place"], line["type"], "", "", REJECTED, "", why, *[""] * 6]


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
