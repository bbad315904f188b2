"""Text tables to Parquet and back, the same bytes for the same rows."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from yalu.errors import StorageError
from yalu.evidence.writing import replacing, unwritten

_NO_NULL = "\\N-no-null"


def connect() -> duckdb.DuckDBPyConnection:
    """An in-memory engine that writes rows in the order in which it was given them."""
    return duckdb.connect(":memory:", config={"threads": 1, "preserve_insertion_order": True})


def write_parquet(path: Path, columns: Sequence[str], rows: Iterable[Any]) -> int:
    """Write objects that have the given text attributes; return how many there were.

    The file appears whole or not at all. Rows keep their order, so a caller that sorts them by a
    unique key gets the same bytes each time.
    """
    pick = attrgetter(*columns)
    count = 0
    with replacing(path) as done:
        table = done.with_suffix(".csv")
        with table.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
            for row in rows:
                writer.writerow([v.replace("\x00", "�") if "\x00" in v else v for v in pick(row)])
                count += 1
        types = "{" + ", ".join(f"'{c}': 'VARCHAR'" for c in columns) + "}"
        with _engine().cursor() as engine, _writes(path):
            engine.execute(
                f"COPY (SELECT * FROM read_csv('{_quote(table)}', columns={types}, header=false,"
                " delim=',', quote='\"', escape='\"', auto_detect=false, parallel=false,"
                f" nullstr='{_NO_NULL}', allow_quoted_nulls=false, max_line_size=16000000))"
                f" TO '{_quote(done)}' (FORMAT parquet, COMPRESSION zstd)"
            )
    return count


def read_parquet(path: Path, columns: Sequence[str], where: str = "") -> list[tuple[str, ...]]:
    """Read rows as tuples of text, in their order."""
    with _engine().cursor() as engine, reads(str(path)):
        condition = f" WHERE {where}" if where else ""
        names = ", ".join(columns)
        return engine.execute(f"SELECT {names} FROM read_parquet('{_quote(path)}'){condition}").fetchall()


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    """One engine for all tables of a process: starting one takes longer than writing a small table."""
    return connect()


@contextmanager
def _writes(path: Path) -> Iterator[None]:
    """Turn the engine's own report of a full disk, or of one that may not be written, into ours."""
    try:
        yield
    except duckdb.IOException as error:
        number = re.search(r'"errno":"(\d+)"', str(error))
        code = int(number[1]) if number else 0
        raise unwritten(path, OSError(code, os.strerror(code) if code else str(error))) from error


@contextmanager
def reads(what: str) -> Iterator[None]:
    """Turn the engine's own report of a table that is lost, torn or without permission into ours."""
    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise StorageError(f"{what} cannot be read: {error}.", do="Run yalu build to make it.") from error


def _quote(path: Path) -> str:
    return str(path).replace("'", "''")
