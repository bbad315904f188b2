"""Judgements and undos as JSON Lines or CSV, out and in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.ledger.judgement import Entry, as_json

VERSION = 1
COLUMNS = ("type", "id", "a", "b", "verdict", "undoes", "who", "at", "why")
"""Of the CSV; a JSON line has those that its type needs, and ``version``."""

FORMATS = ("jsonl", "csv")

_FORMULA = re.compile(r"'*[=+\-@\t\r|%＝＋－＠]")

Fields = dict[str, str]


def format_of(name: str, given: str = "") -> str:
    """The format asked for, or the one that a file's name tells, or JSON Lines. Raises UsageError."""
    found = given or ("csv" if PurePath(name).suffix.lower() == ".csv" else "jsonl")
    if found not in FORMATS:
        raise UsageError(f"{given!r} is no format of an export.", expected=" or ".join(FORMATS))
    return found


def to_text(entries: Iterable[Entry], form: str) -> str:
    """Entries in the order of the ledger. In CSV, what a spreadsheet would run as a formula gets a ``'``."""
    if form == "jsonl":
        lines = (orjson.dumps({"version": VERSION, **as_json(entry)}).decode() for entry in entries)
        return "".join(f"{line}\n" for line in lines)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        writer.writerow({name: _quoted(value) for name, value in as_json(entry).items()})
    return out.getvalue()


def from_text(text: str, form: str, name: str) -> list[tuple[int, Fields]]:
    """The fields of each entry and the line on which it ends. Raises UsageError, which names the line."""
    read = _lines if form == "jsonl" else _csv
    found = []
    for number, fields in read(text.removeprefix("\ufeff"), name):
        unknown = sorted(fields.keys() - {*COLUMNS, "version"})
        if unknown:
            raise wrong(name, number, f"the field {unknown[0]!r} is unknown", f"of {', '.join(COLUMNS)}")
        if any(not isinstance(v, str) for k, v in fields.items() if k != "version"):
            raise wrong(name, number, "a field holds no text", "text in every field")
        found.append((number, {k: v for k, v in fields.items() if k != "version" and v}))
    return found


def wrong(name: str, number: int, what: str, expected: str) -> UsageError:
    """The error of a line; nothing of the file was taken."""
    return UsageError(
        f"{name}, line {number}: {what}. Nothing of the file was taken in.",
        expected=expected,
        do="Correct the line; then import the file again.",
    )


def _lines(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            fields = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise wrong(name, number, f"it is no JSON ({error})", "one JSON object a line") from None
        if not isinstance(fields, dict):
            raise wrong(name, number, "it is no object", "one JSON object a line")
        if fields.get("version", VERSION) != VERSION:
            raise wrong(name, number, f"it has version {fields['version']}", f"version {VERSION}")
        yield number, fields


def _csv(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if not {"a", "b", "verdict"} <= set(reader.fieldnames or ()):
            raise wrong(name, 1, "it is no head of an export", f"columns {', '.join(COLUMNS)}")
        for fields in reader:
            if None in fields or None in fields.values():
                raise wrong(name, reader.line_num, "it has more or fewer cells than the head", "as many")
            yield reader.line_num, {key: _unquoted(value) for key, value in fields.items()}
    except csv.Error as error:
        raise wrong(name, reader.line_num, f"it is no CSV ({error})", "comma-separated values") from None


def _quoted(value: str) -> str:
    return f"'{value}" if _FORMULA.match(value) else value


def _unquoted(value: str) -> str:
    return value[1:] if value.startswith("'") and _FORMULA.match(value) else value
