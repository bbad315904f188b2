"""Is the network limited: how many parties are there that no source has named yet?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from yalu.network.structure.material import Material

COVERED, SMALL = 0.9, 1.25
"""Shown where a further naming is a party already known at least so often, and where the upper end of the
estimate is at most so many times the parties known."""
THIN = 0.5
FEWEST_BOTH = 7
"""With fewer parties that both of two sources name, Chapman's estimate is biased (Robson and Regier 1964)."""
FEWEST_TWICE = 5
"""With fewer parties that exactly two sources name, the estimate rests on chance."""


@dataclass(frozen=True)
class Limited:
    """``named`` is how many sources name how many parties: ``{1: 60, 2: 8}``."""

    parties: int
    named: Mapping[int, int]
    sources: int
    coverage: float
    chao1: float
    chao1_high: float
    chapman: dict[str, Any] | None
    discovery: list[dict[str, Any]]

    @property
    def verdict(self) -> str:
        """``shown``, ``not shown`` or ``too thin``."""
        twice = self.named.get(2, 0)
        if self.sources < 3 or self.coverage < THIN or (twice < FEWEST_TWICE and self.named.get(1, 0)):
            return "too thin"
        small = self.chao1_high <= SMALL * self.parties
        return "shown" if self.coverage >= COVERED and small else "not shown"

    def as_json(self) -> dict[str, Any]:
        """The verdict with its measures."""
        return {
            "verdict": self.verdict,
            "parties": self.parties,
            "sources": self.sources,
            "named_by": {str(k): v for k, v in sorted(self.named.items())},
            "coverage": round(self.coverage, 4),
            "chao1": round(self.chao1, 1),
            "chao1_high": round(self.chao1_high, 1),
            "chapman": self.chapman,
            "discovery": self.discovery,
        }


def limited(material: Material) -> Limited | None:
    """None for a network without sources. A party is named by the sources of the ties that touch it."""
    by_party: dict[str, set[str]] = {}
    for (one, other), sources in material.sources.items():
        for party in (one, other):
            by_party.setdefault(party, set()).update(sources)
    if not by_party:
        return None
    named = Counter(len(sources) for sources in by_party.values())
    total = sum(many * parties for many, parties in named.items())
    chao1, high = chao(len(by_party), named[1], named[2])
    return Limited(
        parties=len(by_party),
        named=dict(named),
        sources=len({s for sources in by_party.values() for s in sources}),
        coverage=1 - named[1] / total,
        chao1=chao1,
        chao1_high=high,
        chapman=_chapman(by_party),
        discovery=_discovery(by_party, material.since),
    )


def chao(seen: int, once: int, twice: int) -> tuple[float, float]:
    """Chao's lower bound on how many there are, and the upper end of its 95% interval (Chao 1984, 1987).

    S + f1^2 / (2 f2); where no party was named twice, S + f1 (f1 - 1) / 2.
    """
    if not once:
        return float(seen), float(seen)
    if twice:
        ratio = once / twice
        unseen = once * ratio / 2
        variance = twice * (ratio**2 / 2 + ratio**3 + ratio**4 / 4)
    else:
        unseen = once * (once - 1) / 2
        total = seen + unseen
        variance = unseen + once * (2 * once - 1) ** 2 / 4 - once**4 / (4 * total)
    if not unseen:
        return float(seen), float(seen)
    spread = math.exp(1.96 * math.sqrt(math.log(1 + variance / unseen**2)))
    return seen + unseen, seen + unseen * spread


def chapman(first: int, second: int, both: int) -> tuple[float, float]:
    """How many there are by two sources: (n1 + 1)(n2 + 1)/(m + 1) - 1, with its standard error."""
    number = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both)
    return number, math.sqrt(variance / ((both + 1) ** 2 * (both + 2)))


def _chapman(by_party: Mapping[str, set[str]]) -> dict[str, Any] | None:
    """By the two sources that name most of the same parties; None where no two name enough of the same."""
    count = Counter(s for sources in by_party.values() for s in sources)
    common = Counter(pair for sources in by_party.values() for pair in combinations(sorted(sources), 2))
    if max(common.values(), default=0) < FEWEST_BOTH:
        return None
    pair, both = max(common.items(), key=lambda c: (c[1], min(count[s] for s in c[0]), c[0]))
    number, error = chapman(count[pair[0]], count[pair[1]], both)
    return {
        "sources": [{"source": s, "parties": count[s]} for s in pair],
        "both": both,
        "number": round(number, 1),
        "low": round(max(number - 1.96 * error, count[pair[0]] + count[pair[1]] - both), 1),
        "high": round(number + 1.96 * error, 1),
    }


def _discovery(by_party: Mapping[str, set[str]], since: Mapping[str, str]) -> list[dict[str, Any]]:
    """How many parties each source was the first to name, in the order of time."""
    known: set[str] = set()
    curve = []
    for source, day in sorted(since.items(), key=lambda s: (s[1], s[0])):
        mine = {p for p, sources in by_party.items() if source in sources}
        curve.append({"source": source, "day": day, "new": len(mine - known), "known": len(mine | known)})
        known |= mine
    return curve
