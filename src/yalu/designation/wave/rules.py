"""The plain rules beside a wave: most ties, or most shortest ways, counted anew after each removal."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from yalu.designation.wave.problem import Problem
from yalu.designation.wave.search import Ways
from yalu.network.breaking.arrays import Flags, Floats, Network
from yalu.network.breaking.betweenness import betweenness

DEGREE, BETWEENNESS = "degree", "betweenness"


def by_rule(
    network: Network,
    problem: Problem,
    rule: str,
    left: Callable[[], float] = lambda: 1.0,
    *,
    at_once: int = 1,
) -> list[str] | None:
    """The parties that a rule strikes, in order, within the limits; None where its time ended.

    Counted in the whole network, over the parties that may be struck; of equal ones the first goes. A party
    is passed over where no authority that may list it has room. ``at_once`` go before it is counted again.
    """
    ways = Ways.of(problem)
    node = {i: problem.reduced.node.get(party, -1) for i, party in enumerate(network.ids)}
    here = np.ones(len(network), np.bool_)
    open_ = np.array([node[i] >= 0 for i in range(len(network))], np.bool_)
    room, money = ways.room.copy(), problem.money
    order: list[str] = []
    score, counted = np.zeros(len(network)), 0
    while open_.any():
        if left() <= 0:
            return None
        if len(order) >= counted:
            score, counted = _score(network, here, rule), len(order) + at_once
        score[~open_] = -1.0
        party = int(np.argmax(score))
        open_[party] = False
        mine = range(int(ways.start[node[party]]), int(ways.start[node[party] + 1]))
        way = next((w for w in mine if ways.cost[w] <= money and (ways.use[w] <= room).all()), None)
        if way is None:
            continue
        room -= ways.use[way]
        money -= int(ways.cost[way])
        here[party] = False
        order.append(network.ids[party])
        if money <= 0:
            break
    return order


def _score(network: Network, here: Flags, rule: str) -> Floats:
    if rule == BETWEENNESS:
        return betweenness(network.start, network.ends, here)
    owner = np.repeat(np.arange(len(network)), network.degrees)
    both = here[owner] & here[network.ends]
    return np.bincount(owner[both], minlength=len(network)).astype(np.float64)
