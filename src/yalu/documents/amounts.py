"""Money in a page: a currency and a decimal, as written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_SIGNS = {
    **dict.fromkeys(("US$", "USD", "US dollars", "dollars", "dollar"), "USD"),
    **dict.fromkeys(("€", "EUR", "euros", "euro"), "EUR"),
    **dict.fromkeys(("£", "GBP", "pounds sterling"), "GBP"),
    **dict.fromkeys(("RMB", "CNY", "yuan", "renminbi", "人民币", "人民幣"), "CNY"),
    **dict.fromkeys(("HK$", "HKD"), "HKD"),
    **dict.fromkeys(("JPY", "yen"), "JPY"),
    **dict.fromkeys(("KRW", "South Korean won"), "KRW"),
    **dict.fromkeys(("KPW", "North Korean won"), "KPW"),
    **dict.fromkeys(("RUB", "rubles", "roubles", "ruble"), "RUB"),
    **dict.fromkeys(("S$", "SGD"), "SGD"),
    **dict.fromkeys(("MYR", "ringgit"), "MYR"),
    **dict.fromkeys(("AED", "dirhams"), "AED"),
    **dict.fromkeys(("CHF", "Swiss francs"), "CHF"),
    **dict.fromkeys(("美元", "달러", "ドル"), "USD"),
    **dict.fromkeys(("유로", "欧元"), "EUR"),
    "$": "$",
}
_TIMES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mln", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    **dict.fromkeys(("万", "萬", "만"), 10**4),
    **dict.fromkeys(("亿", "億", "억"), 10**8),
}
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_MANY = r"(?:\s?(thousand|million|billion|mln|mn|bn|[mkMK](?![A-Za-z])|[万萬만亿億억]))?"
_MONEY = "|".join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![A-Za-z])({_MONEY})\s?{_NUMBER}{_MANY}(?![\d])", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\d.,$€£]){_NUMBER}{_MANY}\s?({_MONEY})(?![A-Za-z])", re.IGNORECASE)
_OF_SIGN = {k.casefold(): v for k, v in _SIGNS.items()}


class Amount(NamedTuple):
    """A sum: ISO currency (``$`` where the text does not say whose dollar), a decimal as text, its place."""

    currency: str
    amount: str
    start: int
    end: int


def amounts(text: str) -> Iterator[Amount]:
    """The sums of a page, by place; a number that grouping makes unclear (``1.234,50``) is left out."""
    found: list[Amount] = []
    for match in _BEFORE.finditer(text):
        found.append(_made(match, match[1], match[2], match[3]))
    for match in _AFTER.finditer(text):
        if not any(a.start < match.end() and match.start() < a.end for a in found):
            found.append(_made(match, match[3], match[1], match[2]))
    yield from sorted(found, key=lambda a: a.start)


def _made(match: re.Match[str], sign: str, number: str, many: str | None) -> Amount:
    value = Decimal(number.replace(",", "")) * _TIMES.get((many or "").casefold(), 1)
    plain = f"{value.normalize():f}"
    return Amount(_OF_SIGN[sign.casefold()], plain, match.start(), match.end())
