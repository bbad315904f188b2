"""Which state a ship's radio number says it belongs to."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_SHIP = re.compile(r"[2-7]\d{8}", re.ASCII)


@cache
def _states() -> dict[str, str]:
    lines = resources.files(__package__).joinpath("mid.txt").read_text(encoding="utf-8").splitlines()
    return {digits: line[:2] for line in lines for digits in line[3:].split()}


def ship_number(mmsi: str) -> bool:
    """Whether a number can be a ship's own: nine digits, the first of them 2 to 7."""
    return _SHIP.fullmatch(mmsi) is not None


def state_of(mmsi: str) -> str:
    """The state to which the first three digits of a ship's number belong; ``""`` where they are nobody's.

    >>> state_of("445114000"), state_of("199000000")
    ('KP', '')
    """
    return _states().get(mmsi[:3], "") if ship_number(mmsi) else ""
