"""Breaking a network: the cheapest set, its certificate and the order, within one budget."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from yalu.network.breaking import min_set as sets
from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.layering import Line
from yalu.network.breaking.local_search import searched_in_strands
from yalu.network.breaking.ordering import bettered, robustness, whole_order
from yalu.network.breaking.rivals import crossings, lines, undercut
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.warming import warm

SEARCHED, ORDERED, PROVEN, UNDERCUT = 0.15, 0.35, 0.6, 0.25
"""Shares of the budget up to ``PROVABLE`` parties; the proof's and the last are of what is left then."""
SEARCHED_LARGE, PROVEN_LARGE = 0.3, 0.05
BOUNDED = 3_000
"""Above so many parties a bound is counted, not solved for."""


@dataclass(frozen=True, slots=True, eq=False)
class Dismantled:
    """The answer: an order of all parties, of which the first k reach the limit.

    ``found`` is the cheapest set known, with its bound. Its size is below k only where an order that begins
    with it would break the network slower than a plain rule does.
    """

    order: Ints
    k: int
    robustness: float
    found: sets.Found
    seconds: float

    @property
    def proven(self) -> bool:
        """Whether no set that costs less than the first k reaches the limit."""
        return self.found.proven and len(self.found.chosen) == self.k


def dismantle(task: Task, *, budget: float = 60.0, seed: int = 0, progress: Progress = silent) -> Dismantled:
    """The set first, then the order; what one does not need the next one has.

    The order has the least R of those found whose first k parties reach the limit, k being the size of the
    set; see ``rivals`` for the exception. ``budget`` is in seconds of the clock, compiling not counted.
    """
    n = len(task.network)
    if n == 0 or task.limit == 0:
        return _all(task)
    warm()
    began = perf_counter()
    left = clock(budget)
    ruled = sets.ruled(task, lambda: left() - 0.8 * budget, seed, progress)
    best, method = sets.cheapest(task, ruled)
    small = n <= sets.PROVABLE
    chosen = searched_in_strands(
        task, ruled, (SEARCHED if small else SEARCHED_LARGE) * budget, seed, progress
    )
    if task.cost[chosen].sum() < task.cost[best].sum():
        best, method = chosen, "search"
    plain = not task.weighted and not task.fixed.any()
    line = Line.of(task, whole_order(task, best))
    rivals: list[Line] = []
    if plain:
        rivals = lines(task, {rule: pair for rule, pair in ruled.items() if rule != "degree"})
        others = crossings(task, line, rivals, len(best), left() / 20, seed)
        line = min((line, *others), key=lambda each: each.total)
    line = bettered(task, line.order, len(best), left() * ORDERED, seed, progress)
    if plain and line.reach(task.limit) < len(best):
        best, method = line.order[: line.reach(task.limit)], "order"
    progress("proof", 0.0)
    reserve = left() * (1 - (PROVEN if small else PROVEN_LARGE))
    proof = sets.proven(task, best, lambda: left() - reserve if n <= BOUNDED else 0.0, seed)
    if proof.cost < task.cost[best].sum():
        best, method = proof.best, "proof"
        line = Line.of(task, whole_order(task, best))
    least = min((each.total for each in rivals), default=line.total)
    share = 1 - UNDERCUT if line.total <= least else 0.5
    line = bettered(task, line.order, len(best), left() * share, seed + 1, progress)
    if plain:
        if line.reach(task.limit) < len(best):
            best, method = line.order[: line.reach(task.limit)], "order"
        line = undercut(task, line, rivals, left(), seed, progress)
    cost = int(task.cost[best].sum())
    k = line.reach(task.limit) if plain else len(best)
    found = sets.Found(best, cost, min(proof.bound, cost), method)
    return Dismantled(line.order, k, robustness(task, line.order), found, perf_counter() - began)


def _all(task: Task) -> Dismantled:
    """Where not even one party may be left alone, all of them go."""
    everybody = np.flatnonzero(task.open_ | task.fixed)
    cost = int(task.cost.sum())
    line = whole_order(task, everybody)
    found = sets.Found(line, cost, cost, "everybody")
    return Dismantled(line, len(line), robustness(task, line), found, 0.0)
