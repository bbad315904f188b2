"""The time that an order has: layers searched anew, stretches lined up anew, and sweeps of exchanges."""

from __future__ import annotations

from time import perf_counter

import numpy as np

from yalu.network.breaking.annealing import sweep
from yalu.network.breaking.arrays import Floats, Ints
from yalu.network.breaking.layering import Line, pinned, relayered, relined
from yalu.network.breaking.task import Progress, Task, clock, silent

TRIALS, SPREAD, WIDE = 3.0, 0.2, 0.1
EACH = 6_000
"""Above so many parties a sweep tries less at each place, so that it takes no longer."""
HEAT = 0.003
"""Of a sweep, in shares of the sum of the curve per party of the set."""


class Improver:
    """Betters one order; the first ``most`` always reach the limit of the task."""

    def __init__(self, task: Task, most: int, seed: int, *, shrinks: bool = True) -> None:
        net, n = task.network, len(task.network)
        self.task, self.most = task, most
        self.rng = np.random.default_rng(seed)
        self.closed = task.weighted or bool(task.fixed.any())
        self.movable = int((task.open_ | task.fixed).sum())
        self.shrinks = shrinks and not self.closed
        self.degrees = np.maximum(net.degrees, 1).astype(float)
        self.parent, self.weight = np.arange(n), np.zeros(n, np.int64)
        self.sums, self.trail = np.zeros(n + 1, np.int64), np.empty(n, np.int64)
        self.spent = {"sweep": 0.0, "layer": 0.0}

    def improve(
        self, order: Ints, seconds: float, moves: int = 10**9, heat: float = 1.0, progress: Progress = silent
    ) -> Line:
        """Until the time is up or so many moves are made; ``most`` falls where a smaller set is found."""
        left = clock(seconds)
        now = best = Line.of(self.task, order)
        if len(order) < 3 or self.movable < 2:
            return best
        done = 0
        while left() > 0 and done < moves:
            began = perf_counter()
            share = max(1 - left() / seconds, done / moves)
            kind = "sweep" if self.spent["sweep"] < self.spent["layer"] else "layer"
            new = self._swept(now, heat * (1 - share) ** 2) if kind == "sweep" else self._layered(now)
            self.spent[kind] += perf_counter() - began
            done += 1
            if new is None:
                continue
            reach = new.reach(self.task.limit)
            if reach > self.most:
                continue
            if self.shrinks and reach < self.most:
                self.most = reach
                now = best = new
                continue
            if new.total < best.total:
                best = new
            if new.total <= now.total * (1 + 0.002 * heat * (1 - share)) or kind == "sweep":
                now = new
            if now.total > best.total * (1 + 0.02 * heat):
                now = best
            progress("order", share)
        return best

    def _bend(self) -> Floats:
        n = len(self.degrees)
        kind = self.rng.random()
        if kind < 0.5:
            return np.ones(n)
        if kind < 0.8:
            noise: Floats = np.exp(self.rng.normal(0, self.rng.choice([0.02, 0.1, 0.3]), n))
            return noise
        return self.degrees ** self.rng.uniform(-0.5, 0.5)

    def _layered(self, line: Line) -> Line | None:
        """One move at a limit drawn by its size or by its logarithm."""
        rng, task = self.rng, self.task
        top = int(line.after[1])
        if rng.random() < 0.5:
            limit = int(rng.integers(1, max(top, 2)))
        else:
            limit = int(np.exp(rng.random() * np.log(max(top, 2))))
        if not self.closed and rng.random() < 0.15:
            limit = task.limit
        if abs(limit - task.limit) < 0.05 * task.limit:
            limit = task.limit
        wide = 1 + 3 * rng.random() ** 2
        low = line.reach(int(limit * wide) + 1) if rng.random() < 0.85 else 0
        high = line.reach(max(int(limit / wide), 1))
        low, high = max(low, int(task.fixed.sum())), min(high, self.movable)
        if limit < task.limit:
            low = max(low, self.most)
        elif limit > task.limit or self.closed:
            high = min(high, self.most)
        if high - low < 2:
            return None
        seed = int(rng.integers(2**31))
        if rng.random() < 0.25 or (limit == task.limit and self.closed):
            return relined(task, line, low, high, self._bend())
        reach = line.reach(limit)
        if not low < reach <= high:
            return None
        if limit > task.limit and not self.closed and rng.random() < 0.3:
            return pinned(task, line, limit, low, self._bend(), seed)
        within = self.movable if limit <= task.limit else self.most
        return relayered(task, line, limit, low, high, within, self._bend(), seed)

    def _swept(self, line: Line, heat: float) -> Line:
        net, task = self.task.network, self.task
        order, after = line.order.copy(), line.after.copy()
        unit = line.total / max(self.most, 1)
        heat = unit * HEAT * heat * self.rng.random() + 1e-9
        trials = TRIALS * min(1.0, EACH / len(order)) ** 1.5
        sweep(
            net.start, net.ends, order, after, self.sums, self.most, task.limit, self.closed, self.movable,
            trials, SPREAD, WIDE, heat, self.parent, self.weight, self.trail, int(self.rng.integers(2**31)),
        )  # fmt: skip
        return Line(order, after)


def warmed(task: Task, chosen: Ints) -> None:
    """One of each kind of move, so that what they need is compiled."""
    improver = Improver(task, len(chosen), 0)
    left = np.ones(len(task.network), np.bool_)
    left[chosen] = False
    line = Line.of(task, np.concatenate([chosen, np.flatnonzero(left)]))
    improver._swept(line, 1.0)
    relined(task, line, 0, len(chosen), improver._bend())
