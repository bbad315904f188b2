"""A set of parties made cheaper by local search, from one beginning or from several side by side."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.searching import BEST, COST, OUT, search, settle
from yalu.network.breaking.strands import side_by_side, strands
from yalu.network.breaking.task import Progress, Task, clock, silent

HOT, COLD = 0.5, 0.1
"""The heat of the search, in costs of one party, at its beginning and its end."""
TRIES = 64
TURNS, EACH = 300_000, 1_000
"""After so many turns, or so many a party, the search ends before its time: a small network does not wait."""


def searched(
    task: Task, begin: Ints, seconds: float, seed: int, progress: Progress = silent, *, turns: int = TURNS
) -> Ints:
    """Better the set by local search for some seconds, or a number of turns."""
    net, n = task.network, len(task.network)
    if task.limit == 0 or not len(begin):
        return begin
    gone = np.zeros(n, np.bool_)
    gone[begin] = True
    label, size, free = np.empty(n, np.int64), np.zeros(2 * n + 2, np.int64), np.empty(2 * n + 2, np.int64)
    tally, room = np.zeros(5, np.int64), np.empty((13, n), np.int64)
    settle(net.start, net.ends, gone, label, size, free, tally, room)
    movable = begin[task.open_[begin]]
    outs, place = np.empty(n, np.int64), np.full(n, -1)
    outs[: len(movable)] = movable
    place[movable] = np.arange(len(movable))
    hold = np.where(task.open_, 0, np.iinfo(np.int64).max)
    best = gone.copy()
    tally[COST] = tally[BEST] = task.cost[gone].sum()
    tally[OUT] = len(movable)
    unit = float(np.median(task.cost))
    at_once = min(int(np.clip(2_000_000 // n, 2, 1500)), turns)
    left = clock(seconds)
    done = 0
    turns = min(turns, EACH * n)
    while done < turns and left() > 0:
        share = max(done / turns, 1 - left() / seconds)
        heat = unit * HOT * (COLD / HOT) ** share
        search(
            net.start, net.ends, task.cost, task.limit, gone, label, size, free, outs, place, hold, best,
            tally, room, TRIES, at_once, heat, (seed * 1_000_003 + done) % 2**31,
        )  # fmt: skip
        done += at_once
        progress("search", share)
    return np.flatnonzero(best)


def searched_in_strands(
    task: Task, found: dict[str, tuple[Ints, Ints]], seconds: float, seed: int, progress: Progress = silent
) -> Ints:
    """The best of searches that begin with the cheapest sets of the plain rules."""
    begin = sorted((fewer for _plain, fewer in found.values()), key=lambda each: int(task.cost[each].sum()))

    def search_from(strand: int) -> Ints:
        shown = progress if strand == 0 else silent
        return searched(task, begin[min(strand, len(begin) - 1)], seconds, seed + 7_919 * strand, shown)

    return min(
        side_by_side(search_from, strands(len(task.network))), key=lambda each: int(task.cost[each].sum())
    )
