"""Customers' files, CSV or XLSX, row by row as queries; a row that cannot be read says why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from yalu.errors import UsageError, YaluError
from yalu.screening import columns
from yalu.screening.identifiers import KINDS
from yalu.screening.query import Query

ENCODINGS = ("utf-8-sig", "cp1252")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the heading is 1) and its query, or why it has none."""

    number: int
    query: Query | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Customers:
    """An opened file."""

    headings: list[str]
    chosen: dict[int, str]
    rows: list[list[str]]
    schema: str = ""

    @property
    def told(self) -> str:
        """Which columns were taken, in one line."""
        return columns.told(self.headings, self.chosen)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        for number, row in enumerate(self.rows, 2):
            yield self._row(number, row)

    def _row(self, number: int, row: Sequence[str]) -> Row:
        if len(row) > len(self.headings) and any(cell.strip() for cell in row[len(self.headings) :]):
            return Row(number, None, f"{len(row)} fields, the heading has {len(self.headings)}")
        try:
            query = self._query(row)
        except UsageError as error:
            return Row(number, None, error.what)
        return Row(number, query) if not query.empty else Row(number, None, "neither a name nor a number")

    def _query(self, row: Sequence[str]) -> Query:
        held: dict[str, list[str]] = {}
        for place, what in self.chosen.items():
            if place < len(row) and row[place].strip():
                held.setdefault(what, []).append(row[place].strip())
        parts = [" ".join(held[part]) for part in ("first_name", "middle_name", "last_name") if part in held]
        aliases = [one for cell in held.get("alias", ()) for one in cell.split(";")]
        whole = [" ".join(parts)] if parts else []
        return Query(
            names=[*held.get("name", ()), *whole, *aliases],
            schema=" ".join(held.get("schema", ())) or self.schema,
            birth_dates=held.get("birth_date", ()),
            countries=[one for cell in held.get("country", ()) for one in cell.split(";")],
            identifiers=[(kind, value) for kind in KINDS for value in held.get(kind, ())],
            id=" ".join(held.get("id", ())),
        )


def read(name: str, content: bytes, said: str = "", schema: str = "") -> Customers:
    """Read a file's content; its name's ending says what it is, else its first bytes. Raises a YaluError."""
    rows = table(name, content)
    if not rows:
        raise UsageError(f"{name} is empty", expected="a row of headings, then one party a row")
    headings = [cell.strip() for cell in rows[0]]
    return Customers(headings, columns.choose(headings, said), rows[1:], schema)


def table(name: str, content: bytes) -> list[list[str]]:
    """The rows of a CSV or XLSX file, from the first that is not empty. Raises a YaluError."""
    if content.startswith(b"PK") or Path(name).suffix.casefold() in (".xlsx", ".xlsm"):
        rows = _workbook(name, content)
    else:
        rows = _text(name, content)
    while rows and not any(cell.strip() for cell in rows[0]):
        rows.pop(0)
    return rows


def open_file(path: str, content: bytes | None = None) -> bytes:
    """The bytes of a file; of standard input they are given."""
    if content is not None:
        return content
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}", expected="a CSV or XLSX file") from None
    except OSError as error:
        raise YaluError(f"{path} cannot be read: {error.strerror}.") from error


def _workbook(name: str, content: bytes) -> list[list[str]]:
    from yalu.sources.workbook import read_sheets

    sheets = read_sheets(content, "customers", name)
    return next(rows for rows in sheets.values() if rows)


def _text(name: str, content: bytes) -> list[list[str]]:
    if b"\0" in content:
        raise UsageError(f"{name} holds NUL bytes", expected="a CSV file in UTF-8, or an XLSX file")
    text = _decoded(content)
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(
            f"{name} cannot be read as CSV: {error}", expected="commas, semicolons or tabs between fields"
        ) from None


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
