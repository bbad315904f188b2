"""Networks whose structure is known, for tests."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from yalu.graph import Graph, of_arrays
from yalu.graph.compiled import Compiler
from yalu.network.structure.net import Net

PLAIN = Compiler()
"""Compiles what is large, as the product does; arrays of tests are small, so most of it runs as it is."""


def graph(pairs: Iterable[tuple[int, int]], n: int = 0) -> Graph:
    """A network of numbered parties ``p000``, ``p001`` ..."""
    ends = np.array(list(pairs), np.int32).reshape(-1, 2)
    many = max(n, int(ends.max(initial=-1)) + 1)
    return of_arrays([f"p{i:03d}" for i in range(many)], ends[:, 0], ends[:, 1])


def net(pairs: Iterable[tuple[int, int]], n: int = 0) -> Net:
    """The same, without direction."""
    return Net.of(graph(pairs, n).undirected())


def star(n: int) -> list[tuple[int, int]]:
    return [(0, i) for i in range(1, n)]


def ring(n: int) -> list[tuple[int, int]]:
    return [(i, (i + 1) % n) for i in range(n)]


def by_chance(n: int, m: int, seed: int) -> list[tuple[int, int]]:
    """``m`` pairs of ``n``, each as likely as another (Erdos and Renyi)."""
    every = [(i, j) for j in range(n) for i in range(j)]
    return [every[i] for i in np.random.default_rng(seed).choice(len(every), m, replace=False)]


def two_blocks(half: int, inside: int, between: int, seed: int) -> list[tuple[int, int]]:
    """Two networks by chance, and a few ties between them."""
    rng = np.random.default_rng(seed)
    second = [(a + half, b + half) for a, b in by_chance(half, inside, seed + 1)]
    across = [(int(a), int(b) + half) for a, b in rng.integers(0, half, (between, 2))]
    return [*by_chance(half, inside, seed), *second, *across]
