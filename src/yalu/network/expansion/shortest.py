"""All shortest paths between a party and some others, counted whole and told up to a number."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np

from yalu.graph.graph import Int32, Int64, Undirected

UNREACHED = -1


class Shortest(NamedTuple):
    """``number`` is how many shortest paths there are; ``routes`` are some of them, by number of party."""

    length: int
    number: int
    routes: list[tuple[int, ...]]


def steps_from(net: Undirected, start: int) -> Int32:
    """(n) How many ties lie between ``start`` and each party, ``UNREACHED`` where no path leads there."""
    found = np.full(len(net.ids), UNREACHED, np.int32)
    found[start] = 0
    front = np.array([start], np.int64)
    level = 0
    while len(front):
        level += 1
        beside = _beside(net, front)
        front = np.unique(beside[found[beside] == UNREACHED])
        found[front] = level
    return found


def shortest(net: Undirected, start: int, goals: Collection[int], most: int) -> Shortest | None:
    """The shortest paths from ``start`` to whichever goals are nearest; None where none can be reached."""
    away = steps_from(net, start)
    reached = [g for g in sorted(set(goals) - {start}) if away[g] != UNREACHED]
    if not reached:
        return None
    length = int(min(away[g] for g in reached))
    nearest = [g for g in reached if away[g] == length]
    counts: dict[int, int] = {start: 1}
    number = sum(_count(net, away, goal, counts) for goal in nearest)
    routes: list[tuple[int, ...]] = []
    for goal in nearest:
        for back in _walk(net, away, goal):
            if len(routes) == most:
                return Shortest(length, number, routes)
            routes.append(back)
    return Shortest(length, number, routes)


def _beside(net: Undirected, front: Int64) -> Int64:
    """All neighbors of some parties."""
    first, many = net.indptr[front], np.diff(net.indptr)[front]
    shift = np.repeat(first - np.concatenate(([0], np.cumsum(many)[:-1])), many)
    found: Int64 = net.indices[np.arange(many.sum()) + shift].astype(np.int64)
    return found


def _nearer(net: Undirected, away: Int32, node: int) -> list[int]:
    """The neighbors of a party that are one tie nearer to the start, ascending."""
    return [int(b) for b in net.neighbors(node) if away[b] == away[node] - 1]


def _count(net: Undirected, away: Int32, goal: int, counts: dict[int, int]) -> int:
    """How many shortest paths lead to a goal; whole numbers, for there may be very many."""
    stack = [goal]
    while stack:
        node = stack[-1]
        before = _nearer(net, away, node)
        missing = [b for b in before if b not in counts]
        if node in counts or not missing:
            stack.pop()
            counts.setdefault(node, sum(counts[b] for b in before))
        else:
            stack += missing
    return counts[goal]


def _walk(net: Undirected, away: Int32, goal: int) -> Iterator[tuple[int, ...]]:
    """Each path from the start to a goal, one after the other."""
    stack: list[tuple[int, ...]] = [(goal,)]
    while stack:
        route = stack.pop()
        if away[route[0]] == 0:
            yield route
        else:
            stack += [(b, *route) for b in reversed(_nearer(net, away, route[0]))]
