"""The least fixed point on arrays. Plain Python, compiled where the arrays are large.

A party begins with two amounts that it lacks, and each blocked owner takes its share off both; a party
that lacks neither is blocked in full, and takes its own shares off others. What begins from nobody reaches
nobody, so a cycle cannot lift itself. The two amounts differ where a share is a range: see ``levels``.
"""

from __future__ import annotations

from typing import Any


def spread(indptr: Any, indices: Any, shares: Any, lacks: Any, seeds: Any, place: Any, queue: Any) -> int:
    """Block all that follows from ``seeds``, in the order of ``queue``; return how many it holds.

    ``shares`` (m, 2) and ``lacks`` (n, 2) are in units; ``place`` is -1 before, and then the order of
    blocking. A party blocked later never backs one blocked earlier, so ``place`` gives a proof.
    """
    tail = 0
    for x in seeds:
        if place[x] < 0:
            place[x] = tail
            lacks[x, 0] = 0
            lacks[x, 1] = 0
            queue[tail] = x
            tail += 1
    head = 0
    while head < tail:
        x = queue[head]
        head += 1
        for e in range(indptr[x], indptr[x + 1]):
            y = indices[e]
            if lacks[y, 0] > 0 or lacks[y, 1] > 0:
                lacks[y, 0] -= shares[e, 0]
                lacks[y, 1] -= shares[e, 1]
                if lacks[y, 0] <= 0 and lacks[y, 1] <= 0:
                    place[y] = tail
                    queue[tail] = y
                    tail += 1
    return tail


def alone(
    indptr: Any,
    indices: Any,
    shares: Any,
    lacks: Any,
    seeds: Any,
    counted: Any,
    queue: Any,
    log: Any,
    many: Any,
    by: Any,
    watched: int,
    reach: Any,
) -> None:
    """Block what follows from each seed by itself, and undo it before the next.

    ``many`` gets the number of counted parties that a seed blocks beside itself; ``by`` the place in
    ``seeds`` of the first seed that blocks a party, and stays -1 for others (a ``by`` of length 0 is left
    out). A seed that lacks nothing from the start is blocked already and blocks nobody anew. ``reach`` gets
    1 for each seed of which the ``watched`` party has a blocked owner (-1 watches nobody).
    """
    wanted = len(by) > 0
    for s in range(len(seeds)):
        x = seeds[s]
        if lacks[x, 0] <= 0 and lacks[x, 1] <= 0:
            continue
        first, second = lacks[x, 0], lacks[x, 1]
        lacks[x, 0] = 0
        lacks[x, 1] = 0
        queue[0] = x
        head, tail, logged, found = 0, 1, 0, 0
        while head < tail:
            z = queue[head]
            head += 1
            for e in range(indptr[z], indptr[z + 1]):
                y = indices[e]
                if lacks[y, 0] > 0 or lacks[y, 1] > 0:
                    lacks[y, 0] -= shares[e, 0]
                    lacks[y, 1] -= shares[e, 1]
                    log[logged] = e
                    logged += 1
                    if y == watched:
                        reach[s] = 1
                    if lacks[y, 0] <= 0 and lacks[y, 1] <= 0:
                        queue[tail] = y
                        tail += 1
                        if counted[y]:
                            found += 1
                        if wanted and by[y] < 0:
                            by[y] = s
        many[s] = found
        for k in range(logged):
            e = log[k]
            y = indices[e]
            lacks[y, 0] += shares[e, 0]
            lacks[y, 1] += shares[e, 1]
        lacks[x, 0] = first
        lacks[x, 1] = second
