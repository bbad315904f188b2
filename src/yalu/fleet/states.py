"""The short names of states for flags and for the states that acted, however a list writes them."""

from __future__ import annotations

from yalu.model import countries

OTHER_SPELLINGS = {
    "Democratic People's Republic of Korea": "North Korea",
    "St. Kitts & Nevis": "Saint Kitts and Nevis",
}
"""How lists write a state that has another short name here."""

NO_FLAG = frozenset({"None Identified"})
"""What lists write where they found no flag."""


def state(value: str) -> str:
    """The short name of a state, given by its code or as a list writes it; else the value itself.

    >>> state("Democratic People’s Republic of Korea"), state("PA")
    ('North Korea', 'Panama')
    """
    return OTHER_SPELLINGS.get(value.replace("’", "'")) or countries.state(value)
