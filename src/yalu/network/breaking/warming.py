"""Compiles what is needed by running it once on a small ring, so that a budget counts no compiling."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Network
from yalu.network.breaking.baselines import RULES, baseline, with_reinsertion
from yalu.network.breaking.connected_sets import light_groups, packing
from yalu.network.breaking.improving import warmed
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.task import Task, clock

_done: list[bool] = []


def warm() -> None:
    """Compile, or load what was compiled before."""
    if _done:
        return
    ring = Network.of([str(i) for i in range(12)], np.arange(12), (np.arange(12) + 1) % 12)
    task = Task.of(ring, 2)
    everybody = np.ones(12, np.bool_)
    for rule in RULES:
        baseline(rule, task, clock(60))
    chosen = with_reinsertion(task, np.arange(12))
    searched(task, chosen, 60, 0, turns=1)
    warmed(task, chosen)
    packing(ring.start, ring.ends, everybody, task.cost, 3)
    light_groups(ring.start, ring.ends, np.zeros(12), everybody, np.arange(12), 2, 2, 0)
    _done.append(True)
