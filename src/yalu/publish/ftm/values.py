"""Values in the form in which FollowTheMoney writes them."""

from __future__ import annotations

import calendar
from functools import cache

from yalu.model.countries import codes
from yalu.model.dates import Interval

TOPICS_OF_LISTED = "sanction"
GENDERS = frozenset({"male", "female", "other"})

_ALSO = {
    "korea, north": "KP",
    "north korea": "KP",
    "dprk": "KP",
    "democratic people's republic of korea": "KP",
    "korea, south": "KR",
    "south korea": "KR",
    "republic of korea": "KR",
    "hong kong": "HK",
    "burma": "MM",
    "usa": "US",
    "united states of america": "US",
    "uk": "GB",
    "russian federation": "RU",
    "syrian arab republic": "SY",
    "iran (islamic republic of)": "IR",
    "viet nam": "VN",
    "european union": "EU",
}


@cache
def _by_name() -> dict[str, str]:
    known = {name.removeprefix("the ").casefold(): code for code, name in codes().items()}
    return known | _ALSO


def country(text: str) -> str:
    """The code of a country that is given by its code or name, or ``""``.

    >>> country("KP"), country("Korea, North"), country("Malaysia"), country("Afghan")
    ('kp', 'kp', 'my', '')
    """
    if text in codes() or text == "EU":
        return text.lower()
    return _by_name().get(text.strip().casefold().removeprefix("the "), "").lower()


def date(when: Interval) -> str:
    """A day, a month or a year, where the interval is just that; ``""`` where it is not.

    >>> date(Interval("2016-02-01", "2016-02-29")), date(Interval("2016-02-01", "2016-03-02"))
    ('2016-02', '')
    """
    lo, hi = when
    if not lo or not hi:
        return ""
    if lo == hi:
        return lo
    if lo[4:] == "-01-01" and hi == f"{lo[:4]}-12-31":
        return lo[:4]
    last = calendar.monthrange(int(lo[:4]), int(lo[5:7]))[1]
    return lo[:7] if lo[8:] == "01" and hi == f"{lo[:7]}-{last:02d}" else ""
