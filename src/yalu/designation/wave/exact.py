"""The best wave by a mixed-integer program, with its bound: HiGHS, by way of scipy.

Two nodes stay connected if one of them stays and a neighbor of it is connected to the other one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, lcm

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from yalu.designation.wave.model import Left
from yalu.designation.wave.problem import ROUTES, Problem, by_party
from yalu.network.breaking.arrays import Floats

Row = tuple[list[int], list[float], float]
"""Columns, factors, and what their sum must be at least."""
SMALL = 9_000
"""With more pairs of nodes of one group no program is made."""


@dataclass(frozen=True)
class Answer:
    """Places of the pairs, or None where no choice was found; what no wave can be below, in order."""

    chosen: tuple[int, ...] | None
    bound: tuple[int, int]


class Program:
    """Columns: first the pairs (party and authority), then a node gone, then two nodes connected."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        reduced = problem.reduced
        self.near = [
            reduced.net.ends[reduced.net.start[i] : reduced.net.start[i + 1]].tolist()
            for i in range(len(reduced.net))
        ]
        self.many = len(problem.pairs)
        self.n = len(reduced.net)
        labels = reduced.net.groups() if self.n else np.zeros(0, np.int64)
        able = set(labels[list(reduced.node.values())].tolist()) if reduced.node else set()
        groups = [np.flatnonzero(labels == one).tolist() for one in sorted(able)]
        self.size = sum(len(g) * (len(g) - 1) // 2 for g in groups)
        self.column: dict[tuple[int, int], int] = {}
        if self.size <= SMALL:
            for group in groups:
                for at, i in enumerate(group):
                    for j in group[at + 1 :]:
                        self.column[i, j] = self.many + self.n + len(self.column)

    @property
    def fits(self) -> bool:
        """Whether the program is small enough to be made."""
        return self.size <= SMALL

    def solve(self, known: Left, left: Callable[[], float]) -> Answer:
        """First the measure that counts first, then the other one among the waves that are best in it."""
        floor = self.problem.measured(self.problem.floor)
        best, bounds = None, list(floor)
        rows = self._rows()
        most = list(self.problem.measured(known))
        routes, pairs = self._values()
        order = (routes, pairs) if self.problem.first == ROUTES else (pairs, routes)
        for turn, (values, constant) in enumerate(order):
            if most[turn] <= floor[turn]:  # nothing can be below it: keep it and go on
                rows.append(_at_most(values, most[turn] - constant))
                continue
            chosen, bound = self._run(rows, values, most[turn] - constant, left())
            bounds[turn] = max(floor[turn], bound + constant)
            if chosen is None:
                break
            reached = self.problem.measured(self.problem.left(chosen))
            best = chosen
            most = list(reached)
            if bounds[turn] < reached[turn]:
                break
            rows.append(_at_most(values, reached[turn] - constant))
        return Answer(best, (bounds[0], bounds[1]))

    def _values(self) -> tuple[tuple[Floats, int], tuple[Floats, int]]:
        """What each connected pair of nodes counts for, and what is there whatever goes."""
        r = self.problem.reduced
        wide = self.many + self.n + len(self.column)
        routes, pairs = np.zeros(wide), np.zeros(wide)
        for (i, j), c in self.column.items():
            routes[c] = r.principals[i] * r.banks[j] + r.principals[j] * r.banks[i]
            pairs[c] = r.size[i] * r.size[j]
        inside = (r.principals * r.banks).sum(), (r.size * (r.size - 1) // 2).sum()
        return (routes, int(inside[0])), (pairs, int(inside[1]))

    def _rows(self) -> list[Row]:
        problem, limits = self.problem, self.problem.limits
        rows: list[Row] = []
        for (i, j), pair in self.column.items():
            if j in self.near[i]:
                rows.append(([pair, self.many + i, self.many + j], [1, 1, 1], 1))
                continue
            one, other = (i, j) if len(self.near[i]) <= len(self.near[j]) else (j, i)
            for w in self.near[one]:
                through = self.column[min(w, other), max(w, other)]
                rows.append(([pair, through, self.many + one], [1, -1, 1], 0))
        for party, own in by_party(problem.pairs).items():
            if party not in problem.reduced.node:
                continue
            effects = [limits.effect(problem.pairs[i].authority) for i in own]
            scale = lcm(*(e.denominator for e in effects))
            node = self.many + problem.reduced.node[party]
            rows.append(([*own, node], [*(int(e * scale) for e in effects), -scale], 0))
        rows.append((list(range(self.many)), [-c for c in problem.cost], -problem.money))
        for authority, most in limits.capacity.items():
            own = [i for i, pair in enumerate(problem.pairs) if pair.authority == authority]
            if own:
                rows.append((own, [-1] * len(own), -most))
        return rows

    def _run(
        self, rows: list[Row], values: Floats, most: int, seconds: float
    ) -> tuple[tuple[int, ...] | None, int]:
        """The choice with the least sum of values, which is at most ``most``, and a bound of that sum."""
        wide = len(values)
        rows = [*rows, _at_most(values, most)]
        start = np.cumsum([0, *(len(c) for c, _, _ in rows)])
        matrix = csr_array(
            (
                np.array([f for _, factors, _ in rows for f in factors], float),
                np.array([c for columns, _, _ in rows for c in columns], np.int64),
                start,
            ),
            shape=(len(rows), wide),
        )
        above = np.ones(wide)
        above[self.many : self.many + self.n] = 0
        above[[self.many + i for i in self.problem.reduced.node.values()]] = 1
        whole = np.ones(wide)
        whole[self.many + self.n :] = 0
        found = milp(
            values,
            constraints=[LinearConstraint(matrix, [low for _, _, low in rows], np.inf)],
            integrality=whole,
            bounds=Bounds(np.zeros(wide), above),
            options={"time_limit": max(seconds, 0.1), "mip_rel_gap": 0.0},
        )
        dual = found.mip_dual_bound
        bound = 0 if dual is None or not np.isfinite(dual) else max(ceil(dual - 1e-6), 0)
        if found.x is None:
            return None, min(bound, most)
        chosen = tuple(np.flatnonzero(found.x[: self.many] > 0.5).tolist())
        return chosen, bound


def _at_most(values: Floats, most: int) -> Row:
    """The row that keeps a sum of values from coming above a number."""
    columns = np.flatnonzero(values)
    return columns.tolist(), (-values[columns]).tolist(), -most
