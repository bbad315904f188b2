"""From names and facts to one number: the logarithm of the odds that two records are one party."""

from __future__ import annotations

import math
from collections.abc import Iterable

from yalu.resolve.config import config
from yalu.resolve.facts import Fact
from yalu.resolve.likeness import Names
from yalu.resolve.record import Since
from yalu.resolve.worth import steps, worth


def weigh(names: Names, facts: Iterable[Fact], group: str) -> tuple[float, Since]:
    """The logarithm of the odds, and from when everything that speaks for the pair was known."""
    w = config().weight
    odds = w(group or "entity")
    odds += worth(names.score, names.information, weak=names.weak)
    odds += w("main_name") * (steps(names.main) if names.main else 0.0)
    odds += w("word_for_word") * (names.shared > 0)
    since = names.since
    for fact in facts:
        weight = w(fact.weight)
        odds += weight
        if weight > 0:
            since = since.later(fact.since)
    return odds, since


def score(odds: float) -> float:
    """A score from 0 to 1."""
    return round(1 / (1 + math.exp(-odds)), 4)


def odds_of(score_: float) -> float:
    """The logarithm of the odds of a score."""
    return math.log(score_ / (1 - score_))
