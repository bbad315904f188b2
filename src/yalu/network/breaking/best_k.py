"""The k parties, or those that a sum of money pays for, after which the fewest pairs are still connected.

Borgatti's negative key-player problem (KPP-NEG, 2006).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, comb
from time import perf_counter

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from yalu.errors import UsageError
from yalu.network.breaking.arrays import Ints, Network
from yalu.network.breaking.pairs import connected_pairs, every_choice, swaps
from yalu.network.breaking.task import Progress, Task, clock, silent

CHOICES = 300_000_000
"""Every choice is tried where choices times ties are not more than this: a few seconds."""
PROVABLE = 120
"""Up to so many parties a mixed-integer program is tried where the choices are too many."""
ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class BestK:
    """The parties, the pairs that are left, and a bound below which no choice comes."""

    chosen: Ints
    pairs: int
    bound: int
    method: str
    seconds: float

    @property
    def proven(self) -> bool:
        """Whether no choice leaves fewer."""
        return self.bound >= self.pairs


def best_k(task: Task, k: int, *, budget: float = 60.0, seed: int = 0, progress: Progress = silent) -> BestK:
    """At most k parties, fixed ones among them; where costs differ, parties that cost at most k together.

    Raises UsageError where the fixed parties alone are more than that.
    """
    _compile(task)
    began = perf_counter()
    left = clock(budget)
    net = task.network
    fixed = np.flatnonzero(task.fixed)
    money = k * (task.scale if task.weighted else int(task.cost[0]) if len(net) else 1)
    money -= int(task.cost[fixed].sum())
    if money < 0:
        raise UsageError(
            "The parties that go in any case are more than --k allows.",
            expected="fixed parties of the largest group that number (with costs: that cost) at most K",
            do="Raise --k, or fix fewer parties.",
        )
    candidates = np.flatnonzero(task.open_)
    few = min(k - len(fixed), len(candidates))
    if len(net) == 0 or money <= 0 or not len(candidates):
        return _answer(task, fixed, 0, "nothing to choose", began)
    choices = 0 if task.weighted else comb(len(candidates), few)
    share = 0.05 if choices and choices * (len(net.ends) + len(net)) <= CHOICES else 0.4
    chosen = _annealed(task, candidates, money, left() * share, seed, progress)
    pairs = _pairs(net, chosen)
    if share == 0.05:
        progress("every choice", 0.1)
        best = np.empty(few, np.int64)
        fewest = every_choice(net.start, net.ends, task.fixed, candidates, few, best, pairs)
        if fewest < pairs:
            chosen = np.concatenate([fixed, best])
        return _answer(task, chosen, fewest, "every choice", began)
    bound = 0
    if len(net) <= PROVABLE:
        progress("proof", 0.4)
        bound, better = _program(task, money, pairs, left())
        if better is not None and _pairs(net, better) < pairs:
            chosen = better
    return _answer(task, chosen, bound, "search", began)


def _answer(task: Task, chosen: Ints, bound: int, method: str, began: float) -> BestK:
    pairs = _pairs(task.network, chosen)
    if method == "nothing to choose":
        bound = pairs
    return BestK(chosen, pairs, min(bound, pairs), method, perf_counter() - began)


def _pairs(net: Network, chosen: Ints) -> int:
    n = len(net)
    gone = np.zeros(n, np.bool_)
    gone[chosen] = True
    mark, line = np.full(n, -1), np.empty(n, np.int64)
    return int(connected_pairs(net.start, net.ends, gone, mark, line, 0, np.iinfo(np.int64).max))


def _annealed(
    task: Task, candidates: Ints, money: int, seconds: float, seed: int, progress: Progress
) -> Ints:
    """By annealing, heated anew a few times from the best; it begins with those who have the most ties."""
    net, n = task.network, len(task.network)
    gone = task.fixed.copy()
    spent = 0
    for party in candidates[np.argsort(-net.degrees[candidates], kind="stable")].tolist():
        if spent + task.cost[party] <= money:
            gone[party] = True
            spent += int(task.cost[party])
    best = gone.copy()
    pairs = _pairs(net, np.flatnonzero(gone))
    state = np.array([pairs, pairs, spent, 0], np.int64)
    mark, line = np.full(n, -1), np.empty(n, np.int64)
    left = clock(seconds)
    at_once = max(3_000_000 // (n + len(net.ends)), 1)
    turns = max(3_000_000_000 // (n + len(net.ends)), 1)
    while left() > 0 and state[3] < turns:
        share = max(1 - left() / seconds, state[3] / turns)
        heat = max(state[1], 1) * 0.05 * (1 - (share * ROUNDS) % 1) + 0.01
        swaps(
            net.start, net.ends, task.cost, gone, candidates, money, best, state, mark, line, at_once, heat,
            (seed * 1_000_003 + int(state[3])) % 2**31,
        )  # fmt: skip
        progress("search", share * 0.4)
    return np.flatnonzero(best)


def _program(task: Task, money: int, pairs: int, seconds: float) -> tuple[int, Ints | None]:
    """A bound by HiGHS: a pair is connected if a neighbor of the one that stays is connected to the other."""
    net, n = task.network, len(task.network)
    number = np.full((n, n), -1)
    upper = np.triu_indices(n, 1)
    number[upper] = np.arange(len(upper[0])) + n
    number = np.maximum(number, number.T)
    near = [net.ends[net.start[i] : net.start[i + 1]].tolist() for i in range(n)]
    rows: list[tuple[tuple[int, float], ...]] = []
    low: list[float] = []
    for i, j in zip(*map(np.ndarray.tolist, upper), strict=True):
        pair = int(number[i, j])
        if j in near[i]:
            rows.append(((pair, 1), (i, 1), (j, 1)))
            low.append(1)
            continue
        one, other = (i, j) if len(near[i]) <= len(near[j]) else (j, i)
        for w in near[one]:
            rows.append(((pair, 1), (int(number[w, other]), -1), (one, 1)))
            low.append(0)
    wide = n + len(upper[0])
    columns = [c for row in rows for c, _ in row]
    values = [v for row in rows for _, v in row]
    matrix = csr_array((values, columns, np.arange(0, 3 * len(rows) + 1, 3)), shape=(len(rows), wide))
    spend = np.zeros((1, wide))
    spend[0, :n] = np.where(task.fixed, 0, task.cost)
    lower, above = np.zeros(wide), np.ones(wide)
    lower[:n] = task.fixed
    above[:n] = task.open_ | task.fixed
    found = milp(
        np.concatenate([np.zeros(n), np.ones(wide - n)]),
        constraints=[LinearConstraint(matrix, low, np.inf), LinearConstraint(spend, -np.inf, money)],
        integrality=np.concatenate([np.ones(n), np.zeros(wide - n)]),
        bounds=Bounds(lower, above),
        options={"time_limit": max(seconds, 0.1), "mip_rel_gap": 0.0},
    )
    dual = found.mip_dual_bound
    bound = 0 if dual is None or not np.isfinite(dual) else max(ceil(dual - 1e-6), 0)
    return min(bound, pairs), None if found.x is None else np.flatnonzero(found.x[:n] > 0.5)


def _compile(task: Task) -> None:
    """Run what is compiled once on two parties, so that the budget counts no compiling."""
    ring = Network.of(["0", "1", "2"], [0, 1], [1, 2])
    every_choice(ring.start, ring.ends, np.zeros(3, np.bool_), np.arange(3), 1, np.empty(1, np.int64), 9)
    _annealed(Task.of(ring, 1), np.arange(3), 1, 0.001, 0, silent)
