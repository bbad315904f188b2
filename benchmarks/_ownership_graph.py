"""A seeded register: a million entities, two million holdings, half of them in one knot of cycles."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from yalu.ownership.holdings import Holdings
from yalu.ownership.shares import FULL

SEED = 7
OWNERS = ([0, 1, 2, 3, 4, 6, 10], [0.18, 0.30, 0.20, 0.14, 0.09, 0.06, 0.03])
"""How many owners an entity has, and how often."""


def register(
    n: int = 1_000_000, m: int = 2_000_000, listed: int = 2000
) -> tuple[Holdings, npt.NDArray[np.int32]]:
    """Holdings whose shares come to at most 100% of each entity, and the numbers of the listed.

    Most owners are near their entity, some are hubs, some are anybody, which makes cycles; 5,000 short
    cycles with 30 to 60 percent links are added.
    """
    rng = np.random.default_rng(SEED)
    many = rng.choice(OWNERS[0], size=n, p=OWNERS[1])
    owned = np.repeat(np.arange(n), many)[:m]
    owned = np.concatenate((owned, rng.integers(0, n, m - len(owned))))
    near = np.maximum(0, owned - rng.geometric(1 / 2000, size=m))
    pick = rng.random(m)
    owner = np.where(
        pick < 0.55, near, np.where(pick < 0.72, (n * rng.random(m) ** 6).astype(int), rng.integers(0, n, m))
    )
    share = rng.gamma(0.7, 1, m)
    share = share / np.bincount(owned, share, n)[owned] * rng.uniform(0.6, 1.0, n)[owned]
    rings = [rng.integers(0, n, rng.integers(2, 7)) for _ in range(5000)]
    owner = np.concatenate((owner, *rings))
    owned = np.concatenate((owned, *(np.roll(ring, -1) for ring in rings)))
    share = np.concatenate((share, rng.uniform(0.3, 0.6, len(owned) - m)))
    kept = owner != owned
    owner, owned, share = owner[kept], owned[kept], share[kept]
    total = np.bincount(owned, share, n)
    share = np.where(total[owned] > 1, share / total[owned] * 0.999, share)
    table = sparse.coo_matrix((share, (owner, owned)), shape=(n, n)).tocsr()
    units = (table.data * FULL).astype(np.int64)
    made = Holdings(
        ids=tuple(f"e{i:07d}" for i in range(n)),
        owner=np.repeat(np.arange(n, dtype=np.int32), np.diff(table.indptr)),
        owned=table.indices.astype(np.int32),
        low=units,
        high=units,
        control=np.zeros(len(units), np.uint8),
        joint=np.full(len(units), -1, np.int32),
    )
    return made, np.sort(rng.choice(n, listed, replace=False)).astype(np.int32)


def knot(holdings: Holdings) -> int:
    """How many entities the largest strongly connected part has."""
    table = sparse.csr_matrix(
        (np.ones(holdings.m, np.int8), holdings.owned, holdings.indptr), shape=(holdings.n, holdings.n)
    )
    _, part = csgraph.connected_components(table, connection="strong")
    return int(np.bincount(part).max())
