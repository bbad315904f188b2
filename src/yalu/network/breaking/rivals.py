"""No worse than a plain rule: the fewest parties first, unless a rule then breaks the network faster.

The order whose first k are the smallest set may have a higher R than that of a plain rule with a larger
set. Then an order is looked for that is above no rule in either figure, with as few parties as it takes.
"""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Ints
from yalu.network.breaking.layering import Line, crossed
from yalu.network.breaking.ordering import bettered, lined, whole_order
from yalu.network.breaking.rankings import by_degree
from yalu.network.breaking.task import Progress, Task, clock, silent

Ruled = dict[str, tuple[Ints, Ints]]
SOON = 3_000
"""Up to so many parties each rule's set is put into its best order, above it only those of the best."""
SHARES = (0.5, 0.8, 0.3, 0.65, 0.2, 0.9, 0.15)
"""Up to which limits, in shares of the parties, an order may begin as another one."""
FASTEST = 3
TRIALS = 6
"""Into so many parts the time is divided in which the smallest sufficient k is looked for."""


def lines(task: Task, found: Ruled) -> list[Line]:
    """The orders that plain rules make, alone and with reinsertion; of the best ones the better end."""
    made = [Line.of(task, _completed(task, each)) for pair in found.values() for each in pair]
    ends = [whole_order(task, fewer) for _plain, fewer in found.values()] if len(task.network) <= SOON else []
    if not ends:
        sets = [fewer for _plain, fewer in found.values()]
        sets.sort(key=lambda fewer: Line.of(task, lined(task, fewer)).total)
        ends = [whole_order(task, fewer) for fewer in sets[:FASTEST]]
    return made + [Line.of(task, order) for order in ends]


def _completed(task: Task, plain: Ints) -> Ints:
    """What a rule removes, then the others by adaptive degree, and last those who may not go."""
    net = task.network
    left: Flags = np.ones(len(net), np.bool_)
    left[plain] = False
    closed = left & ~task.open_
    return np.concatenate(
        [
            plain,
            by_degree(net.start, net.ends, left, task.open_),
            by_degree(net.start, net.ends, closed, closed),
        ]
    )


def crossings(task: Task, line: Line, rivals: list[Line], many: int, budget: float, seed: int) -> list[Line]:
    """Orders that begin as a fast rival does, and reach the limit with no more than ``many``."""
    left = clock(budget)
    made: list[Line] = []
    for turn, share in enumerate(SHARES):
        limit = max(int(share * len(task.network)), task.limit)
        for rival in sorted(rivals, key=lambda each: each.total)[:FASTEST]:
            if left() <= 0:
                return made
            new = crossed(task, line, rival, limit, seed * 64 + 63 - turn)
            if new.reach(task.limit) <= many:
                made.append(new)
    return made


def undercut(
    task: Task, line: Line, rivals: list[Line], budget: float, seed: int, progress: Progress = silent
) -> Line:
    """An order above none of the rivals, if the given one is in R; of those found, that of the smallest k."""
    if not rivals:
        return line
    left = clock(budget)
    least = min(each.total for each in rivals)
    many = min(each.reach(task.limit) for each in rivals)
    low = line.reach(task.limit)
    if line.total <= least:
        return line
    able = [each for each in (line, *rivals) if each.reach(task.limit) <= many]
    able += crossings(task, line, rivals, many, budget / 4, seed)
    begin = min(able, key=lambda each: each.total)
    if left() <= 0:
        return begin if begin.total <= least else line
    found = bettered(task, begin.order, many, left() / 2, seed, progress, shrinks=False)
    if found.total > least and low <= many:
        found = bettered(task, line.order, many, left() / 2, seed + 1, progress, shrinks=False)
    if found.total > least:
        return line
    for turn in range(TRIALS):
        high = found.reach(task.limit)
        if high - low <= 1 or left() <= 0:
            break
        middle = (low + high) // 2
        seconds = left() / (TRIALS - turn)
        fewer = bettered(task, line.order, middle, seconds, seed + turn, progress, shrinks=False)
        if fewer.total <= least:
            found = fewer
        else:
            low = middle
    return found
