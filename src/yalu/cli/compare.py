"""``yalu compare``: two names, or pairs of names from a file, by the name engine."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from yalu.cli.options import Json, Quiet, tell
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.names import Comparison, Schema

HITS = 3
"""The exit code where a pair is a hit."""

Name = Annotated[str | None, typer.Argument(metavar="NAME", show_default=False)]
SchemaOption = Annotated[
    str,
    typer.Option(
        "--schema",
        metavar="SCHEMA",
        help="Person, Company, Organization or Vessel. Default: judged from the words.",
        show_default=False,
    ),
]
FileOption = Annotated[
    str,
    typer.Option(
        "--file",
        metavar="CSV",
        help="Pairs: columns a, b and, if known, schema. - is standard input.",
        show_default=False,
    ),
]


class Pair(NamedTuple):
    """A row of the file of pairs."""

    row: int
    a: str
    b: str
    schema: Schema


def run(
    name1: Name = None,
    name2: Name = None,
    schema: SchemaOption = "",
    file: FileOption = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Compare two names of any language and script, and say which parts meet and how.

    The score runs from 0 to 1; at the alert line the pair is a hit. Ends with 3 when any pair is a hit, else
    with 0. Needs no list and no network.

    Examples: yalu compare "Ri Hong Sop" 李弘燮 · yalu compare --file pairs.csv --json
    """
    if bool(file) == (name1 is not None) or (name1 is None) != (name2 is None):
        raise UsageError(
            "Nothing to compare, or too much",
            expected="two names, or --file with pairs of names",
            do='yalu compare "Ri Hong Sop" 李弘燮, or yalu compare --file pairs.csv',
        )
    if file:
        pairs = _pairs(file, schema)
    else:
        assert name1 is not None and name2 is not None
        pairs = iter([Pair(0, name1, name2, _schema(schema, name1, name2))])
    hits = _compare(pairs, from_file=bool(file), quiet=quiet, json=json)
    if hits:
        sys.exit(HITS)


def _schema(asked: str, a: str, b: str, where: str = "") -> Schema:
    from yalu.names import Schema, likely_schema

    if not asked.strip():
        return likely_schema(a, b)
    try:
        return Schema(asked)
    except ValueError:
        raise UsageError(
            f"{where}no such schema: {asked[:80]!r}", expected=", ".join(s.value for s in Schema)
        ) from None


def _pairs(file: str, schema: str) -> Iterator[Pair]:
    if file == "-":
        text = sys.stdin.buffer.read()
        file = "standard input"
    else:
        if not Path(file).is_file():
            raise UsageError(f"There is no file {file}", expected="a CSV file with the columns a, b, schema")
        text = Path(file).read_bytes()
    try:
        rows = csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True)
        missing = {"a", "b"} - set(rows.fieldnames or ())
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"{file} cannot be read as CSV: {error}", expected="UTF-8 text, commas between fields"
        ) from None
    if missing:
        raise UsageError(
            f"{file}, row 1: the column {' and '.join(sorted(missing))} is missing",
            expected="the columns a, b and, if known, schema",
        )
    yield from _read(rows, file, schema)


def _read(rows: csv.DictReader[str], file: str, schema: str) -> Iterator[Pair]:
    count = 1
    try:
        for row in rows:
            count += 1
            a, b = row.get("a"), row.get("b")
            if a is None or b is None or None in row:
                raise UsageError(
                    f"{file}, row {count}: {len([v for v in row.values() if v is not None])} fields",
                    expected=f"{len(rows.fieldnames or ())}, as in row 1; put a name with a comma in quotes",
                )
            yield Pair(count, a, b, _schema(row.get("schema") or schema, a, b, f"{file}, row {count}: "))
    except csv.Error as error:
        raise UsageError(
            f"{file}, row {count + 1}: {error}", expected="CSV, names with a comma in quotes"
        ) from None


def _compare(pairs: Iterator[Pair], *, from_file: bool, quiet: bool, json: bool) -> int:
    from functools import lru_cache

    from yalu.names import compare, prepare

    prepared = lru_cache(maxsize=4096)(prepare)
    hits = done = 0
    for pair in pairs:
        answer = compare(prepared(pair.a, pair.schema), prepared(pair.b, pair.schema))
        done += 1
        hits += answer.alert
        if json:
            _print_json(pair, answer)
        elif from_file:
            print(f"{answer.score:.3f}  {'alert' if answer.alert else '-':<5}  {pair.a} | {pair.b}")
        else:
            _print_text(pair, answer)
        if from_file and done % 1000 == 0:
            tell(f"{done} pairs compared, {hits} hits", quiet=quiet)
    if from_file:
        tell(f"{done} pairs compared, {hits} hits", quiet=quiet)
    return hits


def _print_json(pair: Pair, answer: Comparison) -> None:
    import orjson

    line = {
        "version": 1,
        **({"row": pair.row} if pair.row else {}),
        "a": pair.a.encode("utf-8", "replace").decode(),
        "b": pair.b.encode("utf-8", "replace").decode(),
        "schema": pair.schema.value,
        "score": answer.score,
        "alert": answer.alert,
        "reasons": answer.reasons,
        "parts": [{"a": p.a, "b": p.b, "how": p.how, "fit": round(p.fit, 3)} for p in answer.parts],
    }
    sys.stdout.write(orjson.dumps(line).decode() + "\n")


def _print_text(pair: Pair, answer: Comparison) -> None:
    from yalu.names.config import config

    line = config().alert_line
    verdict = (
        f"a hit: at or above the line of {line}" if answer.alert else f"no hit: below the line of {line}"
    )
    print(f"{answer.score:.3f}  {verdict}  ({pair.schema.value})")
    for reason in answer.reasons:
        print(f"  {reason}")
