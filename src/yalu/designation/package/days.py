"""Days as a reader wants them: a whole month or year by its name, a tie by its beginning and end."""

from __future__ import annotations

import calendar

from yalu.model.dates import Interval
from yalu.model.statement import Statement


def span(when: Interval) -> str:
    """A day, a month, a year, or an interval.

    >>> span(Interval("2009-01-01", "2009-12-31")), span(Interval("2018-01-01", "2018-01-31"))
    ('2009', '2018-01')
    """
    lo, hi = when
    if lo and hi and lo != hi:
        if lo[4:] == "-01-01" and hi == f"{lo[:4]}-12-31":
            return lo[:4]
        last = calendar.monthrange(int(lo[:4]), int(lo[5:7]))[1]
        if lo[8:] == "01" and hi == f"{lo[:7]}-{last:02d}":
            return lo[:7]
    return when.text()


def held(s: Statement) -> str:
    """``from 2009 until 2017-05-22``, as far as it is known."""
    since, until = span(Interval(s.from_lo, s.from_hi)), span(Interval(s.to_lo, s.to_hi))
    return " ".join([*(["from", since] if since else []), *(["until", until] if until else [])])
