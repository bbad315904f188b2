"""Small networks, and answers about them by trying everything, in plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np

from yalu.network.breaking.arrays import Network


def drawn(n: int, ties: float, seed: int) -> Network:
    """Each pair is tied with one chance, so that a party has ``ties`` on average; the largest group of it."""
    rng = np.random.default_rng(seed)
    one, other = np.triu_indices(n, 1)
    keep = rng.random(len(one)) < ties / max(n - 1, 1)
    return Network.of([f"p{i}" for i in range(n)], one[keep], other[keep])


def neighbors(network: Network) -> list[set[int]]:
    return [set(network.ends[a:b].tolist()) for a, b in zip(network.start, network.start[1:], strict=False)]


def groups(network: Network, gone: Iterable[int]) -> list[set[int]]:
    """The groups that are left, by a search of its own."""
    near, left = neighbors(network), set(range(len(network))) - set(gone)
    found = []
    while left:
        group = {left.pop()}
        line = list(group)
        while line:
            new = near[line.pop()] & left
            left -= new
            group |= new
            line.extend(new)
        found.append(group)
    return found


def largest(network: Network, gone: Iterable[int]) -> int:
    return max(map(len, groups(network, gone)), default=0)


def cheapest_set(network: Network, limit: int, cost: list[int], may: set[int], must: set[int]) -> int:
    """The least cost of a set that reaches the limit, over all sets."""
    return min(
        sum(cost[i] for i in chosen)
        for many in range(len(network) + 1)
        for chosen in combinations(range(len(network)), many)
        if must <= set(chosen) <= may | must and largest(network, chosen) <= limit
    )


def robustness(network: Network, order: list[int]) -> float:
    n = len(network)
    return sum(largest(network, order[:i]) for i in range(1, n + 1)) / n**2


def pairs(network: Network, gone: Iterable[int]) -> int:
    return sum(len(g) * (len(g) - 1) // 2 for g in groups(network, gone))
