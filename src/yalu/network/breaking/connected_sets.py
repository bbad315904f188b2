"""Connected groups of which several parties must go: the rows of a certificate."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Floats, Ints
from yalu.network.breaking.compiling import compiled

WIDEST = 64
"""How many parties of a group are looked at to find how many of it must go."""
PATIENCE = 4000
"""How many sets are tried to break a group, before it counts as breakable."""


@compiled
def breakable(near: Ints, degree: Ints, many: int, limit: int, removals: int) -> bool:
    """Whether some removals leave no group above the limit; parties 0 ... many - 1, ``near`` their neighbors.

    Every connected group of limit + 1 parties must lose one, so these are tried in turn, one after the other.
    True also where patience ends.
    """
    gone = np.zeros(many, np.bool_)
    seen = np.empty(many, np.bool_)
    group = np.empty((removals + 1, limit + 1), np.int64)
    turn = np.zeros(removals + 1, np.int64)
    depth = 0
    for _ in range(PATIENCE):
        seen[:] = gone
        large = False
        for first in range(many):
            if seen[first]:
                continue
            seen[first] = True
            group[depth, 0] = first
            size = 1
            at = 0
            while at < size and size <= limit:
                party = group[depth, at]
                at += 1
                for i in range(degree[party]):
                    other = near[party, i]
                    if not seen[other] and size <= limit:
                        seen[other] = True
                        group[depth, size] = other
                        size += 1
            if size > limit:
                large = True
                break
        if not large:
            return True
        if depth < removals:
            turn[depth] = 0
            gone[group[depth, 0]] = True
            depth += 1
            continue
        while True:
            depth -= 1
            if depth < 0:
                return False
            gone[group[depth, turn[depth]]] = False
            turn[depth] += 1
            if turn[depth] <= limit:
                gone[group[depth, turn[depth]]] = True
                depth += 1
                break
    return True


@compiled
def light_groups(
    start: Ints,
    ends: Ints,
    weight: Floats,
    here: Flags,
    starts: Ints,
    limit: int,
    most: int,
    seed: int,
) -> tuple[Ints, Ints]:
    """Connected groups, one row each, of which more must go than they weigh; and how many of each must.

    Grown from each start by the lightest neighbor, with some chance between equals; of the groups that are
    met on the way the one with the largest gap is kept. Rows are filled up with -1. Parties that must go are
    counted up to ``most``.
    """
    np.random.seed(seed)
    n = len(start) - 1
    width = max(limit + 1, min(WIDEST, n))
    found = np.full((len(starts), width), -1)
    need = np.zeros(len(starts), np.int64)
    count = 0
    met = np.full(n, -1)
    number = np.full(n, -1)
    group, rim = np.empty(width, np.int64), np.empty(n, np.int64)
    near = np.empty((width, width), np.int64)
    degree = np.zeros(width, np.int64)
    for turn in range(len(starts)):
        first = starts[turn]
        if not here[first]:
            continue
        rim[0] = first
        edge = 1
        met[first] = turn
        many = 0
        total = 0.0
        rank = 0
        gap = 0.000001
        keep = 0
        while edge > 0 and many < width and total < most:
            lightest = 0
            for i in range(1, edge):
                if weight[rim[i]] < weight[rim[lightest]]:
                    lightest = i
            party = rim[lightest]
            edge -= 1
            rim[lightest] = rim[edge]
            total += weight[party]
            group[many] = party
            number[party] = many
            degree[many] = 0
            for at in range(start[party], start[party + 1]):
                other = ends[at]
                if not here[other]:
                    continue
                if number[other] >= 0:
                    j = number[other]
                    near[many, degree[many]] = j
                    degree[many] += 1
                    near[j, degree[j]] = many
                    degree[j] += 1
                elif met[other] != turn:
                    met[other] = turn
                    rim[edge] = other  # in a place of chance, so that the first of equals is any of them
                    swap = np.random.randint(edge + 1)
                    rim[edge], rim[swap] = rim[swap], rim[edge]
                    edge += 1
            many += 1
            if many <= limit:
                if total >= most:
                    break
                continue
            if rank == 0:
                rank = 1
            elif rank < most and many > limit + rank and not breakable(near, degree, many, limit, rank):
                rank += 1
            if rank - total > gap:
                gap = rank - total
                keep = many
                need[count] = rank
            if rank == most:
                break
        if keep > 0:
            found[count, :keep] = group[:keep]
            count += 1
        for i in range(many):
            number[group[i]] = -1
    return found[:count], need[:count]


@compiled
def packing(start: Ints, ends: Ints, here: Flags, cost: Ints, size: int) -> int:
    """The cheapest parties of connected groups that share nobody, together: a lower bound at any size.

    The groups are cut off a tree of the network from its leaves.
    """
    n = len(start) - 1
    above = np.full(n, -2)
    line = np.empty(n, np.int64)
    hanging = np.ones(n, np.int64)
    cheapest = cost.copy()
    total = 0
    for first in range(n):
        if not here[first] or above[first] != -2:
            continue
        above[first] = -1
        line[0] = first
        many = 1
        at = 0
        while at < many:
            party = line[at]
            at += 1
            for i in range(start[party], start[party + 1]):
                other = ends[i]
                if here[other] and above[other] == -2:
                    above[other] = party
                    line[many] = other
                    many += 1
        for i in range(many - 1, -1, -1):
            party = line[i]
            if hanging[party] >= size:
                total += cheapest[party]
            elif above[party] >= 0:
                up = above[party]
                hanging[up] += hanging[party]
                cheapest[up] = min(cheapest[up], cheapest[party])
    return total
