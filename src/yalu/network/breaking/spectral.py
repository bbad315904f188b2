"""Generalized network dismantling (Ren and others 2019): cut a group where it hangs together least.

The sign of the Laplacian's second eigenvector halves the largest group; a cheap cover of the ties between the
halves goes. That is repeated until no group is above the limit.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array

from yalu.network.breaking.arrays import Flags, Floats, Ints, Network

EXACT = 300
"""Up to so many parties the eigenvector is computed exactly, else by power iteration as published."""


def spectral(
    network: Network, cost: Ints, limit: int, open_: Flags, seed: int, left: Callable[[], float]
) -> Ints | None:
    """The parties that go, in order; None where time ran out or closed parties hold a group together."""
    rng = np.random.default_rng(seed)
    n = len(network)
    here = np.ones(n, np.bool_)
    gone: list[int] = []
    matrix = csr_array((np.ones(len(network.ends)), network.ends, network.start), shape=(n, n))
    while True:
        members = np.flatnonzero(here)
        part = network.within(here)
        if not len(part):
            return np.array(gone, np.int64)
        labels = part.groups()
        sizes = np.bincount(labels)
        if sizes.max() <= limit:
            return np.array(gone, np.int64)
        if left() <= 0:
            return None
        members = members[labels == sizes.argmax()]
        inside = csr_array(matrix[members][:, members])
        side = _second(inside, rng) >= 0
        if side.all() or not side.any():
            side = rng.random(len(members)) < 0.5
        row, column = inside.nonzero()
        between = (side[row] != side[column]) & (row < column)
        cover = _cover(row[between], column[between], cost[members], open_[members])
        if not cover:
            return None
        chosen = members[sorted(cover, key=lambda i: -(inside.indptr[i + 1] - inside.indptr[i]))]
        gone.extend(chosen.tolist())
        here[chosen] = False


def _second(matrix: csr_array, rng: np.random.Generator) -> Floats:
    """The eigenvector of the Laplacian's second smallest value."""
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    n = len(degree)
    if n <= EXACT:
        laplacian = np.diag(degree) - matrix.toarray()
        vector: Floats = np.linalg.eigh(laplacian)[1][:, 1]
        return vector
    shift = 2 * degree.max()
    vector = rng.standard_normal(n)
    for _ in range(min(int(30 * np.log(n) ** 1.5), 400)):
        vector -= vector.mean()
        vector = (shift - degree) * vector + matrix @ vector
        vector /= np.linalg.norm(vector)
    return vector


def _cover(one: Ints, other: Ints, cost: Ints, open_: Flags) -> list[int]:
    """Open parties that touch every tie: each time the cheapest for the ties that it still covers."""
    ties: dict[int, set[int]] = {}
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        ties.setdefault(a, set()).add(b)
        ties.setdefault(b, set()).add(a)
    heap = [(cost[i] / len(near), i) for i, near in ties.items() if open_[i]]
    heapq.heapify(heap)
    chosen = []
    while heap:
        rank, party = heapq.heappop(heap)
        if not ties[party]:
            continue
        now = cost[party] / len(ties[party])
        if now > rank:
            heapq.heappush(heap, (now, party))
            continue
        chosen.append(party)
        for near in ties[party]:
            ties[near].discard(party)
        ties[party] = set()
    return chosen
