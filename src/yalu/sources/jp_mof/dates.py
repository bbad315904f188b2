"""Dates in Japanese: years of the common era or of an emperor, approximate and alternative ones."""

from __future__ import annotations

import re
import unicodedata

from yalu.sources.written_dates import iso

_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
_DATE = re.compile(r"(?:(昭和|平成|令和)(\d{1,2}|元)|(\d{4}))年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", re.ASCII)
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)", re.ASCII)
_CIRCA = re.compile(r"頃|ごろ|おおよそ|およそ|おおむね|約")
_SPAN = re.compile(r"\A[~-]|\Aから")

Detail = dict[str, str | bool]


def days(text: str) -> list[str]:
    """Every whole day that a cell names, in order, as ISO days.

    >>> days("2009年5月22日（2016年3月11日改訂）"), days("平成21年5月22日")
    (['2009-05-22', '2016-03-11'], ['2009-05-22'])
    """
    return [value for value, _, _ in _found(text) if len(value) == 10]


def births(text: str) -> list[tuple[str, Detail]]:
    """The birth dates of a cell, each with its precision; a span has its end in ``to``.

    >>> births("1944年10月13日"), births("1955年-1958年頃"), births("1962年又は1963年")
    ([('1944-10-13', {})], [('1955', {'circa': True, 'to': '1958'})], [('1962', {}), ('1963', {})])
    """
    plain = unicodedata.normalize("NFKC", text)
    dates: list[tuple[str, Detail]] = []
    end = 0
    for value, start, stop in _found(text):
        between = plain[end:start].strip()
        if dates and _SPAN.match(between) and "to" not in dates[-1][1] and value >= dates[-1][0]:
            dates[-1] = (dates[-1][0], {**dates[-1][1], "to": value})
        else:
            dates.append((value, {}))
        end = stop
    if _CIRCA.search(plain):
        dates = [(value, {"circa": True, **detail}) for value, detail in dates]
    return dates or [(value, {}) for value in [iso(plain.strip())] if value]


def _found(text: str) -> list[tuple[str, int, int]]:
    plain = unicodedata.normalize("NFKC", text)
    matches = sorted([*_DATE.finditer(plain), *_NUMERIC.finditer(plain)], key=lambda m: m.start())
    found = []
    for match in matches:
        if match.re is _NUMERIC:
            parts = list(match.groups())
        else:
            era, of_era, year, month, day = match.groups()
            if era:
                year = str(_ERAS[era] + (1 if of_era == "元" else int(of_era)))
            parts = [year, month, day]
        value = iso("-".join(p.zfill(2) for p in parts if p))
        if value:
            found.append((value, match.start(), match.end()))
    return found
