"""Which party of a group, once gone, leaves the smallest pieces: low points of a depth-first search."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.compiling import compiled


@compiled
def choose(
    start: Ints,
    ends: Ints,
    label: Ints,
    group: Ints,
    cost: Ints,
    limit: int,
    hold: Ints,
    turn: int,
    room: Ints,
) -> tuple[int, bool]:
    """The party of a group to remove, with some chance, and whether all pieces are then within the limit.

    It is -1 where none of the group may go.

    All of the group have one label that no other party has. A party that leaves no piece above the limit is
    preferred; else what counts is how much smaller the largest piece becomes, and ties, for the cost.
    ``hold[i] > turn`` keeps party i from being chosen. ``room`` is scratch space of 8 x n.
    """
    found, low, below, above, cut, most, next_, path = (
        room[0], room[1], room[2], room[3], room[4], room[5], room[6], room[7],
    )  # fmt: skip
    many = len(group)
    mine = label[group[0]]
    for party in group:
        found[party] = -1
    first = group[np.random.randint(many)]
    path[0] = first
    depth = 1
    found[first] = low[first] = 0
    below[first] = 1
    above[first] = -1
    cut[first] = most[first] = 0
    next_[first] = start[first]
    clock = 1
    while depth > 0:
        party = path[depth - 1]
        if next_[party] < start[party + 1]:
            other = ends[next_[party]]
            next_[party] += 1
            if label[other] != mine:
                continue
            if found[other] < 0:
                found[other] = low[other] = clock
                clock += 1
                below[other] = 1
                above[other] = party
                cut[other] = most[other] = 0
                next_[other] = start[other]
                path[depth] = other
                depth += 1
            elif found[other] < low[party]:
                low[party] = found[other]
            continue
        depth -= 1
        up = above[party]
        if up >= 0:
            below[up] += below[party]
            low[up] = min(low[up], low[party])
            if low[party] >= found[up]:  # without ``up`` what is below is a piece of its own
                cut[up] += below[party]
                most[up] = max(most[up], below[party])
    chosen = -1
    best = np.inf
    ends_it = False
    for party in group:
        if hold[party] > turn:
            continue
        worst = max(most[party], many - 1 - cut[party])
        noise = 0.75 + 0.5 * np.random.random()
        if worst <= limit:
            score = cost[party] * noise
            if not ends_it or score < best:
                ends_it = True
                best = score
                chosen = party
        elif not ends_it:
            ties = 0
            for at in range(start[party], start[party + 1]):
                if label[ends[at]] == mine:
                    ties += 1
            score = cost[party] * noise / (many - worst - 1 + 0.35 * ties + 0.001)
            if score < best:
                best = score
                chosen = party
    return chosen, ends_it
