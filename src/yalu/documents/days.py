"""Dates in a page, in ISO form with their precision: English, numeric, Chinese, Korean and Russian forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yalu.model.dates import partial
from yalu.sources.written_dates import MONTHS, iso

_M = "|".join((*MONTHS, "sept", "january", "february", "march", "april", "june", "july", "august"))
_MONTH = rf"(?:(?:{_M})(?:\.|\b)|september\b|october\b|november\b|december\b)"
_ENGLISH = re.compile(
    rf"(?<!\w)(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d./]\d)")
_EAST = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?")
_RUSSIAN = re.compile(
    r"(?<!\d)(\d{1,2})\s+(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[аья]\s+(\d{4})(?!\d)",
    re.IGNORECASE,
)
_RU = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
]


class Day(NamedTuple):
    """A date: ISO with its precision, its place; ``doubt`` where day and month may have changed places."""

    value: str
    start: int
    end: int
    doubt: bool = False


def days(text: str) -> Iterator[Day]:
    """The dates of a page that exist, by place."""
    found = [
        *((m, m.group(), False) for m in _ISO.finditer(text)),
        *((m, _english(m.group()), False) for m in _ENGLISH.finditer(text)),
        *((m, _numeric(m), _unclear(m)) for m in _NUMERIC.finditer(text)),
        *((m, _east(m), False) for m in _EAST.finditer(text)),
        *((m, _russian(m), False) for m in _RUSSIAN.finditer(text)),
    ]
    made = (Day(value, m.start(), m.end(), doubt) for m, value, doubt in found if value and _exists(value))
    yield from sorted(made, key=lambda d: d.start)


def _english(text: str) -> str:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", text, flags=re.IGNORECASE)
    return iso(re.sub(r"\s+([,.])", r"\1", " ".join(plain.replace(".", " ").split())))


def _numeric(match: re.Match[str]) -> str:
    """The day first, as most of the world writes it, unless that cannot be."""
    day, month = int(match[1]), int(match[3])
    if month > 12 >= day:
        day, month = month, day
    return f"{match[4]}-{month:02d}-{day:02d}"


def _unclear(match: re.Match[str]) -> bool:
    return int(match[1]) <= 12 and int(match[3]) <= 12 and match[1] != match[3]


def _east(match: re.Match[str]) -> str:
    return "-".join([match[1], match[2].zfill(2), *([match[3].zfill(2)] if match[3] else [])])


def _russian(match: re.Match[str]) -> str:
    return f"{match[3]}-{_RU.index(match[2].lower()) + 1:02d}-{match[1].zfill(2)}"


def _exists(value: str) -> bool:
    try:
        partial(value)
    except ValueError:
        return False
    return True
