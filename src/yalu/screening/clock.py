"""The clocks of many statements at once, by the same test as ``model.clock``.

A day is the integer ``YYYYMMDD``, a month ``YYYYMM00``, an open end 0: integers compare as the texts do.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from yalu.model.clock import Mode

Days = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
COLUMNS = ("known_lo", "known_hi", "from_lo", "from_hi", "to_hi", "ended_known_hi")


class Clocks(NamedTuple):
    """Six columns of days, one row for each statement."""

    known_lo: Days
    known_hi: Days
    from_lo: Days
    from_hi: Days
    to_hi: Days
    ended_known_hi: Days


def number(day: str) -> int:
    """A day as an integer; ``""`` is 0."""
    return int(day.replace("-", "").ljust(8, "0")) if day else 0


def text(day: int) -> str:
    """The ISO text of a day, month or year; 0 is ``""``."""
    if not day:
        return ""
    if not day % 100:
        return "-".join(p for p in (f"{day // 10000:04d}", f"{day // 100 % 100:02d}") if p != "00")
    return f"{day // 10000:04d}-{day // 100 % 100:02d}-{day % 100:02d}"


def begun(c: Clocks, as_of: int, on: int, mode: Mode) -> Mask:
    """Which statements were known by ``as_of`` and had begun by ``on``, over since or not."""
    known, start = c.known_hi, c.from_hi
    if mode is Mode.LIKELY:
        known, start = np.where(c.known_lo > 0, c.known_lo, c.known_hi), c.from_lo
    return (known > 0) & (known <= as_of) & (start <= on) & (c.from_lo <= on)


def over(c: Clocks, as_of: int, on: int) -> Mask:
    """Which had ended by ``on``, and that could be known by ``as_of``."""
    ended = (c.to_hi > 0) & (c.to_hi <= on)
    return ended & (c.ended_known_hi > 0) & (c.ended_known_hi <= as_of)
