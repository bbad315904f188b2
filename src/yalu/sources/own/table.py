"""The rows of a user's table, CSV or Excel, by the fields that the user's columns mean."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yalu.errors import ContractError
from yalu.sources.delimited import TextFile, plain
from yalu.sources.workbook import read_sheets

HEAD_ROWS = 20
"""How many rows may stand above the head of the table: a title, a date, an empty line."""

MAX_FIELD = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, its fields by their words, and its cells as one text."""

    where: str
    fields: dict[str, str]
    text: str


def read_rows(content: bytes, source: str, columns: Mapping[str, str]) -> Iterator[Row]:
    """The rows under the head that names the user's columns. Raises ContractError where there is none."""
    if not columns:
        raise ContractError(
            source,
            "which column means what is not known",
            expected="a column of names at least",
            do=f"yalu sync own --name {source} --from FILE --columns name=COLUMN",
        )
    nearest: list[str] = []
    for sheet, table in _tables(content, source):
        for number, head in enumerate(table[:HEAD_ROWS], 1):
            at = _places(head, columns)
            if len(at) == len(columns):
                yield from _rows(sheet, table, number, at)
                return
            if len(at) > len(_places(nearest, columns)) or not nearest:
                nearest = head
    missing = [c for f, c in columns.items() if f not in _places(nearest, columns)]
    raise ContractError(
        source,
        f"no head of the table names the column {', '.join(repr(c[:60]) for c in missing)}",
        where=f"the first {HEAD_ROWS} rows",
        expected=f"the columns {', '.join(columns.values())}"[:400],
        do="Check the file, or name its columns anew with --columns.",
    )


def _rows(sheet: str, table: list[list[str]], head: int, at: dict[str, int]) -> Iterator[Row]:
    for number, cells in enumerate(table[head:], head + 1):
        if any(cells):
            fields = {f: plain(cells[place]) if place < len(cells) else "" for f, place in at.items()}
            yield Row(f"{sheet}row {number}", fields, " | ".join(c for c in cells if c)[:2000])


def _places(head: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    known = {plain(cell).casefold(): place for place, cell in reversed(list(enumerate(head))) if cell}
    wanted = {f: plain(c).casefold() for f, c in columns.items()}
    return {f: known[c] for f, c in wanted.items() if c in known}


def _tables(content: bytes, source: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table of the file: the sheets of a workbook, or the text by each delimiter."""
    if content.startswith(b"PK"):
        for sheet, rows in read_sheets(content, source, "the workbook").items():
            yield f"sheet {sheet}, ", rows
        return
    csv.field_size_limit(MAX_FIELD)
    file = TextFile(source, "the list")
    text = file.decode(content)
    first: ContractError | None = None
    for delimiter in ",;\t|":
        try:
            yield "", file.rows_as_written(text, delimiter)
        except ContractError as error:
            first = first or error
    if first:
        raise first
