"""In which order parties go: whole orders in which the largest group shrinks as fast as it can.

The measure is R: the sum of the largest group after each removal, divided by the square of the number of
parties (Schneider and others 2011); lower is faster.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.improving import Improver
from yalu.network.breaking.layering import Line
from yalu.network.breaking.lining import line_up
from yalu.network.breaking.rankings import by_degree
from yalu.network.breaking.strands import side_by_side, strands
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.unions import curve

ROUNDS = 4
"""So many rounds without a better order end it before its time."""
MOVES = 2_500
"""A round ends after so many moves."""
FIRST, LATER = 0.4, 0.3
"""The share of the time that is left which a round may take; above ``ALONE`` parties one has it all."""
ALONE = 3_000
HEATS = (5.0, 1.0, 20.0)
"""One after the other, of the rounds; above ``COOL`` parties the second."""
COOL = 600
REVERSED = 100_000
"""Up to so many parties the order behind the set is made by taking back, above it by degree."""


def robustness(task: Task, order: Ints) -> float:
    """R of an order of all parties."""
    n = len(task.network)
    if n == 0:
        return 0.0
    after = curve(task.network.start, task.network.ends, order)
    return float(Fraction(int(after[1:].sum()), n * n))


def lined(task: Task, chosen: Ints) -> Ints:
    """All parties: the chosen first, then the others by adaptive degree, those who may not go last."""
    net = task.network
    left = np.ones(len(net), np.bool_)
    left[chosen] = False
    head = line_up(net.start, net.ends, left, chosen, np.ones(len(net)))
    closed = left & ~task.open_
    return np.concatenate(
        [
            head,
            by_degree(net.start, net.ends, left, task.open_),
            by_degree(net.start, net.ends, closed, closed),
        ]
    )


def whole_order(task: Task, chosen: Ints) -> Ints:
    """As ``lined``, or with the others lined up as well, whichever is better."""
    net, n = task.network, len(task.network)
    first = lined(task, chosen)
    if n == 0 or n > REVERSED:
        return first
    here = ~task.open_
    here[chosen] = False
    tail = np.ones(n, np.bool_)
    tail[chosen] = False
    here &= tail
    movable = np.flatnonzero(tail & task.open_)
    second = first.copy()
    second[len(chosen) : len(chosen) + len(movable)] = line_up(net.start, net.ends, here, movable, np.ones(n))
    return min(first, second, key=lambda order: robustness(task, order))


def order(
    task: Task,
    chosen: Ints,
    *,
    budget: float,
    seed: int = 0,
    progress: Progress = silent,
    rounds: int = ROUNDS,
) -> Ints:
    """All parties in an order of low R whose first ``len(chosen)`` reach the limit, as the chosen do.

    Fewer may reach it where the work on the order finds a smaller set. With costs, and where parties are
    fixed, these first stay the chosen.
    """
    return bettered(task, whole_order(task, chosen), len(chosen), budget, seed, progress, rounds=rounds).order


def _improved(
    improvers: list[Improver],
    begun: Ints,
    seconds: float,
    moves: int,
    heat: float,
    progress: Progress,
    strand: int,
) -> Line:
    """One strand of a round; the first alone tells how far it is."""
    return improvers[strand].improve(begun, seconds, moves, heat, progress if strand == 0 else silent)


def bettered(
    task: Task,
    begin: Ints,
    most: int,
    budget: float,
    seed: int,
    progress: Progress = silent,
    *,
    rounds: int = ROUNDS,
    shrinks: bool = True,
) -> Line:
    """An order whose first ``most`` reach the limit, in rounds, each from the best so far."""
    left = clock(budget)
    n = len(task.network)
    improvers = [Improver(task, most, seed + 7_919 * strand, shrinks=shrinks) for strand in range(strands(n))]
    best = Line.of(task, begin)
    stale = turn = 0

    def worth(line: Line) -> tuple[int, int]:
        return line.reach(task.limit) if shrinks and not improvers[0].closed else 0, line.total

    while stale < rounds and left() > 0:
        share = 1.0 if n > ALONE else FIRST if turn == 0 else LATER
        seconds = max(left() * share, min(left(), 0.2))
        heat = HEATS[turn % len(HEATS)] if n <= COOL else 1.0
        moves, begun = MOVES if n <= ALONE else 10**9, best.order
        work = partial(_improved, improvers, begun, seconds, moves, heat, progress)
        found = min(side_by_side(work, len(improvers)), key=worth)
        turn += 1
        stale += 1
        if worth(found) < worth(best):
            best, stale = found, 0
            for improver in improvers:
                improver.most = min(improver.most, found.reach(task.limit)) if shrinks else most
    return best
