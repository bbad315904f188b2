"""A pair of records that may be one party, and the edges that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from yalu.resolve.record import Since

RULES = ("judged", "curated", "imo", "quoted", "passport", "listed", "score")
"""What may merge two records, strongest first."""


class Edge(NamedTuple):
    """A reason to merge two records: the rule, its words, and the days from which it may be used."""

    a: str
    b: str
    rule: str
    score: float
    text: str
    since: Since

    @property
    def order(self) -> tuple[int, float, str, str]:
        """The strongest first; the same order whatever order the edges come in."""
        return RULES.index(self.rule), -self.score, self.a, self.b


@dataclass(slots=True)
class Pair:
    """Two records compared. ``a`` sorts before ``b``."""

    a: str
    b: str
    odds: float
    """Without rivals: what the two records alone say."""
    since: Since
    reasons: list[str]
    score: float = 0.0
    rival: str = ""
    """Another record that fits as well, so that the score alone merges neither; else empty."""

    @property
    def key(self) -> tuple[str, str]:
        """Both ids, in order."""
        return self.a, self.b
