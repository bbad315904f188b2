"""The names of states, for the codes in which the evidence gives them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources


@cache
def _names() -> dict[str, str]:
    lines = resources.files(__package__).joinpath("countries.txt").read_text(encoding="utf-8").splitlines()
    return {code: name for code, _, name in (line.partition(" ") for line in lines)}


def state(code: str) -> str:
    """The short name of a state or territory (ISO 3166 code); the code itself where none is known.

    >>> state("MY")
    'Malaysia'
    """
    return _names().get(code, code)


def states(codes: Iterable[str]) -> list[str]:
    """The names of some states, each once, in the order of their names."""
    return sorted({state(code) for code in codes}, key=lambda name: name.removeprefix("the "))


def codes() -> dict[str, str]:
    """The short name of each state or territory by its code."""
    return dict(_names())
