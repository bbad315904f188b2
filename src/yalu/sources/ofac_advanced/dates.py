"""Dates of the advanced edition: points and periods, each end itself a period."""

from __future__ import annotations

from yalu.model.dates import partial
from yalu.sources.markup import Element, child, text

Detail = dict[str, str | bool]


def point(element: Element | None) -> str:
    """``<Year>``, ``<Month>``, ``<Day>`` as an ISO date as precise as they are, or ``""``."""
    if element is None:
        return ""
    year, month, day = (text(element, part) for part in ("Year", "Month", "Day"))
    if not (year.isascii() and year.isdecimal()):
        return ""
    pieces = [year.zfill(4), *([month.zfill(2), *([day.zfill(2)] if day else [])] if month else [])]
    try:
        partial("-".join(pieces))
    except ValueError:
        return ""
    return "-".join(pieces)


def period(element: Element | None) -> tuple[str, Detail]:
    """A ``<DatePeriod>`` as its first date, with ``to`` and ``circa`` as its detail.

    A whole month or year is written as its first and last day: it is given back as that month or year.
    """
    if element is None:
        return "", {}
    start, end = child(element, "Start"), child(element, "End")
    first, last = point(_end(start, "From")), point(_end(end, "To"))
    approximate = [e for e in (start, end) if e is not None and e.get("Approximate") == "true"]
    detail: Detail = {"circa": True} if approximate else {}
    if not first or not last or first == last:
        return first or last, detail
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return first[:4], detail
    if first[:8] == last[:8] and first.endswith("-01") and _last_of_month(last):
        return first[:7], detail
    if last < first:
        return first, detail
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:4], last[:4]
    return first, {**detail, "to": last}


def _end(element: Element | None, side: str) -> Element | None:
    return None if element is None else child(element, side)


def _last_of_month(value: str) -> bool:
    try:
        partial(f"{value[:8]}{int(value[8:]) + 1:02d}")
    except ValueError:
        return True
    return False
