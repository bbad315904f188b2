"""What a value itself shows to be wrong: dates made by a spreadsheet, IMO numbers that cannot be."""

from __future__ import annotations

import re

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_SPREADSHEET = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d{{2,4}})?|{_MONTH}-\d{{2,4}}|\d+(?:\.\d+)?E\+\d+", re.ASCII
)
_IMO = re.compile(r"[0-9]{7}")


def spreadsheet_made(value: str) -> bool:
    """Whether a spreadsheet wrote this: ``28-Jul`` for 7-28, ``Jul-28``, ``1.2E+11``."""
    return _SPREADSHEET.fullmatch(value) is not None


def imo_number(value: str) -> bool:
    """Whether a ship's IMO number has seven digits, the last of them its check digit."""
    if not _IMO.fullmatch(value):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, range(7, 1, -1), strict=False))
    return total % 10 == int(value[6])
