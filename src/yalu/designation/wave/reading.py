"""Reads the files of a coalition: how many parties each partner can list, and what each party costs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from yalu.errors import ContractError, UsageError

Value = TypeVar("Value")
_COST = re.compile(r"\d{1,12}(\.\d{1,9})?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)


def capacity(path: Path, authorities: tuple[str, ...]) -> dict[str, int]:
    """``authority,parties``: how many parties each can list on the day; who is not named has no limit."""

    def code(text: str) -> str | None:
        return text.upper() if text.upper() in authorities else None

    def count(text: str) -> int | None:
        return int(text) if _COUNT.fullmatch(text) else None

    expected = f"an authority of the wave ({', '.join(authorities)}) and a whole number, such as US,5"
    return _table(path, ("authority", "parties"), code, count, expected)


def costs(path: Path, known: Callable[[str], str | None]) -> dict[str, Fraction]:
    """``party,cost``: what listing a party costs; who is not named costs 1. ``known`` gives its first id."""

    def cost(text: str) -> Fraction | None:
        found = Fraction(text) if _COST.fullmatch(text) else Fraction(0)
        return found if found > 0 else None

    return _table(
        path, ("party", "cost"), known, cost, "the id of a party and a number above zero, such as x-dhid,2.5"
    )


def effects(text: str, authorities: tuple[str, ...]) -> dict[str, Fraction]:
    """``US=1,JP=0.5``. Raises UsageError."""
    found: dict[str, Fraction] = {}
    for part in filter(None, re.split(r"[,\s]+", text)):
        code, _, number = part.partition("=")
        if code.upper() not in authorities or not _COST.fullmatch(number):
            raise UsageError(
                f"--effect {part[:30]!r} is none.",
                expected=f"one of {', '.join(authorities)}, = and a number, such as JP=0.5",
            )
        found[code.upper()] = Fraction(number)
    return found


def _table(
    path: Path,
    heading: tuple[str, str],
    key: Callable[[str], str | None],
    value: Callable[[str], Value | None],
    expected: str,
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for line, cells in _rows(path, heading):
        one = key(cells[0]) if len(cells) == 2 else None
        other = value(cells[1]) if len(cells) == 2 else None
        if one is None or other is None:
            raise ContractError(
                str(path),
                f"not a {heading[0]} of the day with its {heading[1]}: {','.join(cells)[:60]!r}",
                where=f"line {line}",
                expected=expected,
                do="Correct the line and run the command again.",
            )
        if one in found:
            raise ContractError(
                str(path),
                f"a second line for {one}",
                where=f"line {line}",
                expected=f"one line for each {heading[0]}",
                do="Delete one of the two lines.",
            )
        found[one] = other
    return found


def _rows(path: Path, heading: tuple[str, str]) -> Iterator[tuple[int, list[str]]]:
    """The rows under the heading, with their lines."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", expected="a file that you may read"
        ) from None
    except UnicodeDecodeError as error:
        raise ContractError(
            str(path),
            f"not UTF-8: {error.reason}",
            expected="text in UTF-8",
            do="Save the file in UTF-8 and run the command again.",
        ) from None
    try:
        reader = csv.reader(io.StringIO(text), strict=True)
        rows = [
            (reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise ContractError(
            str(path), f"not CSV: {error}", expected=",".join(heading), do="Correct the file."
        ) from None
    if not rows or tuple(cell.lower() for cell in rows[0][1]) != heading:
        raise ContractError(
            str(path),
            "another heading" if rows else "an empty file",
            where="line 1",
            expected=",".join(heading),
            do="Give the file this first line.",
        )
    yield from rows[1:]
