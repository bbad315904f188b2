"""Results as files: CSV and XLSX with a line a hit, JSON Lines with a line a query; whole or not at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.evidence.writing import replacing

HEADINGS = (
    "row", "id", "query", "rank", "score", "alert", "status", "name", "matched", "kind", "lists", "ids",
    "reasons", "problem", "marked",
)  # fmt: skip
ENDINGS = (".csv", ".xlsx", ".jsonl")
LONGEST_CELL = 32_000
"""Letters that a cell of a workbook holds; what is longer is cut."""
MOST_ROWS = 1_048_575

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Line = dict[str, Any]


def check_ending(path: Path) -> None:
    """Raise UsageError for a file that results cannot be written as."""
    if path.suffix.casefold() not in ENDINGS:
        raise UsageError(
            f"--out {path.name}: no such kind of file", expected="an ending of " + ", ".join(ENDINGS)
        )


def write(path: Path, lines: Iterable[Line]) -> None:
    """Write the answers of all rows, in the order of rows. Raises StorageError."""
    ending = path.suffix.casefold()
    with replacing(path.absolute()) as new:
        if ending == ".csv":
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(HEADINGS)
                writer.writerows([neutral(cell) for cell in row] for row in _cells(lines))
        elif ending == ".jsonl":
            with new.open("wb") as out:
                out.writelines(orjson.dumps(line) + b"\n" for line in lines)
        else:
            _workbook(new, _cells(lines))


def neutral(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that could be one gets an apostrophe before it.

    >>> neutral("=1+1"), neutral("Ri"), neutral(0.9)
    ("'=1+1", 'Ri', 0.9)
    """
    if not isinstance(cell, str):
        return cell
    plain = _ILLEGAL.sub("", cell)[:LONGEST_CELL]
    return "'" + plain if plain.lstrip(" ")[:1] in tuple("=+-@\t\r\n|%") and plain else plain


def _cells(lines: Iterable[Line]) -> Iterator[list[object]]:
    for line in lines:
        query = line["query"]
        asked = "; ".join(query.get("names", ())) or "; ".join(
            " ".join(p) for p in query.get("identifiers", ())
        )
        start: list[object] = [line["row"], query.get("id", ""), asked]
        if not line["hits"]:
            status = "not screened" if line.get("problem") else "no hit"
            yield [*start, "", "", "", status, "", "", "", "", "", "", line.get("problem", ""), ""]
        for rank, hit in enumerate(line["hits"], 1):
            lists = "; ".join(_list_text(one) for one in hit["lists"])
            yield [
                *start, rank, hit["score"], "yes" if hit["alert"] else "no", hit["status"], hit["name"],
                hit["matched"], hit["kind"], lists, "; ".join(hit["ids"]), "; ".join(hit["reasons"]), "",
                hit.get("marked", ""),
            ]  # fmt: skip


def _list_text(one: Line) -> str:
    text = f"{one['authority']} {one['list']}".strip()
    return text + (f" (delisted by {one['until']})" if one["delisted"] else "")


def _workbook(path: Path, rows: Iterable[list[object]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("screening")
    sheet.append(list(HEADINGS))
    for number, row in enumerate(rows):
        if number and number % MOST_ROWS == 0:
            sheet = book.create_sheet()
            sheet.append(list(HEADINGS))
        cells = []
        for value in map(neutral, row):
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)
