"""Choices to begin a search from: sets that leave no group above a limit, for the lowest limit in reach.

Where several parties must go together before anything falls apart, an exchange of single parties does not
find it; breaking the network to a limit does.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from yalu.designation.wave.problem import Problem
from yalu.network.breaking.arrays import Ints, Network
from yalu.network.breaking.baselines import baseline, with_reinsertion
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.task import Task, clock

STEPS = 9
RULES = ("CoreHD", "adaptive degree", "GND", "betweenness")
MOST = 3
"""So many sets are handed on, those of the lowest limits."""


def broken(
    network: Network, problem: Problem, left: Callable[[], float], *, seed: int = 0
) -> list[list[str]]:
    """Sets of parties that the budget pays for at the cost of one pair each, the lowest limit last."""
    n = len(network)
    open_ = np.array([party in problem.reduced.node for party in network.ids], np.bool_)
    least = min(
        (c for c, p in zip(problem.cost, problem.pairs, strict=True) if p.party in problem.reduced.node)
    )
    budget = problem.money // max(least, 1)
    low = int(np.bincount(network.within(~open_).groups()).max()) if (~open_).any() else 1
    high = int(np.bincount(network.groups()).max())
    each = left() / STEPS
    found: list[Ints] = []
    while high - low > max(n // 300, 1) and left() > 0:
        limit = (low + high) // 2
        task = Task(network, limit, np.ones(n, np.int64), 1, np.zeros(n, np.bool_), open_)
        chosen = _set(task, min(each, left()), seed)
        if chosen is not None and len(chosen) <= budget:
            found.append(chosen)
            high = limit
        else:
            low = limit
    return [[network.ids[i] for i in chosen.tolist()] for chosen in found[-MOST:]]


def _set(task: Task, seconds: float, seed: int) -> Ints | None:
    """The smallest set that a rule, reinsertion and a search find in some seconds."""
    left = clock(seconds)
    sets: list[Ints] = []
    for rule in RULES:
        if sets and left() < seconds / 2:
            break
        plain = baseline(rule, task, lambda: left() - seconds / 2, seed)
        if plain is not None:
            sets.append(with_reinsertion(task, plain))
    if not sets:
        return None
    return searched(task, min(sets, key=len), max(left(), 0.01), seed)
