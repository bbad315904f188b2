"""Tables as messages, row by row, never whole in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yalu.payments.model import Read, Reject, Source
from yalu.payments.tables import rows
from yalu.payments.tables.mapping import choose
from yalu.payments.tables.quoted import Spoiled, rows_of

if TYPE_CHECKING:
    import duckdb
    from _typeshed import WriteableBuffer

LONGEST_CELL = 1 << 20
BATCH = 5_000


def read_csv(stream: Source, file: str, said: str = "") -> Iterator[Read]:
    """The rows of a CSV file with headings; ``said`` maps its columns. UTF-8, UTF-16 or Latin-1."""
    start = stream.read(4)
    encoding = "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    whole = _Pushed(start, stream)
    text = io.TextIOWrapper(io.BufferedReader(whole), encoding, errors="surrogateescape", newline="")
    csv.field_size_limit(LONGEST_CELL)
    first = text.readline()
    delimiter = max(",;\t|", key=first.count)
    headings = next(csv.reader([first], delimiter=delimiter), [])
    yield from _read(headings, rows_of(_plain(text), delimiter), file, said)


def read_parquet(path: Path, file: str, said: str = "") -> Iterator[Read]:
    """The rows of a Parquet file, through DuckDB, all values as text."""
    import duckdb

    connection = duckdb.connect()
    try:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        headings = [column[0] for column in found.description]
        yield from _read(headings, _batches(found), file, said)
    except duckdb.Error as error:
        yield Reject(file, f"it cannot be read as Parquet: {str(error).splitlines()[0][:160]}")
    finally:
        connection.close()


def _batches(found: duckdb.DuckDBPyConnection) -> Iterator[list[str]]:
    while batch := found.fetchmany(BATCH):
        for row in batch:
            yield ["" if cell is None else str(cell) for cell in row]


def _read(
    headings: Sequence[str], lines: Iterable[Sequence[str] | Spoiled], file: str, said: str
) -> Iterator[Read]:
    mapping = choose(headings, said)
    if mapping is None:
        yield Reject(
            file,
            "no payments can be made out in its columns: an amount and a payer or payee are needed;"
            f" it has {', '.join(h[:30] for h in headings[:8])}."
            " To do: --columns amount=HEADING,debtor=HEADING",
        )
        return
    for number, cells in enumerate(lines, 2):
        if isinstance(cells, Spoiled):
            yield Reject(file, cells.why, place=f"row {number}")
        elif cells:
            yield rows.read(file, number, cells, mapping)


def _plain(lines: Iterable[str]) -> Iterator[str]:
    """Lines without NUL; bytes that are no UTF-8 as the Latin-1 letters that they likely are."""
    for line in lines:
        if "\0" in line:
            line = line.replace("\0", "")
        if not line.isascii() and any("\udc80" <= c <= "\udcff" for c in line):
            line = "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in line)
        yield line


class _Pushed(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, start: bytes, stream: Source) -> None:
        self._start = start
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._start[: len(view)]
        if data:
            self._start = self._start[len(data) :]
        else:
            data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)
