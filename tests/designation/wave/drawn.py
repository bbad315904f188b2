"""Small networks and pairs drawn by chance, and the best wave of each by trying every choice."""

from __future__ import annotations

from collections import Counter, deque
from fractions import Fraction
from itertools import combinations
from random import Random

from yalu.designation.wave.limits import Limits
from yalu.designation.wave.model import WavePair
from yalu.designation.wave.problem import Problem
from yalu.network.breaking.arrays import Network

AUTHORITIES = ("US", "JP", "EU")


class Drawn:
    """One drawn question: 5 to 9 parties, up to 9 pairs, limits of every sort."""

    def __init__(self, seed: int) -> None:
        rng = Random(seed)
        n = rng.randint(5, 9)
        ids = [f"p{i}" for i in range(n)]
        every = list(combinations(ids, 2))
        self.ties = rng.sample(every, min(len(every), rng.randint(n - 2, 2 * n)))
        rng.shuffle(ids)
        ends = rng.randint(0, 2)
        self.principals, self.banks = set(ids[:ends]), set(ids[ends : ends + rng.randint(0, 2)])
        every_pair = [(p, a) for p in sorted(ids) for a in AUTHORITIES]
        chosen = sorted(rng.sample(every_pair, rng.randint(1, 9)))
        cost = {p: rng.choice(["1", "1", "2", "1/2"]) if seed % 3 == 0 else "1" for p in ids}
        self.pairs = tuple(WavePair(p, p, a, "c", ("s",), cost=cost[p]) for p, a in chosen)
        capacity = {a: rng.randint(0, 2) for a in AUTHORITIES if rng.random() < 0.4}
        effects = {a: Fraction(rng.choice([1, 2]), 2) for a in AUTHORITIES} if seed % 4 == 0 else {}
        self.limits = Limits(rng.randint(1, 4), capacity, effects)
        self.first = rng.choice(["routes", "pairs"])
        self.network = Network.from_pairs(self.ties)
        self.problem = Problem.of(
            self.network,
            self.pairs,
            self.limits,
            principals=self.principals,
            banks=self.banks,
            first=self.first,
        )

    def allowed(self, chosen: tuple[int, ...]) -> bool:
        """Whether a choice keeps within every limit."""
        used = Counter(self.pairs[i].authority for i in chosen)
        money = sum(Fraction(self.pairs[i].cost) for i in chosen)
        return money <= self.limits.budget and all(used[a] <= m for a, m in self.limits.capacity.items())

    def left(self, chosen: tuple[int, ...]) -> tuple[int, int]:
        """What a choice leaves, counted by walking through the network, in the order asked for."""
        worth: Counter[str] = Counter()
        for i in chosen:
            worth[self.pairs[i].party] += self.limits.effect(self.pairs[i].authority)  # type: ignore[assignment]
        struck = {p for p, sum_ in worth.items() if sum_ >= 1} - self.principals
        near: dict[str, set[str]] = {p: set() for p in self.network.ids}
        for a, b in self.ties:
            if not {a, b} & struck:
                near[a].add(b)
                near[b].add(a)
        routes = pairs = 0
        seen: set[str] = set(struck)
        for first in near:
            if first in seen:
                continue
            group, line = {first}, deque([first])
            while line:
                for other in near[line.popleft()] - group:
                    group.add(other)
                    line.append(other)
            seen |= group
            pairs += len(group) * (len(group) - 1) // 2
            routes += len(group & self.principals) * len(group & (self.banks - self.principals))
        return (routes, pairs) if self.first == "routes" else (pairs, routes)

    def best(self) -> tuple[int, int]:
        """The least that any choice leaves."""
        every = (c for many in range(len(self.pairs) + 1) for c in combinations(range(len(self.pairs)), many))
        return min(self.left(c) for c in every if self.allowed(c))
