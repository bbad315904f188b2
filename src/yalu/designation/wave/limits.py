"""What partners can do on one day: how many parties each can list, what each party costs, and in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import lcm

from yalu.designation.wave.model import WavePair
from yalu.errors import UsageError


@dataclass(frozen=True)
class Limits:
    """``budget`` is what all pairs may cost together: their number, where no party has a cost of its own.

    ``effects`` is what a listing by each authority is assumed to be worth, 1 where none is given. A party
    counts as struck when the wave's listings of it come to 1.
    """

    budget: int
    capacity: Mapping[str, int] = field(default_factory=dict)
    effects: Mapping[str, Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise UsageError for a number that is none."""
        if self.budget < 1:
            raise UsageError(f"A wave of {self.budget} is none.", expected="--budget of at least 1")
        for authority, effect in self.effects.items():
            if not 0 < effect <= 1:
                raise UsageError(
                    f"The effect {float(effect):g} of {authority} is none.",
                    expected="a number above 0 and at most 1",
                )

    def effect(self, authority: str) -> Fraction:
        """What a listing by an authority is worth."""
        return self.effects.get(authority, Fraction(1))

    def ways(self, pairs: Sequence[WavePair]) -> list[tuple[int, ...]]:
        """The smallest sets of the pairs of one party, by their places, that strike it; cheapest first.

        Pairs of one party cost the same, so the fewest are the cheapest.
        """
        found: list[tuple[int, ...]] = []
        for many in range(1, len(pairs) + 1):
            for some in combinations(range(len(pairs)), many):
                if any(set(one) <= set(some) for one in found):
                    continue
                if sum(self.effect(pairs[i].authority) for i in some) >= 1:
                    found.append(some)
        return found


def whole(pairs: Sequence[WavePair], budget: int) -> tuple[list[int], int]:
    """The cost of each pair and the budget, multiplied so that all are whole numbers."""
    costs = [Fraction(pair.cost) for pair in pairs]
    scale = lcm(1, *{c.denominator for c in costs})
    return [int(c * scale) for c in costs], budget * scale
