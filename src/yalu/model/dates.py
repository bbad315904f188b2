"""Dates as sources give them: a year, a month or a day, kept with their precision.

An interval is two ISO days, both included; an empty string is an open end. ISO days compare
correctly as strings, in Python and in SQL alike, so no other form is stored.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Interval(NamedTuple):
    """The days between which something happened; ``""`` means open on that side."""

    lo: str = ""
    hi: str = ""

    def __bool__(self) -> bool:
        return bool(self.lo or self.hi)

    def text(self) -> str:
        """``2016-08-11``, ``2016-08-01..2016-08-31``, ``..2019-01-15`` or ``""``."""
        if self.lo == self.hi:
            return self.lo
        return f"{self.lo}..{self.hi}"


OPEN = Interval()


def day(text: str) -> str:
    """Return ``text`` if it is a whole ISO day that exists, else raise ValueError."""
    if len(text) != 10:
        raise ValueError(f"{text!r} is not a day of the form YYYY-MM-DD")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{text!r} is not a day that exists (YYYY-MM-DD)") from None


def partial(text: str) -> Interval:
    """Return the days that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` may mean.

    >>> partial("2016-02")
    Interval(lo='2016-02-01', hi='2016-02-29')
    """
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, whole = match.groups()
    if whole:
        exact = day(text)
        return Interval(exact, exact)
    if month:
        if not 1 <= int(month) <= 12:
            raise ValueError(f"{text!r}: there is no month {month}")
        last = calendar.monthrange(int(year), int(month))[1]
        return Interval(f"{text}-01", f"{text}-{last:02d}")
    return Interval(f"{text}-01-01", f"{text}-12-31")


def period(text: str) -> Interval:
    """Return the days of ``D`` or ``D1/D2``, each a partial date."""
    first, slash, second = text.partition("/")
    lo = partial(first)
    hi = partial(second) if slash else lo
    if hi.hi < lo.lo:
        raise ValueError(f"{text!r} ends before it begins")
    return Interval(lo.lo, hi.hi)


def latest(*days: str) -> str:
    """The latest of the days that are given; ``""`` if none is."""
    return max((d for d in days if d), default="")


def earliest(*days: str) -> str:
    """The earliest of the days that are given; ``""`` if none is."""
    return min((d for d in days if d), default="")
