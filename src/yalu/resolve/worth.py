"""What a meeting of two names is worth, in units of the logarithm of odds."""

from __future__ import annotations

from yalu.resolve.config import config

SAME = 0.99
"""From this score of the name engine on two names are the same, in whatever order."""
LINE = 0.8
"""The name engine's own line for a hit."""
FULL, COMMON = 20.0, 8.0
"""Units of rarity above which more adds nothing, and below which a name is common."""


def worth(score: float, information: float, *, weak: bool) -> float:
    """What two names say that meet by ``score``, of words with so much ``information``."""
    w = config().weight
    found = w("name") * steps(score) + w("same_name") * (score >= SAME)
    found += w("information") * min(information, FULL) + w("common_name") * max(0.0, COMMON - information)
    return found + w("weak_alias") * weak


def steps(value: float) -> float:
    """Tenths above or below the line of the name engine, from -2 to 2."""
    return max(-2.0, min(2.0, (value - LINE) * 10))
