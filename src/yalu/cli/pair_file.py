"""Reads the pairs of ids of a CSV file."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from yalu.errors import UsageError


def read(file: str) -> list[tuple[str, str]]:
    """The columns ``a`` and ``b`` of a CSV file, in order; ``-`` is standard input. Raises UsageError."""
    raw = _bytes(file)
    try:
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"{file} cannot be read as CSV: {error}", expected="UTF-8 text, commas between fields"
        ) from None
    heading = [cell.strip().casefold() for cell in rows[0]] if rows else []
    missing = [name for name in ("a", "b") if name not in heading]
    twice = [name for name in ("a", "b") if heading.count(name) > 1]
    if missing:
        raise UsageError(
            f"{file}, row 1: the column {' and '.join(missing)} is missing.",
            expected="the columns a and b, which hold ids of records",
        )
    if twice:
        raise UsageError(
            f"{file}, row 1: the column {' and '.join(twice)} is there twice.", expected="each column once"
        )
    a, b = heading.index("a"), heading.index("b")
    found = []
    for number, row in enumerate(rows[1:], 2):
        if not row:
            continue
        if len(row) <= max(a, b):
            raise UsageError(
                f"{file}, row {number}: {len(row)} fields.", expected=f"{len(heading)}, as in row 1"
            )
        found.append((row[a].strip(), row[b].strip()))
    return found


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}.", expected="a CSV file with the columns a and b"
        ) from None
