"""Names that a spreadsheet turned into dates, and back: the ship 7-28 becomes 28-Jul."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[-/. ]([A-Za-z]{3,9})(?:[-/. ]\d{2,4})?")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})[-/. ](\d{1,2})")


def other_writings(name: str) -> list[str]:
    """What a spreadsheet may have made of a name, or made it of; without the name itself.

    >>> other_writings("7-28"), other_writings("28-Jul")
    (['28-Jul', 'Jul-28'], ['7-28', '28-7'])
    """
    plain = name.strip()
    if not _DIGIT.search(plain):
        return []
    if match := _NUMBERS.fullmatch(plain):
        first, second = int(match[1]), int(match[2])
        pairs = [(m, d) for m, d in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= 31]
        return [text for m, d in pairs for text in (f"{d}-{_title(m)}", f"{_title(m)}-{d:02d}")]
    if match := _DAY_MONTH.fullmatch(plain):
        day, month = int(match[1]), _month(match[2])
    elif match := _MONTH_DAY.fullmatch(plain):
        day, month = int(match[2]), _month(match[1])
    else:
        return []
    return [f"{month}-{day}", f"{day}-{month}"] if month and day <= 31 else []


def _title(month: int) -> str:
    return _MONTHS[month - 1].title()


def _month(word: str) -> int:
    small = word.casefold()[:3]
    return _MONTHS.index(small) + 1 if small in _MONTHS else 0
