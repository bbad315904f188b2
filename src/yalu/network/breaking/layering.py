"""An order made better layer by layer.

The sum of the largest groups, from which R is counted, is also the sum over all limits of how many parties
of the order reach each limit. So a smaller set for one limit, between those for a higher and a lower one,
makes an order better: the set is searched for anew, and what stands before and behind it is lined up again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu.network.breaking.arrays import Floats, Ints
from yalu.network.breaking.baselines import with_reinsertion
from yalu.network.breaking.lining import line_up
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.task import Task
from yalu.network.breaking.unions import curve

SEARCH = 300_000
"""How many parties a search may visit, about; it has so many turns, divided by n, within bounds."""
LEAST_TURNS, MOST_TURNS = 10, 500


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An order of all parties and its curve: the largest group after the first 0, 1, 2 ... are gone."""

    order: Ints
    after: Ints

    @classmethod
    def of(cls, task: Task, order: Ints) -> Line:
        """Measure an order."""
        return cls(order, curve(task.network.start, task.network.ends, order))

    @property
    def total(self) -> int:
        """The sum that R divides by n squared."""
        return int(self.after[1:].sum())

    def reach(self, limit: int) -> int:
        """How many go until no group is above the limit."""
        return int(np.searchsorted(-self.after, -limit))


def relined(task: Task, line: Line, low: int, high: int, bend: Floats) -> Line:
    """The places from low up to high in another order of the same parties."""
    net = task.network
    here = np.ones(len(net), np.bool_)
    here[line.order[:high]] = False
    middle = line_up(net.start, net.ends, here, line.order[low:high], bend)
    return Line.of(task, np.concatenate([line.order[:low], middle, line.order[high:]]))


def searched_anew(task: Task, line: Line, limit: int, low: int, within: int, seed: int) -> Ints:
    """A set that reaches the limit: the first ``low``, and others out of the first ``within``."""
    n = len(task.network)
    fixed, open_ = np.zeros(n, np.bool_), np.zeros(n, np.bool_)
    fixed[line.order[:low]] = True
    open_[line.order[low:within]] = True
    part = Task(task.network, limit, np.ones(n, np.int64), 1, fixed, open_)
    most = np.clip(SEARCH / (limit + n / 20 + 20), LEAST_TURNS, MOST_TURNS)
    turns = int(LEAST_TURNS * (most / LEAST_TURNS) ** (seed % 64 / 63))
    return searched(part, line.order[: line.reach(limit)], 1e9, seed, turns=turns)


def put_first(task: Task, line: Line, low: int, found: Ints, high: int, bend: Floats) -> Line | None:
    """The order with a set at its beginning: the first ``low`` of it stay, the others of it are lined up.

    Then come those up to place ``high`` who are not in it, in the better of two orders. None where the set
    is at the beginning already.
    """
    net, n = task.network, len(task.network)
    inside = np.zeros(n, np.bool_)
    inside[found] = True
    if inside[line.order[: len(found)]].all():
        return None
    here = ~inside
    inside[line.order[:low]] = False
    middle = line_up(net.start, net.ends, here, np.flatnonzero(inside), bend)
    rest = line.order[low:][here[line.order[low:]]]
    kept = Line.of(task, np.concatenate([line.order[:low], middle, rest]))
    behind = int(here[line.order[low:high]].sum())
    if behind < 2:
        return kept
    again = relined(task, kept, len(found), len(found) + behind, bend)
    return min(kept, again, key=lambda each: each.total)


def relayered(
    task: Task, line: Line, limit: int, low: int, high: int, within: int, bend: Floats, seed: int
) -> Line | None:
    """The first ``low`` stay; another set, out of the first ``within``, reaches the limit from there."""
    found = searched_anew(task, line, limit, low, within, seed)
    return put_first(task, line, low, found, high, bend)


def pinned(task: Task, line: Line, limit: int, low: int, bend: Floats, seed: int) -> Line | None:
    """Another set for a limit above that of the task, and then for that of the task a set that holds it."""
    found = searched_anew(task, line, limit, low, int((task.open_ | task.fixed).sum()), seed)
    first = put_first(task, line, low, found, line.reach(task.limit), bend)
    return None if first is None else completed(task, first, len(found), bend, seed)


def crossed(task: Task, line: Line, other: Line, limit: int, seed: int) -> Line:
    """The beginning of another order, up to a limit; then a set for the task's limit that holds it."""
    bend = np.ones(len(task.network))
    found = other.order[: other.reach(limit)]
    begun = put_first(task, line, 0, found, 0, bend) or line
    return completed(task, begun, len(found), bend, seed)


def completed(task: Task, line: Line, low: int, bend: Floats, seed: int) -> Line:
    """The first ``low`` stay; behind them few who reach the limit: by reinsertion, then search."""
    movable = int((task.open_ | task.fixed).sum())
    reach = line.reach(task.limit)
    if reach <= low:
        return line
    fewer = with_reinsertion(_fixed(task, line.order[:low]), line.order[:reach])
    first = put_first(task, line, low, fewer, reach, bend) or line
    last = searched_anew(task, first, task.limit, low, movable, seed)
    return put_first(task, first, low, last, first.reach(max(task.limit // 2, 1)), bend) or first


def _fixed(task: Task, parties: Ints) -> Task:
    fixed = np.zeros(len(task.network), np.bool_)
    fixed[parties] = True
    return Task(task.network, task.limit, task.cost, task.scale, fixed, task.open_ & ~fixed)
