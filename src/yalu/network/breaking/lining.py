"""In which order some of the parties go, the others being gone or here already: built from its end."""

from __future__ import annotations

import heapq

import numpy as np

from yalu.network.breaking.arrays import Flags, Floats, Ints
from yalu.network.breaking.compiling import compiled
from yalu.network.breaking.unions import beside, grouped, join, root

EXACT = 20_000


@compiled
def line_up(start: Ints, ends: Ints, here: Flags, going: Ints, bend: Floats) -> Ints:
    """The going in an order of removal: the last one is who makes the smallest group when it comes back.

    Those who are neither here nor going went before. A size counts ``bend[party]`` times. Above ``EXACT``
    parties what counts of those who make the largest group larger is what they add to it when looked at: its
    size changes with every party that comes back, and all of them would have to be looked at anew.
    """
    n = len(start) - 1
    parent = np.arange(n)
    weight = np.ones(n, np.int64)
    back = here.copy()
    grouped(start, ends, back, parent, weight)
    largest = 0
    behind = 1.0  # above all ranks of those who make a smaller group
    for party in range(n):
        if back[party]:
            largest = max(largest, weight[root(parent, party)])
        behind = max(behind, n * bend[party])
    heap = [(0.0, party) for party in going]
    heapq.heapify(heap)
    found = np.empty(len(going), np.int64)
    place = len(going)
    around = np.empty(n, np.int64)
    while heap:
        rank, party = heapq.heappop(heap)
        size, groups = beside(start, ends, back, parent, weight, party, around)
        now = size * bend[party]
        if n > EXACT and size > largest:
            now = behind + (size - largest) * bend[party]
        if now > rank and heap and now > heap[0][0]:
            heapq.heappush(heap, (now, party))
            continue
        back[party] = True
        for i in range(groups):
            join(parent, weight, party, around[i])
        largest = max(largest, size)
        place -= 1
        found[place] = party
    return found
