"""Text has clocks too: the latest day that a text speaks of.

A note may mention a law or an event that came after the row it stands in. Shown before that day, it
would let a reader of 2017 look into 2019. ``latest_mention`` finds the day; a month or a year counts at
its end, unless the regime's table of mentions knows the instrument's exact day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, field_validator

from yalu.model.dates import partial
from yalu.regimes.rows import PartialDate

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?<!\d)(?P<year>19[4-9]\d|20[0-4]\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<mm>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}) {_MONTH} {_YEAR}",
        rf"\b{_MONTH} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"\b{_MONTH} {_YEAR}",
        rf"\bQ(?P<quarter>[1-4]) {_YEAR}",
        rf"{_YEAR}[-/–](?P<second>\d\d)(?!\d)",
        rf"{_YEAR}(?P<decade>s?)",
    )
)


class Mention(BaseModel):
    """An instrument or event, the pattern of its name in text, and its day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    match: str = Field(min_length=1)
    date: PartialDate

    @field_validator("match")
    @classmethod
    def _is_a_pattern(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{pattern!r} is no pattern: {error}") from None
        return pattern


class Mentions(BaseModel):
    """The file ``mentions.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mentions: list[Mention] = []


@cache
def _pattern(match: str) -> re.Pattern[str]:
    return re.compile(match, re.IGNORECASE)


def _last(text: str) -> date:
    return date.fromisoformat(partial(text).hi)


def _plain(found: re.Match[str]) -> date | None:
    part = {key: value for key, value in found.groupdict().items() if value}
    year = int(part["year"])
    month = int(part.get("mm") or 0) or _MONTHS.get(part.get("month", "")[:3].lower(), 0)
    if "quarter" in part:
        month = 3 * int(part["quarter"])
    if "second" in part:  # 2016-08 is a month, 2016-19 a span of years, 2009-12 may be either
        second = int(part["second"])
        if 0 < second - year % 100 <= 20:
            year += second - year % 100
        elif 1 <= second <= 12:
            month = second
    if "decade" in part:
        year += 9
    try:
        if "day" in part:
            return date(year, month, int(part["day"]))
    except ValueError:
        return None
    return _last(f"{year}-{month:02d}" if month else str(year))


def _days(text: str, mentions: Iterable[Mention]) -> Iterator[date]:
    for mention in mentions:
        text, count = _pattern(mention.match).subn(" ", text)
        if count:
            yield _last(mention.date)
    for form in _FORMS:
        for found in form.finditer(text):
            if day := _plain(found):
                yield day
        text = form.sub(" ", text)


def latest_mention(text: str, mentions: Iterable[Mention]) -> date | None:
    """The latest day that ``text`` speaks of, or None if it speaks of none.

    >>> latest_mention("ten importers in 2016", [])
    datetime.date(2016, 12, 31)
    """
    return max(_days(text, mentions), default=None)
