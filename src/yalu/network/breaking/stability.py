"""How much an answer hangs on single ties: the same question asked of networks with other evidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu.network.breaking.arrays import Ints, Network
from yalu.network.breaking.baselines import baseline, with_reinsertion
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.task import Progress, Task, clock, silent

DRAWS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """For each party the share of draws in whose answer it is, and how many parties these answers hold."""

    shares: dict[str, float]
    sizes: Ints
    draws: int

    def interval(self, level: float = 0.95) -> tuple[int, int]:
        """The sizes between which so many of the draws lie."""
        tail = 100 * (1 - level) / 2
        low, high = np.percentile(self.sizes, [tail, 100 - tail], method="closest_observation")
        return int(low), int(high)


def stability(
    task: Task,
    *,
    draws: int = DRAWS,
    missing: float | None = None,
    budget: float = 60.0,
    seed: int = 0,
    progress: Progress = silent,
) -> Stability:
    """Ask again of drawn networks: as many ties, drawn with return, or all but a share that is ``missing``.

    The limit stays the number that it is. Each draw is solved by a rule, reinsertion and a short search, so
    its answer is no proof. It ends early when the budget is spent; ``draws`` says how many there were.
    """
    net, n = task.network, len(task.network)
    rng = np.random.default_rng(seed)
    owner = np.repeat(np.arange(n), net.degrees)
    one, other = owner[owner < net.ends], net.ends[owner < net.ends]
    left = clock(budget)
    counts = np.zeros(n, np.int64)
    sizes = []
    for draw in range(draws):
        if left() <= 0:
            break
        chosen = (
            rng.integers(0, len(one), len(one))
            if missing is None
            else np.flatnonzero(rng.random(len(one)) >= missing)
        )
        drawn = Task(
            Network.of(net.ids, one[chosen], other[chosen]),
            task.limit, task.cost, task.scale, task.fixed, task.open_,
        )  # fmt: skip
        answer = _solved(drawn, left() / (draws - draw), seed + draw)
        counts[answer] += 1
        sizes.append(len(answer))
        progress("draws", draw / draws)
    many = max(len(sizes), 1)
    shares = {net.ids[i]: float(counts[i] / many) for i in np.argsort(-counts, kind="stable") if counts[i]}
    return Stability(shares, np.array(sizes, np.int64), len(sizes))


def _solved(task: Task, seconds: float, seed: int) -> Ints:
    plain = [baseline(rule, task, clock(seconds), seed) for rule in ("CoreHD", "adaptive degree")]
    sets = [with_reinsertion(task, one) for one in plain if one is not None]
    best = min(sets, key=lambda one: int(task.cost[one].sum()))
    return searched(task, best, seconds * 0.8, seed)
