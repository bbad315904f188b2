"""Orders in which to remove parties, by rules that look at ties alone.

Adaptive degree; CoreHD (Zdeborova, Zhang and Zhou 2016); collective influence (Morone and Makse 2015).
"""

from __future__ import annotations

import heapq

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled


@compiled
def by_degree(start: Ints, ends: Ints, here: Flags, open_: Flags) -> Ints:
    """The open ones of those who are here, each time the one with the most ties to others who still are."""
    n = len(start) - 1
    left = here.copy()
    degree = np.zeros(n, np.int64)
    heap = [(0.0, 0) for _ in range(0)]
    for party in range(n):
        if left[party]:
            for at in range(start[party], start[party + 1]):
                if left[ends[at]]:
                    degree[party] += 1
            if open_[party]:
                heap.append((-1.0 * degree[party], party))
    heapq.heapify(heap)
    found = np.empty(len(heap), np.int64)
    count = 0
    while heap:
        rank, party = heapq.heappop(heap)
        if not left[party] or -rank != degree[party]:
            continue
        left[party] = False
        found[count] = party
        count += 1
        for at in range(start[party], start[party + 1]):
            other = ends[at]
            if left[other]:
                degree[other] -= 1
                if open_[other]:
                    heapq.heappush(heap, (-1.0 * degree[other], other))
    return found[:count]


@compiled
def core(start: Ints, ends: Ints, open_: Flags) -> Ints:
    """Each time the open party of the 2-core with the most ties in it, until no open one is left there."""
    n = len(start) - 1
    inside = np.ones(n, np.bool_)
    degree = start[1:] - start[:-1]
    loose = [0 for _ in range(0)]
    heap = [(0.0, 0) for _ in range(0)]
    for party in range(n):
        if degree[party] < 2:
            loose.append(party)
        heap.append((-1.0 * degree[party], party))
    heapq.heapify(heap)
    found = np.empty(n, np.int64)
    count = 0
    while True:
        while loose:
            party = loose.pop()
            if not inside[party]:
                continue
            inside[party] = False
            for at in range(start[party], start[party + 1]):
                other = ends[at]
                if inside[other]:
                    degree[other] -= 1
                    if degree[other] == 1:
                        loose.append(other)
                    elif degree[other] > 1:
                        heapq.heappush(heap, (-1.0 * degree[other], other))
        taken = -1
        while heap:
            rank, party = heapq.heappop(heap)
            if inside[party] and -rank == degree[party] and open_[party]:
                taken = party
                break
        if taken < 0:
            return found[:count]
        found[count] = taken
        count += 1
        degree[taken] = 0
        loose.append(taken)


@compiled
def _ball(
    start: Ints, ends: Ints, here: Flags, middle: int, radius: int, mark: Ints, far: Ints, seen: Ints
) -> int:
    """Fill ``seen`` with those within a number of ties of the middle, nearest first; return how many."""
    seen[0] = middle
    mark[middle] = 1
    far[middle] = 0
    at = 0
    count = 1
    while at < count:
        party = seen[at]
        at += 1
        if far[party] == radius:
            break
        for i in range(start[party], start[party + 1]):
            other = ends[i]
            if here[other] and mark[other] == 0:
                mark[other] = 1
                far[other] = far[party] + 1
                seen[count] = other
                count += 1
    for i in range(count):
        mark[seen[i]] = 0
    return count


@compiled
def influence(start: Ints, ends: Ints, radius: int) -> Ints:
    """Each time the party of the highest collective influence, until all influence is gone."""
    n = len(start) - 1
    here = np.ones(n, np.bool_)
    degree = start[1:] - start[:-1]
    mark = np.zeros(n, np.int64)
    far = np.zeros(n, np.int64)
    seen = np.empty(n, np.int64)
    touched = np.empty(n, np.int64)
    value = np.zeros(n, np.int64)
    heap = [(0.0, 0) for _ in range(0)]
    found = np.empty(n, np.int64)
    count = 0
    for i in range(n):
        touched[i] = i
    many = n
    while True:
        for i in range(many):
            party = touched[i]
            if not here[party]:
                continue
            size = _ball(start, ends, here, party, radius, mark, far, seen)
            rim = 0
            for j in range(size - 1, -1, -1):
                if far[seen[j]] < radius:
                    break
                rim += degree[seen[j]] - 1
            now = (degree[party] - 1) * rim
            if now != value[party]:
                value[party] = now
                heapq.heappush(heap, (-1.0 * now, party))
        taken = -1
        while heap:
            rank, party = heapq.heappop(heap)
            if here[party] and -rank == value[party]:
                taken = party
                break
        if taken < 0 or value[taken] <= 0:
            return found[:count]
        many = _ball(start, ends, here, taken, radius + 1, mark, far, touched)
        here[taken] = False
        found[count] = taken
        count += 1
        for at in range(start[taken], start[taken + 1]):
            degree[ends[at]] -= 1
