"""In which order to take parties out, and what is left after each: arrays, compiled where they run."""

from __future__ import annotations

import numpy as np

from yalu.network.structure.kernels import Bools, Ints


def by_ties(indptr: Ints, indices: Ints, here: Bools) -> Ints:
    """Those who are here, each time the one with the most ties to others that are still here."""
    n = len(indptr) - 1
    left = here.copy()
    degree = np.zeros(n, np.int64)
    most = 0
    for i in range(n):
        if left[i]:
            for at in range(indptr[i], indptr[i + 1]):
                if left[indices[at]]:
                    degree[i] += 1
            most = max(most, degree[i])
    # A chain of parties for each number of ties.
    head = np.full(most + 1, -1, np.int64)
    after = np.full(n, -1, np.int64)
    before = np.full(n, -1, np.int64)
    many = 0
    for i in range(n - 1, -1, -1):
        if left[i]:
            many += 1
            after[i] = head[degree[i]]
            if after[i] >= 0:
                before[after[i]] = i
            head[degree[i]] = i
    order = np.empty(many, np.int64)
    for step in range(many):
        while head[most] < 0:
            most -= 1
        one = head[most]
        head[most] = after[one]
        if after[one] >= 0:
            before[after[one]] = -1
        left[one] = False
        order[step] = one
        for at in range(indptr[one], indptr[one + 1]):
            other = indices[at]
            if not left[other]:
                continue
            if before[other] >= 0:
                after[before[other]] = after[other]
            else:
                head[degree[other]] = after[other]
            if after[other] >= 0:
                before[after[other]] = before[other]
            degree[other] -= 1
            before[other] = -1
            after[other] = head[degree[other]]
            if after[other] >= 0:
                before[after[other]] = other
            head[degree[other]] = other
    return order


def largest_after(indptr: Ints, indices: Ints, order: Ints) -> Ints:
    """The largest group after 0, 1, 2 ... of an order of all parties are gone: one more than the order.

    Read from its end, where parties come back and groups are joined.
    """
    n = len(indptr) - 1
    root = np.arange(n)
    size = np.zeros(n, np.int64)
    found = np.zeros(n + 1, np.int64)
    largest = 0
    for step in range(n - 1, -1, -1):
        one = order[step]
        size[one] = 1
        mine = one
        for at in range(indptr[one], indptr[one + 1]):
            other = indices[at]
            if size[other] == 0:
                continue
            while root[other] != other:
                root[other] = root[root[other]]
                other = root[other]
            if other != mine:
                if size[other] > size[mine]:
                    other, mine = mine, other
                root[other] = mine
                size[mine] += size[other]
        largest = max(largest, size[mine])
        found[step] = largest
    return found
