"""Sums as exact decimals, and what can be wrong with one."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from yalu.payments.model import Amount, Finding

LONGEST = 40
"""Characters of an amount; the longest of any format has 18 digits."""
_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")


def decimal(text: str) -> Decimal | None:
    """The number that a text writes with a point or a comma; None where it is none.

    >>> decimal("1000,5"), decimal("1e9"), decimal("NaN")
    (Decimal('1000.5'), None, None)
    """
    plain = text.strip()
    if len(plain) > LONGEST or not _PLAIN.fullmatch(plain) or not plain.isascii():
        return None
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


@cache
def _table() -> dict[str, Any]:
    text = files("yalu.payments").joinpath("data/currencies.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@lru_cache(maxsize=1024)
def places(currency: str) -> int:
    """Decimal places of a currency; of one that is not known, two."""
    return next((n for n, codes in _table()["decimals"].items() if currency in codes), 2)


def amount(text: str, currency: str, findings: list[Finding], where: str) -> Amount | None:
    """A sum with its currency; what is wrong with it is added to ``findings``. None where it is no number."""
    value = decimal(text)
    if value is None:
        findings.append(Finding("amount_unreadable", f"{where}: {text[:40]!r} is no amount"))
        return None
    code = currency.strip()
    if value <= 0:
        word = "zero" if value == 0 else "negative"
        findings.append(Finding(f"amount_{word}", f"{where}: the amount is {word}: {value} {code}"))
    if code and not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        findings.append(Finding("currency_unknown", f"{where}: {code[:20]!r} is no currency code"))
    elif code in _table()["commodities"]:
        findings.append(Finding("currency_commodity", f"{where}: {code} is a metal, no money"))
    elif code:
        _check_places(value, code, findings, where)
    return Amount(value, code)


def _check_places(value: Decimal, code: str, findings: list[Finding], where: str) -> None:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= 0:
        return
    allowed = places(code)
    if -exponent > allowed and value != round(value, allowed):
        findings.append(
            Finding("amount_decimals", f"{where}: {code} has {allowed} decimals, the amount is {value}")
        )
