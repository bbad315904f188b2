"""Groups of parties that are joined as parties come back, and the curve of the largest group."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled


@compiled
def root(parent: Ints, party: int) -> int:
    """The group of a party, by its first member; the way there is halved for the next who asks."""
    while parent[party] != party:
        parent[party] = parent[parent[party]]
        party = parent[party]
    return party


@compiled
def join(parent: Ints, weight: Ints, one: int, other: int) -> int:
    """Join the groups of two parties; return the size of the group that they are in now."""
    a = root(parent, one)
    b = root(parent, other)
    if a != b:
        if weight[a] < weight[b]:
            a, b = b, a
        parent[b] = a
        weight[a] += weight[b]
    return int(weight[a])


@compiled
def grouped(start: Ints, ends: Ints, here: Flags, parent: Ints, weight: Ints) -> None:
    """Join all who are here and tied; ``parent`` and ``weight`` are those of parties that stand alone."""
    for party in range(len(start) - 1):
        if here[party]:
            for at in range(start[party], start[party + 1]):
                if here[ends[at]] and ends[at] < party:
                    join(parent, weight, party, ends[at])


@compiled
def beside(
    start: Ints, ends: Ints, here: Flags, parent: Ints, weight: Ints, party: int, around: Ints
) -> tuple[int, int]:
    """The size of the group that a party would make if it came back, and how many groups it would join.

    The groups are put into ``around``. While they are counted their weights are below zero, each once.
    """
    groups = 0
    size = 1
    for at in range(start[party], start[party + 1]):
        if here[ends[at]]:
            group = root(parent, ends[at])
            if weight[group] > 0:
                size += weight[group]
                weight[group] = -weight[group]
                around[groups] = group
                groups += 1
    for i in range(groups):
        weight[around[i]] = -weight[around[i]]
    return size, groups


@compiled
def curve(start: Ints, ends: Ints, order: Ints) -> Ints:
    """The largest group after the first 0, 1, 2 ... parties of the order are gone; one more than the order.

    Parties that are not in the order stay. It is read from its end, where a party that comes back joins
    groups; that takes time in proportion to the ties.
    """
    n = len(start) - 1
    parent = np.arange(n)
    weight = np.ones(n, np.int64)
    here = np.ones(n, np.bool_)
    for party in order:
        here[party] = False
    largest = 0
    for party in range(n):
        if here[party]:
            largest = max(largest, 1)
            for at in range(start[party], start[party + 1]):
                if here[ends[at]] and ends[at] < party:
                    largest = max(largest, join(parent, weight, party, ends[at]))
    found = np.empty(len(order) + 1, np.int64)
    found[len(order)] = largest
    for i in range(len(order) - 1, -1, -1):
        party = order[i]
        here[party] = True
        largest = max(largest, 1)
        for at in range(start[party], start[party + 1]):
            if here[ends[at]]:
                largest = max(largest, join(parent, weight, party, ends[at]))
        found[i] = largest
    return found
