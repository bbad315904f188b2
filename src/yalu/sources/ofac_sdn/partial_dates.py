"""Dates as OFAC writes them, in ISO form with their precision kept."""

from __future__ import annotations

import re

from yalu.model.dates import partial

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

DATE = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2} )?\d{4}"

_ONE = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})", re.ASCII)
_SPAN = re.compile(rf"(circa )?({DATE})(?:(?: to |-)({DATE}))?", re.ASCII)


def iso(text: str) -> str:
    """``10 Dec 1948``, ``Sep 1938`` or ``1946`` as ISO; ``""`` for anything else.

    >>> iso("Sep 1938")
    '1938-09'
    """
    match = _ONE.fullmatch(text)
    if not match:
        return ""
    day, month, year = match.groups()
    value = year
    if month:
        if month not in MONTHS:
            return ""
        value += f"-{MONTHS.index(month) + 1:02d}"
    if day:
        value += f"-{int(day):02d}"
    try:
        partial(value)
    except ValueError:
        return ""
    return value


def span(text: str) -> tuple[str, dict[str, str | bool]] | None:
    """A date that may be ``circa``, or a first and last date; None for anything else.

    >>> span("circa 1979-1982")
    ('1979', {'circa': True, 'to': '1982'})
    """
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    circa, first, last = match.groups()
    begin = iso(first)
    end = iso(last) if last else ""
    if not begin or (last and not end):
        return None
    detail: dict[str, str | bool] = {}
    if circa:
        detail["circa"] = True
    if end:
        detail["to"] = end
    return begin, detail
