"""What is left when parties go, and which party's loss leaves least: low points of a depth-first search.

All that is compiled for waves stands here, since the compiler keeps what it compiled by file.
"""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled


@compiled
def drops(
    start: Ints,
    ends: Ints,
    gone: Flags,
    weight: Ints,  # 3 x n: parties, principals, banks that a node stands for
    route: int,
    pair: int,
    drop: Ints,  # n, filled: how much less is left if the node goes as well
    room: Ints,  # 6 x n, scratch
    below: Ints,  # 3 x n, scratch
    cut: Ints,  # 3 x n, scratch
) -> int:
    """What is left now. A route counts for ``route``, a pair for ``pair``; ``drop`` tells of each node."""
    found, low, above, next_, path, first_of = room[0], room[1], room[2], room[3], room[4], room[5]
    n = len(gone)
    total = 0
    for i in range(n):
        found[i] = -1
        drop[i] = 0
    clock = 0
    for root in range(n):
        if gone[root] or found[root] >= 0:
            continue
        begin = clock
        found[root] = low[root] = clock
        first_of[clock] = root
        clock += 1
        above[root] = -1
        next_[root] = start[root]
        for k in range(3):
            below[k, root] = weight[k, root]
            cut[k, root] = 0
        path[0] = root
        depth = 1
        while depth > 0:
            node = path[depth - 1]
            if next_[node] < start[node + 1]:
                other = ends[next_[node]]
                next_[node] += 1
                if gone[other]:
                    continue
                if found[other] < 0:
                    found[other] = low[other] = clock
                    first_of[clock] = other
                    clock += 1
                    above[other] = node
                    next_[other] = start[other]
                    for k in range(3):
                        below[k, other] = weight[k, other]
                        cut[k, other] = 0
                    path[depth] = other
                    depth += 1
                elif found[other] < low[node]:
                    low[node] = found[other]
                continue
            depth -= 1
            up = above[node]
            if up >= 0:
                for k in range(3):
                    below[k, up] += below[k, node]
                low[up] = min(low[up], low[node])
                if low[node] >= found[up]:  # without ``up`` what is below is a piece of its own
                    for k in range(3):
                        cut[k, up] += below[k, node]
                    size, near, far = below[0, node], below[1, node], below[2, node]
                    drop[up] -= route * near * far + pair * (size * (size - 1) // 2)
        size, near, far = below[0, root], below[1, root], below[2, root]
        all_ = route * near * far + pair * (size * (size - 1) // 2)
        total += all_
        for at in range(begin, clock):
            node = first_of[at]
            rest = size - weight[0, node] - cut[0, node]
            a = near - weight[1, node] - cut[1, node]
            b = far - weight[2, node] - cut[2, node]
            drop[node] += all_ - route * a * b - pair * (rest * (rest - 1) // 2)
    return total


@compiled
def summed(
    start: Ints,
    ends: Ints,
    chosen: Ints,
    gone: Flags,
    weight: Ints,
    route: int,
    pair: int,
    drop: Ints,
    room: Ints,
    below: Ints,
    cut: Ints,
) -> int:
    """What is left in all copies of the network, and in the first n places of ``drop`` the sum over them."""
    n, many = len(chosen), len(gone)
    for i in range(many):
        gone[i] = chosen[i % n] >= 0
    total = drops(start, ends, gone, weight, route, pair, drop, room, below, cut)
    for i in range(n, many):
        drop[i % n] += drop[i]
    return total


@compiled
def improve(
    start: Ints,
    ends: Ints,
    weight: Ints,
    route: int,
    pair: int,
    way_start: Ints,  # n + 1: the ways to strike node i are way_start[i] ... way_start[i + 1]
    way_cost: Ints,
    way_use: Ints,  # ways x authorities
    chosen: Ints,  # n: the way by which a node is struck, or -1; the best is left in it
    room_left: Ints,  # of each authority, for the choice that is given
    money: int,  # that is left of the budget
    turns: int,
    heat: float,  # as a share of what is left
    tabu: Ints,  # n: not before this turn
    turn: int,
    seed: int,
) -> int:
    """Let one struck party come back and strike those whose loss leaves least, again and again.

    A worse choice is kept with the chance exp(-excess / heat). Returns what the best choice leaves. The
    network may hold several copies of the n nodes, one after the other, with other ties: their sum counts.
    """
    np.random.seed(seed)
    n = len(way_start) - 1
    many = len(start) - 1
    drop = np.empty(many, np.int64)
    room, below, cut = (
        np.empty((6, many), np.int64),
        np.empty((3, many), np.int64),
        np.empty((3, many), np.int64),
    )
    gone = np.empty(many, np.bool_)
    now = summed(start, ends, chosen, gone, weight, route, pair, drop, room, below, cut)
    least = now
    best = chosen.copy()
    trial, rest = chosen.copy(), room_left.copy()
    for step in range(turns + 1):
        trial[:] = chosen
        rest[:] = room_left
        spare = money
        if step:  # the first step only fills what room there is
            struck = np.flatnonzero(trial >= 0)
            if not len(struck):
                return least
            for _ in range(1 if np.random.random() < 0.7 else 2):
                node = struck[np.random.randint(len(struck))]
                way = trial[node]
                if way < 0:
                    continue
                trial[node] = -1
                tabu[node] = turn + step + 1 + np.random.randint(3)
                spare += way_cost[way]
                for a in range(len(rest)):
                    rest[a] += way_use[way, a]
        allowed = now - heat * now * np.log(1.0 - np.random.random()) if step else now
        after = now
        while True:
            after = summed(start, ends, trial, gone, weight, route, pair, drop, room, below, cut)
            top = 0.0
            found = -1
            for node in range(n):
                if gone[node] or drop[node] <= 0 or (step and tabu[node] > turn + step):
                    continue
                for way in range(way_start[node], way_start[node + 1]):
                    if way_cost[way] > spare:
                        continue
                    fits = True
                    for a in range(len(rest)):
                        if way_use[way, a] > rest[a]:
                            fits = False
                    if not fits:
                        continue
                    worth = drop[node] / way_cost[way] * (1.0 - 0.3 * np.random.random())
                    if worth > top:
                        top = worth
                        found = way
                        trial_node = node
                    break
            if found < 0:
                break
            trial[trial_node] = found
            spare -= way_cost[found]
            for a in range(len(rest)):
                rest[a] -= way_use[found, a]
        if after <= allowed:
            now = after
            chosen[:] = trial
            room_left[:] = rest
            money = spare
            if now < least:
                least = now
                best[:] = chosen
    chosen[:] = best
    return least
