"""How wide the columns of a printed table are, so that it stays on the page and is not long for nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

PAGE = 481.0
"""The width of the text in points."""
GAP = 7.5
"""Points between columns."""
SIZES = (8.6, 8.1, 7.6, 7.2)
"""Sizes of type, largest first; the first at which rows are low enough is taken, the smaller two only by
tables of seven columns, and of eight or more."""
LOW, FEW = 2.4, 8
"""Lines of a row, on average, that are low enough; in a table of few rows, lines beyond one for each."""
LONGEST_WORD = 15
"""Letters of a word that no column breaks."""
RAGGED = 1.08
"""A cell of several lines takes this much more than its length, since words are not cut to fill a line."""
WIDE = 80.0
"""Points of a column that may take what is left over; where no column has them, all share it."""

_BREAKS = re.compile(r"(?<=[/_.@=&,;:|-])(?=\w)")
_EVERY = re.compile(r"(\w{9})(?=\w{4})")


@dataclass(frozen=True)
class Columns:
    """The size of type and the widths of the columns in points; ``lines`` of all rows together, about."""

    size: float
    widths: list[float]
    lines: int


def columns_for(rows: Sequence[Sequence[str]], numeric: Collection[int] = ()) -> Columns:
    """Fit rows of cells, the header first, to the page. Columns of numbers take no more than they need."""
    fitted = Columns(SIZES[0], [], 0)
    for size in SIZES[: max(2, len(rows[0]) - 4)]:
        fitted = _fit(rows, size, numeric)
        if fitted.lines <= max(LOW * len(rows), len(rows) + FEW):
            break
    return fitted


def breakable(text: str, width: float, size: float) -> str:
    """The text with places to break in words that are wider than their column."""
    return " ".join(
        word if ems(word) * size <= width - GAP else _EVERY.sub("\\1\u00ad", _BREAKS.sub("\u200b", word))
        for word in text.split(" ")
    )


def ems(text: str) -> float:
    """About how wide a text is, in ems of the sans type."""
    return sum(_letter(c) for c in text) * 1.03


def _fit(rows: Sequence[Sequence[str]], size: float, numeric: Collection[int]) -> Columns:
    cells = [[ems(cell) * size for cell in row] for row in rows]
    count = len(rows[0])
    longest = [max(_longest_word(row[i]) for row in rows) * size for i in range(count)]
    room = PAGE - GAP * count
    if sum(longest) > room:
        longest = [w * room / sum(longest) for w in longest]
    widths = _widened(cells, longest, room)
    lines = sum(max(_lines(cell, w) for cell, w in zip(row, widths, strict=True)) for row in cells)
    takers = [w if w > WIDE and i not in numeric else 0.0 for i, w in enumerate(widths)]
    if not any(takers):
        takers = [1.0] * count
    rest = room - sum(widths)
    return Columns(
        size,
        [round(w + GAP + rest * t / sum(takers), 1) for w, t in zip(widths, takers, strict=True)],
        lines,
    )


def _widened(cells: list[list[float]], widths: list[float], room: float) -> list[float]:
    """Give the room that is left to the column that saves most lines for it, again and again."""
    widths = list(widths)
    while True:
        left = room - sum(widths)
        steps = [step for i in range(len(widths)) for step in _steps(cells, widths, i) if step[1] <= left]
        if not steps:
            return widths
        _, wider, column = max(steps)
        widths[column] += wider + 0.01


def _steps(cells: list[list[float]], widths: list[float], column: int) -> list[tuple[float, float, int]]:
    """Lines saved per point, the points, and the column, for each useful way to widen a column."""
    wishes = []
    for row in cells:
        lines = [_lines(cell, w) for cell, w in zip(row, widths, strict=True)]
        highest = max(lines)
        if highest > 1 and lines[column] == highest:
            need = row[column] if highest == 2 else row[column] * RAGGED / (highest - 1)
            wishes.append((max(need - widths[column], 0.1), 1 / lines.count(highest)))
    saved, found = 0.0, []
    for wider, gain in sorted(wishes):
        saved += gain
        found.append((saved / wider, wider, column))
    return found


def _lines(cell: float, width: float) -> int:
    return 1 if cell <= width else max(2, ceil(cell * RAGGED / width))


def _longest_word(cell: str) -> float:
    return max((ems(word[:LONGEST_WORD]) for word in cell.split()), default=ems("–"))


def _letter(c: str) -> float:
    if c >= "\u1100":
        return 1.0 if c >= "\u2e80" else 0.6
    if c in " .,;:'|!il’-()[]":
        return 0.29
    if c in "mwMW@%":
        return 0.84
    return 0.6 if c.isupper() else 0.51
