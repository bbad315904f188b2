"""Text tables to Parquet and back, the same bytes for the same rows."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

_NO_NULL = "\\N-no-null"


def connect() -> duckdb.DuckDBPyConnection:
    """An in-memory engine that writes rows in the order in which it was given them."""
    return duckdb.connect(":memory:", config={"threads": 1, "preserve_insertion_order": True})


def write_parquet(path: Path, columns: Sequence[str], rows: Iterable[Any]) -> int:
    """Write objects that have the given text attributes; return how many there were.

    The file appears whole or not at all. Rows keep their order, so a caller that sorts them by a
    unique key gets the same bytes each time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    pick = attrgetter(*columns)
    count = 0
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".write-") as folder:
        table = Path(folder) / "rows.csv"
        with table.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
            for row in rows:
                writer.writerow([v.replace("\x00", "�") if "\x00" in v else v for v in pick(row)])
                count += 1
        types = "{" + ", ".join(f"'{c}': 'VARCHAR'" for c in columns) + "}"
        done = Path(folder) / "rows.parquet"
        with connect() as engine:
            engine.execute(
                f"COPY (SELECT * FROM read_csv('{_quote(table)}', columns={types}, header=false,"
                " delim=',', quote='\"', escape='\"', auto_detect=false, parallel=false,"
                f" nullstr='{_NO_NULL}', allow_quoted_nulls=false, max_line_size=16000000))"
                f" TO '{_quote(done)}' (FORMAT parquet, COMPRESSION zstd)"
            )
        done.replace(path)
    return count


def read_parquet(path: Path, columns: Sequence[str], where: str = "") -> list[tuple[str, ...]]:
    """Read rows as tuples of text, in their order."""
    with connect() as engine:
        condition = f" WHERE {where}" if where else ""
        names = ", ".join(columns)
        return engine.execute(f"SELECT {names} FROM read_parquet('{_quote(path)}'){condition}").fetchall()


def _quote(path: Path) -> str:
    return str(path).replace("'", "''")
