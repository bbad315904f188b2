"""Working days: Monday to Friday. Public holidays are not held, and so are counted as working days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Count = Literal["working", "calendar"]
ONE = timedelta(days=1)


def works(day: date) -> bool:
    """Whether it is no Saturday or Sunday."""
    return day.weekday() < 5


def back(day: date, days: int, count: Count) -> date:
    """The day that lies so many days before: the latest on which something that takes them can begin.

    >>> back(date(2026, 12, 1), 2, "working").isoformat()
    '2026-11-27'
    """
    return _step(day, -days, count)


def on(day: date, days: int, count: Count) -> date:
    """The day so many days later."""
    return _step(day, days, count)


def between(first: date, last: date) -> int:
    """Working days after ``first`` up to ``last``; none where ``last`` is not later."""
    span = (last - first).days
    return sum(works(first + n * ONE) for n in range(1, span + 1))


def _step(day: date, days: int, count: Count) -> date:
    step = ONE if days > 0 else -ONE
    left = abs(days)
    while left:
        day += step
        if count == "calendar" or works(day):
            left -= 1
    return day
