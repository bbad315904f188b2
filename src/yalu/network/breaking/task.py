"""What is to be broken: a network, a limit, what each party costs, who must go and who may not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from yalu.errors import UsageError
from yalu.network.breaking.arrays import Flags, Ints, Network

Progress = Callable[[str, float], None]
"""Called with what is being done and the share of the budget that is spent."""
MOST = 2**62
"""Costs are exact whole numbers of 64 bits; what all parties cost together stays below this."""


def silent(_step: str, _share: float) -> None:
    """No progress."""


def clock(seconds: float) -> Callable[[], float]:
    """How many seconds are left, counted from now."""
    end = time.perf_counter() + seconds
    return lambda: end - time.perf_counter()


def exact_costs(costs: Sequence[int | float | str | Fraction]) -> tuple[Ints, int]:
    """Costs as whole numbers and the number by which each was multiplied; no rounding.

    A float counts as the decimal that it prints as. Raises UsageError where a cost is not above zero, or
    where whole numbers of 64 bits cannot hold their sum.
    """
    exact = [c if isinstance(c, (int, Fraction)) else Fraction(str(c)) for c in costs]
    if any(c <= 0 for c in exact):
        raise UsageError("A cost is not above zero.", expected="a positive number for each party")
    scale = lcm(1, *{c.denominator for c in exact})
    whole = [int(c * scale) for c in exact]
    if sum(whole) >= MOST:
        raise UsageError(
            "The costs have too many digits to be added exactly in 64 bits.",
            expected=f"costs whose sum, times their common denominator {scale}, is below 2^62",
            do="Round the costs, or give them in a larger unit.",
        )
    return np.array(whole, np.int64), scale


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A network of which no group may be larger than the limit when it is broken."""

    network: Network
    limit: int
    cost: Ints  # whole numbers; divide by ``scale``
    scale: int
    fixed: Flags  # go in any case
    open_: Flags  # may go

    @classmethod
    def of(
        cls,
        network: Network,
        limit: int,
        *,
        costs: Mapping[str, int | float | str | Fraction] | None = None,
        fixed: Iterable[str] = (),
        forbidden: Iterable[str] = (),
    ) -> Task:
        """By ids; a party without a cost costs 1. Ids that are not in the network count for nothing.

        Raises UsageError where a party must go and may not, or where those who may not go hold a group above
        the limit together.
        """
        number = {party: i for i, party in enumerate(network.ids)}
        must, never = set(fixed), set(forbidden)
        if both := sorted(must & never):
            raise UsageError(
                f"{both[0]} is fixed and forbidden.", expected="a party to be one of the two, or neither"
            )
        exact, scale = exact_costs([(costs or {}).get(party, 1) for party in network.ids])
        is_fixed, is_open = np.zeros(len(network), np.bool_), np.ones(len(network), np.bool_)
        is_fixed[[number[p] for p in must if p in number]] = True
        is_open[[number[p] for p in never if p in number]] = False
        found = cls(network, max(limit, 0), exact, scale, is_fixed, is_open & ~is_fixed)
        stay = network.within(~is_fixed & ~is_open)
        held = int(np.bincount(stay.groups()).max()) if len(stay) else 0
        if held > found.limit:
            raise UsageError(
                f"No answer exists: forbidden parties alone hold a group of {held} together.",
                expected=f"groups of at most {found.limit}",
                do="Forbid fewer parties, or raise the target.",
            )
        return found

    @property
    def weighted(self) -> bool:
        """Whether some parties cost more than others."""
        return bool(len(self.cost)) and bool((self.cost != self.cost[0]).any())
