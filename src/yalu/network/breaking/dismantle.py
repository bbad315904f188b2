"""Breaking a network: the cheapest set, its certificate and the order, within one budget."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from yalu.network.breaking import min_set as sets
from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.ordering import order, robustness, whole_order
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.unions import curve
from yalu.network.breaking.warming import warm


@dataclass(frozen=True, slots=True, eq=False)
class Dismantled:
    """The answer: an order of all parties, of which the first k are the set."""

    order: Ints
    k: int
    robustness: float
    found: sets.Found
    seconds: float


def dismantle(task: Task, *, budget: float = 60.0, seed: int = 0, progress: Progress = silent) -> Dismantled:
    """The set first, then the order; what one does not need the next one has.

    The order has the least R of those found whose first k parties reach the limit, k being the size of the
    set. ``budget`` is in seconds of the clock, compiling not counted.
    """
    n = len(task.network)
    if n == 0 or task.limit == 0:
        return _all(task)
    warm()
    began = perf_counter()
    left = clock(budget)
    best, method = sets.beginning(task, lambda: left() - 0.8 * budget, seed, progress)
    small = n <= sets.PROVABLE
    chosen = sets.searched(task, best, (0.15 if small else 0.35) * budget, seed, progress)
    if task.cost[chosen].sum() < task.cost[best].sum():
        best, method = chosen, "search"
    if small:  # its order is soon found; the proof has what is left
        line = order(task, best, budget=left() * 0.4, seed=seed, progress=progress)
    progress("proof", 0.0)
    reserve = (0.1 if small else 0.9) * left()
    proof = sets.proven(task, best, lambda: left() - reserve, seed)
    if proof.cost < task.cost[best].sum():
        best, method = proof.best, "proof"
        small = False
    if not small:
        line = order(task, best, budget=left(), seed=seed, progress=progress)
    k = len(best)
    if not task.weighted and not task.fixed.any():
        k = int(np.argmax(curve(task.network.start, task.network.ends, line) <= task.limit))
    cost = int(task.cost[line[:k]].sum())
    found = sets.Found(line[:k], cost, min(proof.bound, cost), method)
    return Dismantled(line, k, robustness(task, line), found, perf_counter() - began)


def _all(task: Task) -> Dismantled:
    """Where not even one party may be left alone, all of them go."""
    everybody = np.flatnonzero(task.open_ | task.fixed)
    cost = int(task.cost.sum())
    line = whole_order(task, everybody)
    found = sets.Found(line, cost, cost, "everybody")
    return Dismantled(line, len(line), robustness(task, line), found, 0.0)
