"""Rows of CSV text, such that a quotation mark that never closes spoils its own row and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MOST = 100
"""Spoiled rows after which a file is not read on: each may be as long as a cell may be."""


class Spoiled(NamedTuple):
    """A row that cannot be read, and why."""

    why: str


class _Lines:
    """Lines that can be given back: all of a row but its first."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def back(self) -> None:
        self._again.extendleft(reversed(self.taken[1:]))


def rows_of(text: Iterable[str], delimiter: str) -> Iterator[list[str] | Spoiled]:
    """The cells of each row, or why it has none; after a spoiled row the line below its first is read."""
    lines, spoiled = _Lines(text), 0
    while True:
        try:
            for cells in csv.reader(lines, delimiter=delimiter, strict=True):
                lines.taken.clear()
                yield cells
            return
        except csv.Error as error:
            fault = str(error)
        first = lines.taken[0]
        lines.back()
        lines.taken.clear()
        if "expected after" in fault and (loose := _loosely(first, delimiter)):
            yield loose
            continue
        spoiled += 1
        if spoiled > MOST:
            yield Spoiled(f"more than {MOST} rows whose quotation marks do not close: it is not read on")
            return
        yield Spoiled(f"a quotation mark in it never closes, or closes too early: {fault}")


def _loosely(line: str, delimiter: str) -> list[str]:
    """The cells of a line that has text after a closed quotation mark; none where one is still open."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [] if any("\n" in cell or "\r" in cell for cell in cells) else cells
