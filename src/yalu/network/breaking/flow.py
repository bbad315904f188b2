"""The largest flow between two sets of parties when each party lets through no more than its cost (Dinic)."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.compiling import compiled

# Each party is two points, 2 i (in) and 2 i + 1 (out), with an arc of its cost between them; each tie is an
# arc without limit from the out-point of one to the in-point of the other, both ways. At a point p of party i
# the arcs are numbered 0 (between the party's two points) and 1 ... d (ties). ``through[i]`` is the flow from
# i's in-point to its out-point; ``along[at]`` the flow on the tie at ``ends[at]``, out of its party.
# ``twin[at]`` is the place of the same tie at its other end.


@compiled
def twins(start: Ints, ends: Ints) -> Ints:
    """Where each tie stands at its other end; the ends of each party are in rising order."""
    n = len(start) - 1
    found = np.empty(len(ends), np.int64)
    used = start[:-1].copy()
    for party in range(n):
        for at in range(start[party], start[party + 1]):
            other = ends[at]
            found[at] = used[other]
            used[other] += 1
    return found


@compiled
def _levels(
    start: Ints,
    ends: Ints,
    twin: Ints,
    cost: Ints,
    source: Flags,
    sink: Flags,
    through: Ints,
    along: Ints,
    level: Ints,
    line: Ints,
) -> bool:
    """How many arcs with room each point is from the sources; whether a sink is reached."""
    level[:] = -1
    many = 0
    for party in range(len(source)):
        if source[party]:
            level[2 * party + 1] = 0
            line[many] = 2 * party + 1
            many += 1
    at = 0
    reached = False
    while at < many:
        point = line[at]
        at += 1
        party = point // 2
        if point % 2 == 0:
            if sink[party]:
                reached = True
                continue
            if level[point + 1] < 0 and through[party] < cost[party]:
                level[point + 1] = level[point] + 1
                line[many] = point + 1
                many += 1
            for i in range(start[party], start[party + 1]):
                other = 2 * ends[i] + 1
                if level[other] < 0 and along[twin[i]] > 0:
                    level[other] = level[point] + 1
                    line[many] = other
                    many += 1
        else:
            if level[point - 1] < 0 and through[party] > 0:
                level[point - 1] = level[point] + 1
                line[many] = point - 1
                many += 1
            for i in range(start[party], start[party + 1]):
                other = 2 * ends[i]
                if level[other] < 0 and not source[ends[i]]:
                    level[other] = level[point] + 1
                    line[many] = other
                    many += 1
    return reached


@compiled
def flow(
    start: Ints, ends: Ints, twin: Ints, cost: Ints, source: Flags, sink: Flags, most: int
) -> tuple[int, Flags, Ints]:
    """The largest flow, the points that still have a way from the sources, and the flow along each tie.

    Ends early once the flow is ``most`` or more.
    """
    n = len(start) - 1
    through = np.zeros(n, np.int64)
    along = np.zeros(len(ends), np.int64)
    level = np.empty(2 * n, np.int64)
    line = np.empty(2 * n, np.int64)
    next_ = np.empty(2 * n, np.int64)
    path = np.empty(2 * n + 1, np.int64)  # points
    arc = np.empty(2 * n + 1, np.int64)  # the arc that leads to the point; -1 within a party
    total = 0
    while total < most and _levels(start, ends, twin, cost, source, sink, through, along, level, line):
        for party in range(n):
            next_[2 * party] = next_[2 * party + 1] = start[party] - 1
        for first in range(n):
            if not source[first] or total >= most:
                continue
            path[0] = 2 * first + 1
            depth = 0
            while depth >= 0:
                point = path[depth]
                party = point // 2
                if point % 2 == 0 and sink[party]:
                    least = 2**62
                    for i in range(1, depth + 1):
                        to = path[i]
                        if arc[i] < 0:
                            room = cost[to // 2] - through[to // 2] if to % 2 else through[to // 2]
                            least = min(least, room)
                        elif to % 2:
                            least = min(least, along[twin[arc[i]]])
                    total += least
                    cut = 0
                    for i in range(depth, 0, -1):
                        to = path[i]
                        if arc[i] < 0:
                            if to % 2:
                                through[to // 2] += least
                                full = through[to // 2] == cost[to // 2]
                            else:
                                through[to // 2] -= least
                                full = through[to // 2] == 0
                        elif to % 2:
                            along[twin[arc[i]]] -= least
                            full = along[twin[arc[i]]] == 0
                        else:
                            along[arc[i]] += least
                            full = False
                        if full:
                            cut = i - 1
                    depth = cut
                    if total >= most:
                        break
                    continue
                moved = False
                while next_[point] < start[party + 1]:
                    i = next_[point]
                    if i < start[party]:
                        to = point + 1 if point % 2 == 0 else point - 1
                        room = cost[party] - through[party] if point % 2 == 0 else through[party]
                        good = room > 0
                        by = -1
                    else:
                        by = i
                        if point % 2 == 0:
                            to = 2 * ends[i] + 1
                            good = along[twin[i]] > 0
                        else:
                            to = 2 * ends[i]
                            good = True
                    if good and level[to] == level[point] + 1:
                        depth += 1
                        path[depth] = to
                        arc[depth] = by
                        moved = True
                        break
                    next_[point] += 1
                if not moved:
                    level[point] = -1
                    depth -= 1
                    if depth >= 0:
                        next_[path[depth]] += 1
    reach = level >= 0
    return total, reach, along
