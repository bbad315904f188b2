"""Parties that need not go after all: taken back one by one, each time where it joins the least."""

from __future__ import annotations

import heapq

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.compiling import compiled
from yalu.network.breaking.unions import beside, grouped, join


@compiled
def take_back(start: Ints, ends: Ints, gone: Ints, cost: Ints, limit: int) -> tuple[Ints, Ints]:
    """Take back removed parties, the one that makes the smallest group for its cost first.

    A party that would make a group larger than the limit stays out. Returns those who stay out, and those
    who came back in the order in which they did; read backwards, it is an order in which to remove them.
    """
    n = len(start) - 1
    parent = np.arange(n)
    weight = np.ones(n, np.int64)
    here = np.ones(n, np.bool_)
    for party in gone:
        here[party] = False
    grouped(start, ends, here, parent, weight)
    heap = [(0.0, party) for party in gone]
    heapq.heapify(heap)
    out = np.empty(len(gone), np.int64)
    back = np.empty(len(gone), np.int64)
    stay = 0
    came = 0
    around = np.empty(n, np.int64)
    while heap:
        rank, party = heapq.heappop(heap)
        size, groups = beside(start, ends, here, parent, weight, party, around)
        if size > limit:  # groups only grow: it will not fit later either
            out[stay] = party
            stay += 1
            continue
        now = size / cost[party]
        if now > rank and heap and now > heap[0][0]:
            heapq.heappush(heap, (now, party))
            continue
        here[party] = True
        for i in range(groups):
            join(parent, weight, party, around[i])
        back[came] = party
        came += 1
    return out[:stay], back[:came]
