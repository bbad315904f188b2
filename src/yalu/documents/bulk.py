"""Many citations from one file: CSV with a head, or a YAML list; each row stands or falls by itself."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import yaml

from yalu.documents.citing import Request
from yalu.errors import UsageError

FIELDS = (
    "document",
    "page",
    "quote",
    "subject",
    "tie",
    "object",
    "prop",
    "value",
    "lang",
    "share",
    "from",
    "to",
    "grade",
    "note",
)
MOST = 10_000
"""Rows of one file."""


def read_rows(path: Path, document: str, grade: str) -> list[tuple[str, dict[str, str]]]:
    """The rows of a file, each with its place. ``document`` and ``grade`` fill what a row leaves empty.

    Raises UsageError where the file is no table of citations: then nothing of it is taken.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", expected="CSV or YAML in UTF-8") from error
    rows = _yaml(path, text) if path.suffix.lower() in (".yaml", ".yml") else _csv(path, text)
    if not rows:
        raise UsageError(f"{path} holds no row.", expected="a head and a row at least")
    if len(rows) > MOST:
        raise UsageError(f"{path} holds {len(rows):,} rows.", expected=f"at most {MOST:,}", do="Split it.")
    for where, row in rows:
        unknown = sorted(set(row) - set(FIELDS))
        if unknown:
            raise UsageError(f"{where}: {', '.join(unknown)[:200]} is no field.", expected=", ".join(FIELDS))
        row["document"] = row.get("document") or document
        row["grade"] = row.get("grade") or grade
    return rows


def request(row: dict[str, str]) -> Request:
    """The request of a row. Raises UsageError."""
    for name in ("document", "quote", "subject"):
        if not row.get(name):
            raise UsageError(f"The row has no {name}.", expected="a document, a quote and a subject")
    page = row.get("page", "")
    if page and not (page.isascii() and page.isdigit()):
        raise UsageError(f"{page[:40]!r} is no page.", expected="a number from 1")
    said = {k: v for k, v in row.items() if k not in ("document", "page", "from")}
    return Request(**said, page=int(page or 0), from_=row.get("from", ""))


def _csv(path: Path, text: str) -> list[tuple[str, dict[str, str]]]:
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise UsageError(f"{path}, line {reader.line_num}: more or fewer cells than the head has.")
            rows.append(
                (
                    f"{path.name} line {reader.line_num}",
                    {k.strip(): (v or "").strip() for k, v in row.items()},
                )
            )
    except csv.Error as error:
        raise UsageError(f"{path}: {error}", expected="CSV in UTF-8 with a head") from error
    return rows


def _yaml(path: Path, text: str) -> list[tuple[str, dict[str, str]]]:
    try:
        raw: Any = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: {error}", expected="a YAML list of citations") from error
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        raise UsageError(
            f"{path} is no list of citations.", expected="a YAML list, each item with quote, subject ..."
        )
    return [
        (f"{path.name} item {number}", {str(k): str(v).strip() for k, v in one.items() if v is not None})
        for number, one in enumerate(raw, start=1)
    ]
