"""The cheapest set of parties that leaves no group above the limit: searched for, and proven if possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.baselines import RULES, baseline, with_reinsertion
from yalu.network.breaking.certificate import Certificate, certify
from yalu.network.breaking.searching import BEST, COST, OUT, search, settle
from yalu.network.breaking.strands import side_by_side, strands
from yalu.network.breaking.task import Progress, Task, clock, silent

Left = Callable[[], float]
HOT, COLD = 0.5, 0.1
"""The heat of the search, in costs of one party, at its beginning and its end."""
TRIES = 64
TURNS, EACH = 300_000, 1_000
"""After so many turns, or so many a party, the search ends before its time: a small network does not wait."""
LARGE = 200_000
"""Above so many parties only CoreHD is tried as a beginning."""
PROVABLE = 300
"""Up to so many parties most of the time left goes into the proof, above it only a little."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A set, its cost, and a bound below which no set costs; both as ``Task.cost`` counts."""

    chosen: Ints
    cost: int
    bound: int
    method: str

    @property
    def proven(self) -> bool:
        """Whether no set costs less."""
        return self.bound >= self.cost


def min_set(task: Task, *, budget: float, seed: int = 0, progress: Progress = silent) -> Found:
    """Search half of the budget, then prove or bound the rest. All in seconds of the clock."""
    from yalu.network.breaking.warming import warm  # which runs what is below

    warm()
    left = clock(budget)
    best, method = beginning(task, lambda: left() - budget * 0.7, seed, progress)
    chosen = searched(task, best, min(budget * 0.5, left()), seed, progress)
    if task.cost[chosen].sum() < task.cost[best].sum():
        best, method = chosen, "search"
    progress("proof", 0.5)
    proof = proven(task, best, left, seed)
    return Found(proof.best, proof.cost, proof.bound, method if len(best) == len(proof.best) else "proof")


def beginning(task: Task, left: Left, seed: int, progress: Progress) -> tuple[Ints, str]:
    """The cheapest set that a plain rule with reinsertion gives, and which rule that was."""
    return cheapest(task, ruled(task, left, seed, progress))


def ruled(task: Task, left: Left, seed: int, progress: Progress) -> dict[str, tuple[Ints, Ints]]:
    """For each plain rule that there is time for: what it removes, in order, and what reinsertion leaves."""
    n = len(task.network)
    found: dict[str, tuple[Ints, Ints]] = {}
    for rule in RULES if n <= LARGE else ("CoreHD",):
        if found and left() <= 0:
            break
        progress(rule, 0.0)
        plain = baseline(rule, task, left, seed)
        if plain is not None:
            found[rule] = plain, with_reinsertion(task, plain)
    return found


def cheapest(task: Task, found: dict[str, tuple[Ints, Ints]]) -> tuple[Ints, str]:
    """Of the sets that reinsertion leaves the cheapest, and how it was found."""
    rule = min(found, key=lambda each: int(task.cost[found[each][1]].sum()))
    return found[rule][1], f"{rule} with reinsertion"


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


def proven(task: Task, best: Ints, left: Left, seed: int = 0) -> Certificate:
    """The set with a lower bound, and, where the proof found a cheaper one, that."""
    return certify(
        task.network,
        task.cost,
        task.limit,
        best,
        fixed=task.fixed,
        open_=task.open_,
        left=left,
        seed=seed,
    )
