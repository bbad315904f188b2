"""How many pairs of parties are still connected, by way of ties, when some parties are gone."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled


@compiled
def connected_pairs(
    start: Ints, ends: Ints, gone: Flags, mark: Ints, line: Ints, turn: int, below: int
) -> int:
    """The pairs that are left; counting stops at ``below``. ``mark`` never held ``turn`` before."""
    pairs = 0
    for first in range(len(gone)):
        if gone[first] or mark[first] == turn:
            continue
        mark[first] = turn
        line[0] = first
        many = 1
        at = 0
        while at < many:
            party = line[at]
            at += 1
            for i in range(start[party], start[party + 1]):
                other = ends[i]
                if not gone[other] and mark[other] != turn:
                    mark[other] = turn
                    line[many] = other
                    many += 1
        pairs += many * (many - 1) // 2
        if pairs >= below:
            return pairs
    return pairs


@compiled
def every_choice(
    start: Ints, ends: Ints, gone: Flags, candidates: Ints, choose: int, best: Ints, least: int
) -> int:
    """The fewest pairs that any choice of so many candidates leaves, if below ``least``; fills ``best``."""
    n = len(start) - 1
    mark = np.full(n, -1)
    line = np.empty(n, np.int64)
    pick = np.arange(choose)
    total = len(candidates)
    gone = gone.copy()
    for i in range(choose):
        gone[candidates[i]] = True
    turn = 0
    while True:
        pairs = connected_pairs(start, ends, gone, mark, line, turn, least)
        turn += 1
        if pairs < least:
            least = pairs
            for i in range(choose):
                best[i] = candidates[pick[i]]
        at = choose - 1
        while at >= 0 and pick[at] == total - choose + at:
            at -= 1
        if at < 0:
            return least
        for i in range(at, choose):
            gone[candidates[pick[i]]] = False
        pick[at] += 1
        for i in range(at + 1, choose):
            pick[i] = pick[i - 1] + 1
        for i in range(at, choose):
            gone[candidates[pick[i]]] = True


@compiled
def swaps(
    start: Ints,
    ends: Ints,
    cost: Ints,
    gone: Flags,
    candidates: Ints,
    budget: int,
    best: Flags,
    state: Ints,  # pairs now, fewest pairs, money spent, turns made
    mark: Ints,
    line: Ints,
    turns: int,
    heat: float,
    seed: int,
) -> None:
    """Annealing: exchange a party that is gone for one that is not, or take one more, within the budget."""
    np.random.seed(seed)
    for _ in range(turns):
        state[3] += 1
        one = candidates[np.random.randint(len(candidates))]
        if gone[one]:
            continue
        other = -1
        if state[2] + cost[one] > budget:
            for _try in range(64):
                party = candidates[np.random.randint(len(candidates))]
                if gone[party]:
                    other = party
                    break
            if other < 0 or state[2] + cost[one] - cost[other] > budget:
                continue
        gone[one] = True
        if other >= 0:
            gone[other] = False
        allowed = state[0] - heat * np.log(1.0 - np.random.random())
        pairs = connected_pairs(start, ends, gone, mark, line, state[3], int(allowed) + 1)
        if pairs <= allowed:
            state[0] = pairs
            state[2] += cost[one] - (cost[other] if other >= 0 else 0)
            if pairs < state[1]:
                state[1] = pairs
                best[:] = gone
            continue
        gone[one] = False
        if other >= 0:
            gone[other] = True
