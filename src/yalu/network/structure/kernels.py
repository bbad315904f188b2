"""The inner loops, on arrays: written as plain Python and compiled where they run (numba).

``indptr`` and ``indices`` hold an undirected network, each tie twice. Chance comes in as numbers drawn
outside, so that a function gives the same whether it is compiled or not.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def betweenness(indptr: Ints, indices: Ints, here: Bools, pivots: Ints) -> Floats:
    """(n) For each party the sum over pairs of the share of shortest paths that lead through it.

    Brandes (2001), each pair counted once, over the parties that are ``here``. With fewer ``pivots`` than
    parties the sum is scaled up from those (Brandes and Pich 2007).
    """
    n = len(indptr) - 1
    total = np.zeros(n)
    away = np.empty(n, np.int64)
    paths = np.empty(n)
    share = np.empty(n)
    order = np.empty(n, np.int64)
    away[:] = -1
    started = 0
    for p in range(len(pivots)):
        start = pivots[p]
        if not here[start]:
            continue
        started += 1
        away[start] = 0
        paths[start] = 1.0
        share[start] = 0.0
        order[0] = start
        at, many = 0, 1
        while at < many:
            node = order[at]
            at += 1
            for i in range(indptr[node], indptr[node + 1]):
                other = indices[i]
                if not here[other]:
                    continue
                if away[other] < 0:
                    away[other] = away[node] + 1
                    paths[other] = 0.0
                    share[other] = 0.0
                    order[many] = other
                    many += 1
                if away[other] == away[node] + 1:
                    paths[other] += paths[node]
        for at in range(many - 1, -1, -1):
            node = order[at]
            for i in range(indptr[node], indptr[node + 1]):
                other = indices[i]
                if here[other] and away[other] == away[node] - 1:
                    share[other] += paths[other] / paths[node] * (1.0 + share[node])
            if node != start:
                total[node] += share[node]
        for at in range(many):
            away[order[at]] = -1
    left = 0
    for i in range(n):
        if here[i]:
            left += 1
    if started:
        total *= 0.5 * left / started
    return total


def components(indptr: Ints, indices: Ints, here: Bools) -> Ints:
    """(n) The group of each party, named by its first; -1 for who is not here."""
    n = len(indptr) - 1
    group = np.full(n, -1, np.int64)
    queue = np.empty(n, np.int64)
    for root in range(n):
        if not here[root] or group[root] >= 0:
            continue
        group[root] = root
        queue[0] = root
        at, many = 0, 1
        while at < many:
            node = queue[at]
            at += 1
            for i in range(indptr[node], indptr[node + 1]):
                other = indices[i]
                if here[other] and group[other] < 0:
                    group[other] = root
                    queue[many] = other
                    many += 1
    return group


def rewire(
    indptr: Ints, indices: Ints, near: Ints, far: Ints, slots: Ints, one: Ints, two: Ints, turn: Bools
) -> int:
    """Exchange the ends of ties in place, so that each party keeps its number of ties and all stay joined.

    Tie ``e`` goes from ``near[e]`` to ``far[e]`` and stands at ``slots[e]`` (near's row, far's row) of
    ``indices``. Try ``t`` exchanges the far ends of the ties ``one[t]`` and ``two[t]``; a try that would make
    a loop, a second tie of one pair, or two groups leaves all as it is. Returns how many exchanges were made.
    """
    n = len(indptr) - 1
    seen = np.zeros(n, np.int64)
    queue = np.empty(n, np.int64)
    made = 0
    for t in range(len(one)):
        e, f = one[t], two[t]
        if e == f:
            continue
        if turn[t]:
            near[f], far[f] = far[f], near[f]
            slots[f, 0], slots[f, 1] = slots[f, 1], slots[f, 0]
        a, b, c, d = near[e], far[e], near[f], far[f]
        if a in (c, d) or b in (c, d):
            continue
        double = False
        for i in range(indptr[a], indptr[a + 1]):
            if indices[i] == d:
                double = True
        for i in range(indptr[c], indptr[c + 1]):
            if indices[i] == b:
                double = True
        if double:
            continue
        at_a, at_b, at_c, at_d = slots[e, 0], slots[e, 1], slots[f, 0], slots[f, 1]
        indices[at_a], indices[at_d], indices[at_c], indices[at_b] = d, a, b, c
        # Whatever was joined reaches one of the four ends, so all is joined where a reaches b or c.
        mark = t + 1
        seen[a] = mark
        queue[0] = a
        at, many = 0, 1
        joined = False
        while at < many and not joined:
            node = queue[at]
            at += 1
            for i in range(indptr[node], indptr[node + 1]):
                other = indices[i]
                if other in (b, c):
                    joined = True
                    break
                if seen[other] != mark:
                    seen[other] = mark
                    queue[many] = other
                    many += 1
        if not joined:
            indices[at_a], indices[at_b], indices[at_c], indices[at_d] = b, a, d, c
            continue
        far[e], far[f] = d, b
        slots[e, 1], slots[f, 1] = at_d, at_b
        made += 1
    return made


def fewest_pairs(indptr: Ints, indices: Ints, candidates: Ints, k: int) -> tuple[Ints, int]:
    """The ``k`` candidates without whom the fewest pairs of parties are joined, and that number of pairs.

    One after the other the best, then exchanges of one against another as long as that helps: the answer is
    an upper bound on the fewest, and it is the fewest for ``k`` = 1.
    """
    n = len(indptr) - 1
    gone = np.zeros(n, np.bool_)
    chosen = np.full(k, -1, np.int64)
    seen = np.zeros(n, np.int64)
    queue = np.empty(n, np.int64)
    mark = 0
    best = n * (n - 1) // 2
    places = k
    better = True
    first = True
    while better:
        better = False
        for place in range(places):
            before = chosen[place]
            if before >= 0:
                gone[before] = False
            found, fewest = before, best if before >= 0 else n * n
            for c in range(len(candidates)):
                one = candidates[c]
                if gone[one] or one == before:
                    continue
                gone[one] = True
                mark += 1
                pairs = 0
                for root in range(n):
                    if gone[root] or seen[root] == mark:
                        continue
                    seen[root] = mark
                    queue[0] = root
                    at, many = 0, 1
                    while at < many:
                        node = queue[at]
                        at += 1
                        for i in range(indptr[node], indptr[node + 1]):
                            other = indices[i]
                            if not gone[other] and seen[other] != mark:
                                seen[other] = mark
                                queue[many] = other
                                many += 1
                    pairs += many * (many - 1) // 2
                gone[one] = False
                if pairs < fewest:
                    found, fewest = one, pairs
            if found != before:
                better = True
            chosen[place] = found
            gone[found] = True
            best = fewest
        if first and places == 1:
            better = False
        first = False
    return chosen, best
