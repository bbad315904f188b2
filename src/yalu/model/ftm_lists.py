"""Whose official list a Sanction of FollowTheMoney is an entry of, where that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class OfficialList:
    """The lists of one authority: its code, its names, the data sets that copy them, its country's code."""

    authority: str
    names: tuple[str, ...]
    datasets: frozenset[str]
    country: str


@cache
def official_lists() -> dict[str, OfficialList]:
    """By the authority's code."""
    text = resources.files(__package__).joinpath("ftm_lists.yaml").read_bytes()
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        code: OfficialList(code, tuple(row["names"]), frozenset(row["datasets"]), row["country"])
        for code, row in raw.items()
    }


def authority_of(datasets: Iterable[str], authorities: Iterable[str], programs: Iterable[str]) -> str:
    """The code of the one authority whose list it is, or ``""``: no listing is guessed.

    >>> authority_of(["us_ofac_sdn"], [], []), authority_of(["x"], ["OFAC"], ["DPRK"])
    ('US', 'US')
    >>> authority_of([], ["OFAC"], [])
    ''
    """
    named = {a.casefold() for a in authorities} if any(programs) else set()
    given = set(datasets)
    found = [
        one.authority
        for one in official_lists().values()
        if given & one.datasets or named & {n.casefold() for n in one.names}
    ]
    return found[0] if len(found) == 1 else ""
