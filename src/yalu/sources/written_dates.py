"""Dates as officials write them, in ISO form with their precision kept."""

from __future__ import annotations

import re

from yalu.model.dates import partial

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

DATE = r"(?:\d{1,2}(?:st|nd|rd|th)? ?[A-Z][a-z]{2,8}\.? ?\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)"
"""A whole day, in one of the forms that :func:`iso` reads."""

_WORDS = re.compile(
    r"(?:(?:(\d{1,2})(?:st|nd|rd|th)?[. -]{0,2})?([A-Za-z]{3,9})[., -]{0,2})?(\d{4})", re.ASCII
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}), ?(\d{4})", re.ASCII)
_SLASHES = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.] ?(\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_CIRCA = re.compile(r"\A(?:approximately|approx\.?|circa|c\.|about)\W*", re.IGNORECASE)
_SEVERAL = re.compile(r";|,? or ")
_ALTERNATIVE = re.compile(r"\A\W*alt(?:\.|ernative)? DOB:?", re.IGNORECASE)
_SPAN = re.compile(r"\A(?:between )?(.+?)(?: ?[-–] ?| to | and )(.+)\Z", re.IGNORECASE)


def iso(text: str) -> str:
    """``29 Oct. 1945``, ``October 1945``, ``29/10/1945``, ``1945`` or ISO as ISO; ``""`` for anything else.

    >>> iso("2 Mar. 2016"), iso("Sept. 1938"), iso("31/02/1970"), iso("1945")
    ('2016-03-02', '1938-09', '', '1945')
    """
    if _ISO.fullmatch(text):
        return _real(text)
    if match := _SLASHES.fullmatch(text):
        day, month, year = match.groups()
        return _real("-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])]))
    text = _MONTH_FIRST.sub(r"\2 \1 \3", text)
    if match := _WORDS.fullmatch(text):
        day, name, year = match.groups()
        if not name:
            return year
        if name[:3].lower() not in MONTHS:
            return ""
        month = f"{MONTHS.index(name[:3].lower()) + 1:02d}"
        return _real("-".join([year, month, *([day.zfill(2)] if day else [])]))
    return ""


def birth(text: str) -> tuple[str, dict[str, str | bool]] | None:
    """A date that may be approximate, or a span of two; None for anything else.

    >>> birth("Approximately 1955- 1958"), birth("Between 1963 to 1968")
    (('1955', {'circa': True, 'to': '1958'}), ('1963', {'to': '1968'}))
    """
    text = text.strip(" .;,()")
    detail: dict[str, str | bool] = {}
    if _CIRCA.match(text):
        detail["circa"] = True
        text = _CIRCA.sub("", text)
    if value := iso(text):
        return value, detail
    span = _SPAN.match(text)
    if not span:
        return None
    first, last = (iso(part.strip(" .")) for part in span.groups())
    if not first or not last or last < first:
        return None
    return first, {**detail, "to": last}


def births(text: str) -> list[tuple[str, dict[str, str | bool]]]:
    """Each of the dates of a cell such as ``1961; alt DOB: 1962`` or ``1961 or 1962``; none if one is unread.

    >>> births("21/09/1964; alt DOB: 1962"), births("1952 or in Spring")
    ([('1964-09-21', {}), ('1962', {})], [])
    """
    if one := birth(text):
        return [one]
    found = [birth(_ALTERNATIVE.sub("", piece)) for piece in _SEVERAL.split(text) if piece.strip(" ,")]
    return [f for f in found if f] if all(found) else []


def _real(text: str) -> str:
    try:
        partial(text)
    except ValueError:
        return ""
    return text
