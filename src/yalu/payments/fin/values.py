"""Dates and sums of FIN fields."""

from __future__ import annotations

import re
from datetime import date

from yalu.payments.model import Amount, Finding
from yalu.payments.money import amount

_DATED = re.compile(r"(\d{6})([A-Z]{3})([\d,.+-]+)")
_SUM = re.compile(r"([A-Z]{3})([\d,.+-]+)")
PIVOT = 80
"""Two-digit years from here on are of the last century, as SWIFT reads them."""


def day(text: str) -> str:
    """``YYMMDD`` as ``YYYY-MM-DD``; ``""`` where it is no day.

    >>> day("090813"), day("991231"), day("091341")
    ('2009-08-13', '1999-12-31', '')
    """
    if len(text) != 6 or not text.isdigit() or not text.isascii():
        return ""
    year = int(text[:2])
    try:
        return date(year + (1900 if year >= PIVOT else 2000), int(text[2:4]), int(text[4:])).isoformat()
    except ValueError:
        return ""


def dated(text: str, tag: str, findings: list[Finding]) -> tuple[str, Amount | None]:
    """Field 32A: day, currency, sum."""
    found = _DATED.match(text.strip())
    if found is None:
        findings.append(Finding("amount_unreadable", f"field {tag} holds no date, currency and amount"))
        return "", None
    when = day(found[1])
    if not when:
        findings.append(Finding("date_unreadable", f"field {tag}: {found[1]} is no day"))
    return when, amount(found[3], found[2], findings, f"field {tag}")


def money(text: str, tag: str, findings: list[Finding]) -> Amount | None:
    """Field 33B: currency and sum."""
    found = _SUM.match(text.strip())
    return amount(found[2], found[1], findings, f"field {tag}") if found else None
