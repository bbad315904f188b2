"""Breaking a network: the cheapest set, its certificate and the order, within one budget."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

from yalu.network.breaking import min_set as sets
from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.ordering import order, robustness
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.unions import curve


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
    if n:
        _compile(seed)
    began = perf_counter()
    left = clock(budget)
    best, method = sets.beginning(task, lambda: left() - 0.8 * budget, seed, progress)
    if n <= sets.PROVABLE:
        chosen = sets.searched(task, best, 0.15 * budget, seed, progress)
        proof_time = 0.45 * budget
    else:
        chosen = sets.searched(task, best, 0.35 * budget, seed, progress)
        proof_time = 0.04 * budget
    if task.cost[chosen].sum() < task.cost[best].sum():
        best, method = chosen, "search"
    progress("proof", 0.0)
    proof = sets.proven(task, best, clock(min(proof_time, left())), seed)
    if proof.cost < task.cost[best].sum():
        best, method = proof.best, "proof"
    line = order(task, best, budget=max(left() - 0.01 * budget, 0.0), seed=seed, progress=progress)
    k = len(best)
    if not task.weighted and n:
        k = int(np.argmax(curve(task.network.start, task.network.ends, line) <= task.limit))
    cost = int(task.cost[line[:k]].sum())
    found = sets.Found(line[:k], cost, min(proof.bound, cost), method)
    return Dismantled(line, k, robustness(task, line), found, perf_counter() - began)


def _compile(seed: int) -> None:
    """Run all of it once on a small ring, so that the budget counts no compiling."""
    from yalu.network.breaking.arrays import Network

    if _compiled:
        return
    _compiled.append(True)
    ring = Network.of([str(i) for i in range(12)], np.arange(12), (np.arange(12) + 1) % 12)
    task = Task.of(ring, 2)
    dismantle(task, budget=0.5, seed=seed)


_compiled: list[Any] = []
