"""A good wave for a network of any size: from the plain rules' choices, by exchange, until time ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from yalu.designation.wave.kernels import improve
from yalu.designation.wave.problem import Problem, by_party
from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.task import Progress

ROUNDS = 4
"""How often the search is heated anew."""
HEAT = 0.02
PLENTY = 10**6
WORK = 400_000_000
"""A search ends when it has looked at so many ties, so that small networks do not use up their time."""


@dataclass(frozen=True, eq=False)
class Ways:
    """The ways to strike each node: sets of pairs, what they cost, which authorities they need."""

    pairs: tuple[tuple[int, ...], ...]
    start: Ints
    cost: Ints
    use: Ints
    room: Ints

    @classmethod
    def of(cls, problem: Problem) -> Ways:
        """Of each node the cheapest first; of as cheap ones, those whose authorities have most room."""
        authorities = sorted({pair.authority for pair in problem.pairs})
        asked = {a: sum(p.authority == a for p in problem.pairs) for a in authorities}
        room = {a: problem.limits.capacity.get(a, PLENTY) for a in authorities}
        own = by_party(problem.pairs)
        found: list[tuple[int, ...]] = []
        start = [0]
        node = {i: party for party, i in problem.reduced.node.items()}
        for i in range(len(problem.reduced.net)):
            if i in node:
                mine = own[node[i]]
                ways = [
                    tuple(mine[j] for j in way)
                    for way in problem.limits.ways([problem.pairs[k] for k in mine])
                ]
                found += sorted(
                    ways,
                    key=lambda way: (
                        sum(problem.cost[k] for k in way),
                        max(
                            asked[problem.pairs[k].authority] / (room[problem.pairs[k].authority] + 1)
                            for k in way
                        ),
                    ),
                )
            start.append(len(found))
        use = np.zeros((len(found), len(authorities)), np.int64)
        for at, way in enumerate(found):
            for k in way:
                use[at, authorities.index(problem.pairs[k].authority)] += 1
        cost = np.array([sum(problem.cost[k] for k in way) for way in found], np.int64)
        return cls(
            tuple(found),
            np.array(start, np.int64),
            cost,
            use,
            np.array([room[a] for a in authorities], np.int64),
        )

    def fitting(self, problem: Problem, order: Iterable[int]) -> Ints:
        """The way of each node, or -1: nodes are struck in their order as long as there is room and money."""
        chosen = np.full(len(problem.reduced.net), -1)
        room, money = self.room.copy(), problem.money
        for node in order:
            for way in range(int(self.start[node]), int(self.start[node + 1])):
                if self.cost[way] <= money and (self.use[way] <= room).all():
                    chosen[node] = way
                    room -= self.use[way]
                    money -= int(self.cost[way])
                    break
        return chosen

    def chosen(self, of: Ints) -> tuple[int, ...]:
        """The places of the pairs behind the ways of a choice."""
        return tuple(sorted(k for way in of[of >= 0].tolist() for k in self.pairs[way]))


@dataclass(frozen=True, eq=False)
class Copies:
    """Several networks of the same nodes, one after the other, whose sum is made least."""

    start: Ints
    ends: Ints
    weight: Ints


def search(
    problem: Problem,
    begin: Iterable[Iterable[int]],
    left: Callable[[], float],
    seconds: float,
    *,
    seed: int = 0,
    progress: Progress,
    work: int = WORK,
    copies: Copies | None = None,
) -> tuple[int, ...]:
    """The best choice found: places of pairs. ``begin`` are orders of nodes to begin from."""
    reduced = problem.reduced
    ways = Ways.of(problem)
    if not len(ways.pairs) or not len(ways.room):
        return ()
    weight = np.stack([reduced.size, reduced.principals, reduced.banks])
    over = copies or Copies(reduced.net.start, reduced.net.ends, weight)
    route, pair = problem.weights
    n, many = len(reduced.net), len(over.start) + len(over.ends)
    tabu = np.zeros(n, np.int64)
    end = left() - seconds

    def run(chosen: Ints, turns: int, heat: float, turn: int) -> int:
        used = chosen[chosen >= 0]
        room = ways.room - ways.use[used].sum(axis=0)
        money = problem.money - int(ways.cost[used].sum())
        return int(
            improve(
                over.start, over.ends, over.weight, route, pair, ways.start, ways.cost, ways.use,
                chosen, room, money, turns, heat, tabu, turn, (seed * 1_000_003 + turn) % 2**31,
            )
        )  # fmt: skip

    starts = [ways.fitting(problem, order) for order in (*begin, ())]
    found = [(run(chosen, 0, 0.0, 0), at, chosen) for at, chosen in enumerate(starts)]
    found.sort(key=lambda one: one[:2])
    least, _, best = found[0]
    at_once = max(4_000_000 // (many * 2), 1)
    turns = max(work // (many * 2), at_once)
    now, turn, at = best.copy(), 1, 0
    began = left()
    while turn < turns and left() > end:
        share = max((began - left()) / max(began - end, 1e-9), turn / turns)
        heat = HEAT * (1 - (share * ROUNDS) % 1) ** 2
        if int(share * ROUNDS) != at:  # another beginning, then the best again
            at = int(share * ROUNDS)
            now = (found[at][2] if at < min(len(found), ROUNDS - 1) else best).copy()
        value = run(now, at_once, heat, turn)
        turn += at_once + 8
        if value < least:
            least, best = value, now.copy()
        progress("search", min(share, 1.0))
    return ways.chosen(best)
