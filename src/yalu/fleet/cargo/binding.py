"""Whose rules bind a movement of goods: the resolutions everywhere, a state's own at its end."""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.model import countries
from yalu.screening.countries import code as read_country

UNITED_NATIONS = "UN"
MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU = frozenset(MEMBERS.split())
CROATIA_JOINED = "2013-07-01"
UK_LEFT = "2020-12-31"
"""The day from which EU law no longer applied in the United Kingdom: the end of the transition."""

CALLED = {"GB": "UK"}
"""How rules call a state otherwise than by its code."""


def country(text: str, option: str) -> str:
    """The code of a state given by code or name, or ``""`` for none. Raises UsageError if unknown."""
    if not text.strip():
        return ""
    found = read_country(text)
    if found not in countries.codes():
        raise UsageError(
            f"{option} {text[:40]!r} is no state that is known.", expected="a code such as KP, or a name"
        )
    return found


def jurisdictions(state: str, on: str) -> frozenset[str]:
    """Whose rules bind in a state on a day, besides the resolutions; empty for no state."""
    if not state:
        return frozenset()
    found = {CALLED.get(state, state)}
    if (state in EU and not (state == "HR" and on < CROATIA_JOINED)) or (state == "GB" and on < UK_LEFT):
        found.add("EU")
    return frozenset(found)
