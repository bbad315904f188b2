"""When a party was listed and last amended, from the words in Listing Information and the control date."""

from __future__ import annotations

import re
from typing import NamedTuple

from yalu.sources.written_dates import DATE, iso

_ANY = re.compile(DATE)
_LISTED = re.compile(
    rf"(?<![-\w])(?<!last )(?<!previously )(?<!formerly )(?:listed|listedon|designated)\b[^.;()]*?({DATE})",
    re.IGNORECASE,
)
_DOTTED_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. ?(?=\d{4})")


class Days(NamedTuple):
    """ISO days; empty where the list does not tell."""

    listed: str
    amended: str


def read_days(information: str, control: str) -> Days:
    """The first day on which it was listed, and the last day that the entry names.

    The control date is the day of the listing or of an amendment, but some amendments left it as it was:
    the later of it and of the days in the text counts. A day of relisting is an amendment.

    >>> read_days("Listed on: 2 Mar. 2016 (amended on 15 Apr. 2024)", "2016-03-03")
    Days(listed='2016-03-02', amended='2024-04-15')
    >>> read_days("Instrument of first designation: Amendment (No. 2) Instrument 2023", "2023-12-01")
    Days(listed='', amended='2023-12-01')
    """
    text = _DOTTED_MONTH.sub(r"\1 ", information)
    named = [day for found in _ANY.findall(text) if (day := _day(found))]
    control = _day(control)
    listed = _day(text)
    if not listed and (match := _LISTED.search(text)):
        listed = _day(match[1])
    return Days(listed, max([*named, control, listed]))


def _day(text: str) -> str:
    value = iso(text)
    return value if len(value) == 10 else ""
