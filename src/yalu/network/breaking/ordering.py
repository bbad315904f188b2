"""In which order parties go: whole orders in which the largest group shrinks as fast as it can.

The measure is R: the sum of the largest group after each removal, divided by the square of the number of
parties (Schneider and others 2011); lower is faster.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from yalu.network.breaking.annealing import sweep
from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.rankings import by_degree
from yalu.network.breaking.reinsertion import take_back
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.unions import curve

HOT, LUKEWARM, COOLING = 0.1, 0.001, 0.02
"""The heat at the beginning, in shares of the sum of the curve per party of the set, and how far it falls.

Where there is time for few sweeps it begins lower: a long order that is heated does not settle again.
"""
ENOUGH = 2_000
"""For so many sweeps the heat is the full one."""
TRIALS, SPREAD, WIDE = 3.0, 0.2, 0.1
WORK = 6_000_000
"""After so many places visited the annealing ends before its time."""
ROUNDS = 2
"""How often it is heated anew, each time from the best order."""
REVERSED = 100_000
"""Up to so many parties the order behind the set is made by taking back, above it by degree."""


def robustness(task: Task, order: Ints) -> float:
    """R of an order of all parties."""
    n = len(task.network)
    if n == 0:
        return 0.0
    after = curve(task.network.start, task.network.ends, order)
    return float(Fraction(int(after[1:].sum()), n * n))


def whole_order(task: Task, chosen: Ints) -> Ints:
    """All parties: the chosen first, then the others, those who may not go last."""
    net, n = task.network, len(task.network)
    if n == 0:
        return chosen
    every = np.ones(n, np.int64)
    head = take_back(net.start, net.ends, chosen, every, n)[1][::-1]
    left = np.ones(n, np.bool_)
    left[chosen] = False
    closed = left & ~task.open_
    tails = [by_degree(net.start, net.ends, left, task.open_)]
    if n <= REVERSED:
        members, part = np.flatnonzero(left), net.within(left)
        gone = np.flatnonzero(task.open_[members])
        tails.append(members[take_back(part.start, part.ends, gone, every[: len(part)], n)[1][::-1]])
    last = by_degree(net.start, net.ends, closed, closed)
    orders = [np.concatenate([head, tail, last]) for tail in tails]
    return min(orders, key=lambda order: robustness(task, order))


def order(
    task: Task,
    chosen: Ints,
    *,
    budget: float,
    seed: int = 0,
    progress: Progress = silent,
    work: int = WORK,
) -> Ints:
    """All parties in an order of low R whose first ``len(chosen)`` reach the limit, as the chosen do.

    With costs, and where parties are fixed, these first stay the chosen.
    """
    net, n = task.network, len(task.network)
    best = now = whole_order(task, chosen)
    left = clock(budget)
    closed = task.weighted or bool(task.fixed.any())
    movable = int((task.open_ | task.fixed).sum())
    least = int(curve(net.start, net.ends, now)[1:].sum())
    unit = least / max(len(chosen), 1)
    parent, weight = np.arange(n), np.zeros(n, np.int64)
    sums, trail = np.zeros(n + 1, np.int64), np.empty(n, np.int64)
    each = max(work // max(n, 1) // ROUNDS, 1)
    for turn in range(ROUNDS):
        now = best.copy()
        after = curve(net.start, net.ends, now)
        seconds = left() / (ROUNDS - turn)
        until = clock(seconds)
        done = 0
        took = 0.0
        hot = LUKEWARM
        while done < each and until() > took and n > 1:
            share = max(done / each, 1 - until() / seconds)
            if done == 1:  # the first sweep has told how many there will be
                possible = min(each, seconds / max(took, 1e-6))
                hot = max(HOT * min(possible / ENOUGH, 1.0) ** 1.5, LUKEWARM)
            before = until()
            sweep(
                net.start, net.ends, now, after, sums, len(chosen), task.limit, closed, movable, TRIALS,
                SPREAD, WIDE, unit * hot * COOLING**share, parent, weight, trail,
                (seed * 1_000_003 + turn * each + done) % 2**31,
            )  # fmt: skip
            done += 1
            took = before - until()
            total = int(after[1:].sum())
            if total < least:
                least = total
                best = now.copy()
            progress("order", (turn + share) / ROUNDS)
    return best
