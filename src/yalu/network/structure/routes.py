"""The routes between the regime's principals and the banks, and the fewest parties that stand on all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from yalu.network.structure.net import Net


@dataclass(frozen=True)
class Routes:
    """``disjoint`` routes share no party but their ends; ``cut`` are as many parties that stand on all.

    By Menger's theorem (1927) no smaller cut and no more such routes exist. ``direct`` are ties from a
    principal to a bank, on which nobody stands in between: they are in neither.
    """

    principals: int
    banks: int
    disjoint: int
    direct: int
    cut: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """How many routes, and the cut."""
        return {
            "principals": self.principals,
            "banks": self.banks,
            "disjoint": self.disjoint,
            "direct_ties": self.direct,
            "cut": list(self.cut),
        }


def routes(net: Net, principals: Collection[str], banks: Collection[str]) -> Routes:
    """Counts only ends that are in the network. Each party is split in two, joined by a pipe of one route."""
    number = {party: i for i, party in enumerate(net.ids)}
    near = np.array([number[p] for p in principals if p in number], np.int64)
    far = np.array([number[p] for p in banks if p in number], np.int64)
    n = net.n
    straight = (np.isin(net.near, near) & np.isin(net.far, far)) | (
        np.isin(net.far, near) & np.isin(net.near, far)
    )
    direct = int(straight.sum())
    if not len(near) or not len(far):
        return Routes(len(near), len(far), 0, 0, ())
    one, other = net.near[~straight], net.far[~straight]
    # Party i takes in at i and gives out at n + i; 2n is before all principals, 2n + 1 behind all banks.
    through = np.ones(n, np.int64)
    through[near] = through[far] = n
    begin = np.concatenate((np.arange(n), n + one, n + other, np.full(len(near), 2 * n), n + far))
    end = np.concatenate((n + np.arange(n), other, one, near, np.full(len(far), 2 * n + 1)))
    room = np.concatenate((through, np.full(2 * len(one) + len(near) + len(far), n)))
    pipes = csr_array((room.astype(np.int32), (begin, end)), shape=(2 * n + 2, 2 * n + 2))
    found = maximum_flow(pipes, 2 * n, 2 * n + 1)
    left = pipes - found.flow
    left.data[left.data < 0] = 0
    left.eliminate_zeros()
    reached = np.zeros(2 * n + 2, np.bool_)
    reached[breadth_first_order(left, 2 * n, return_predecessors=False)] = True
    cut = np.flatnonzero(reached[:n] & ~reached[n : 2 * n])
    return Routes(len(near), len(far), int(found.flow_value), direct, tuple(net.ids[i] for i in cut))
