"""What chance makes: networks in which each party keeps its number of ties, and networks of as many ties."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yalu.graph.compiled import LARGE, Compiler
from yalu.network.structure.kernels import rewire
from yalu.network.structure.net import Net

FIRST, BETWEEN = 10, 2
"""Tries of an exchange for each tie, before the first sample and between two."""


def rewirings(net: Net, rng: np.random.Generator, make: Compiler) -> Iterator[Net]:
    """Networks of the same numbers of ties, joined as this one is: samples of one chain of exchanges.

    The chain walks over all joined networks without loops in which each party keeps its number of ties
    (Viger and Latapy 2005), from the one given.
    """
    indptr, indices, slots = net.rows()
    near, far = net.near.copy(), net.far.copy()
    tries = FIRST * net.m
    while True:
        one, two = (rng.integers(0, net.m, tries) for _ in range(2))
        turn = rng.integers(0, 2, tries).astype(np.bool_)
        make(rewire, LARGE)(indptr, indices, near, far, slots, one, two, turn)
        yield Net(net.n, near.copy(), far.copy())
        tries = BETWEEN * net.m


def random_networks(n: int, m: int, rng: np.random.Generator) -> Iterator[Net]:
    """G(n, m): ``m`` different pairs of ``n`` parties, each set of pairs as likely as another."""
    pairs = n * (n - 1) // 2
    while True:
        chosen = _distinct(rng, pairs, m)
        # Pair number p stands in the row of ``far``, in which far * (far - 1) / 2 pairs stand before it.
        far = ((1 + np.sqrt(1 + 8 * chosen.astype(np.float64))) / 2).astype(np.int64)
        far -= far * (far - 1) // 2 > chosen
        far += (far + 1) * far // 2 <= chosen
        yield Net(n, chosen - far * (far - 1) // 2, far)


def _distinct(rng: np.random.Generator, among: int, many: int) -> np.ndarray:
    if among <= 5_000_000:
        return rng.choice(among, many, replace=False).astype(np.int64)
    found = np.zeros(0, np.int64)
    while len(found) < many:
        found = np.unique(np.concatenate((found, rng.integers(0, among, many))))
    return np.asarray(rng.permutation(found)[:many], np.int64)
