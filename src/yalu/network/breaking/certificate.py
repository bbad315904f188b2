"""A lower bound on what any set costs that reaches the target, by rows added as they are violated.

Of every connected group of limit + 1 parties at least one must go, and of some larger groups two, three or
four. A linear program over some of these rows gives a bound; rows that its answer violates are added. Then
integers: where no set cheaper than the one at hand meets the rows, that one is proven. The solver is HiGHS,
by way of scipy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from yalu.network.breaking.arrays import Flags, Floats, Ints, Network
from yalu.network.breaking.connected_sets import light_groups, packing
from yalu.network.breaking.unions import curve

SLACK = 1e-6
ROUNDS = 400
STARTS = 100
MOST = 4
Left = Callable[[], float]


@dataclass(slots=True)
class Certificate:
    """A lower bound, the cheapest set known, and whether the two meet."""

    bound: int
    best: Ints
    cost: int

    @property
    def proven(self) -> bool:
        """Whether no set costs less."""
        return self.bound >= self.cost


@dataclass(slots=True)
class _Rows:
    """The groups of which one party must go."""

    n: int
    groups: list[Ints] = field(default_factory=list)
    need: list[int] = field(default_factory=list)
    known: set[bytes] = field(default_factory=set)

    def add(self, found: Ints, need: Ints) -> int:
        """Keep the groups that are new; how many these are."""
        before = len(self.groups)
        for padded, needed in zip(found, need, strict=True):
            group = np.sort(padded[padded >= 0])
            key = group.tobytes()
            if key not in self.known:
                self.known.add(key)
                self.groups.append(group)
                self.need.append(int(needed))
        return len(self.groups) - before

    def matrix(self) -> csr_array:
        columns = np.concatenate(self.groups)
        lengths = np.cumsum([0, *map(len, self.groups)])
        return csr_array((np.ones(len(columns)), columns, lengths), shape=(len(self.groups), self.n))


def certify(
    network: Network,
    cost: Ints,
    limit: int,
    best: Ints,
    *,
    fixed: Flags,
    open_: Flags,
    left: Left,
    seed: int = 0,
) -> Certificate:
    """Prove the set, better it, or say how far below it the optimum may lie; ``left()`` is seconds left."""
    n = len(network)
    rng = np.random.default_rng(seed)
    here = ~fixed
    base = int(cost[fixed].sum())
    found = Certificate(
        base + int(packing(network.start, network.ends, here, np.where(open_, cost, cost.max()), limit + 1)),
        best,
        int(cost[best].sum()),
    )
    low, high = fixed.astype(float), np.where(open_ | fixed, 1.0, 0.0)
    rows = _Rows(n)
    x = low.copy()
    linear_until = left() * 0.4
    for turn in range(ROUNDS):
        if found.proven or left() <= linear_until:
            break
        starts = rng.permutation(np.flatnonzero(here))[:STARTS]
        groups = light_groups(network.start, network.ends, x, here, starts, limit, MOST, turn)
        if not rows.add(*groups):
            break
        answer = linprog(
            cost, A_ub=-rows.matrix(), b_ub=-np.array(rows.need), bounds=np.stack([low, high], 1),
            method="highs", options={"time_limit": max(left(), 0.01)},
        )  # fmt: skip
        if answer.status != 0:
            break
        x = answer.x
        found.bound = max(found.bound, ceil(answer.fun - SLACK))
    _integers(network, cost, limit, found, rows, low, high, left, rng)
    return found


def _integers(
    network: Network,
    cost: Ints,
    limit: int,
    found: Certificate,
    rows: _Rows,
    low: Floats,
    high: Floats,
    left: Left,
    rng: np.random.Generator,
) -> None:
    n = len(network)
    while rows.groups and not found.proven and left() > 0.05:
        answer = milp(
            cost,
            constraints=[
                LinearConstraint(rows.matrix(), rows.need, np.inf),
                LinearConstraint(cost[None, :].astype(float), found.bound, found.cost - 1),
            ],
            integrality=np.ones(n),
            bounds=Bounds(low, high),
            options={"time_limit": max(left(), 0.05), "mip_rel_gap": 0.0},
        )
        if answer.status == 2:  # none is cheaper
            found.bound = found.cost
            return
        if answer.mip_dual_bound is not None and np.isfinite(answer.mip_dual_bound):
            found.bound = max(found.bound, min(found.cost, ceil(answer.mip_dual_bound - SLACK)))
        if answer.x is None:
            return
        gone = answer.x > 0.5
        chosen = np.flatnonzero(gone)
        if curve(network.start, network.ends, chosen)[-1] <= limit:
            found.best, found.cost = chosen, int(cost[chosen].sum())
            continue
        here = np.ones(n, np.bool_)
        starts = rng.permutation(np.flatnonzero(~gone))[:STARTS]
        rows.add(
            *light_groups(network.start, network.ends, gone * 1.0, here, starts, limit, MOST, len(rows.need))
        )
