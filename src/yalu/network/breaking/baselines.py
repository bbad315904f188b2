"""The plain rules that everybody uses: what they need to reach the limit, alone and with reinsertion."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.betweenness import betweenness
from yalu.network.breaking.rankings import by_degree, core, influence
from yalu.network.breaking.reinsertion import take_back
from yalu.network.breaking.spectral import spectral
from yalu.network.breaking.task import Task
from yalu.network.breaking.unions import curve

Left = Callable[[], float]
BETWEENNESS = 5_000
"""Up to so many parties betweenness is computed anew after each removal."""
INFLUENCE, SPECTRAL = 100_000, 20_000
RULES = ("CoreHD", "adaptive degree", "degree", "CI", "GND", "betweenness", "adaptive betweenness")
"""The quick ones first."""


def baseline(rule: str, task: Task, left: Left, seed: int = 0) -> Ints | None:
    """The parties that go by a rule, in order, until no group is above the limit.

    None where the network is too large for the rule, or where its time ran out.
    """
    net, n = task.network, len(task.network)
    first = np.flatnonzero(task.fixed)
    if rule == "degree":
        return cut_off(task, np.argsort(-net.degrees, kind="stable"))
    if rule == "adaptive degree":
        return cut_off(task, first[:0])
    if rule == "CoreHD":
        return cut_off(task, core(net.start, net.ends, task.open_))
    if rule == "CI":
        return cut_off(task, influence(net.start, net.ends, 2)) if n <= INFLUENCE else None
    if rule == "GND":
        if n > SPECTRAL:
            return None
        chosen = spectral(net, task.cost, task.limit, task.open_ | task.fixed, seed, left)
        return None if chosen is None else cut_off(task, chosen)
    if n > BETWEENNESS:
        return None
    if rule == "betweenness":
        score = betweenness(net.start, net.ends, np.ones(n, np.bool_))
        return cut_off(task, np.argsort(-score, kind="stable"))
    return _adaptive_betweenness(task, left)


def cut_off(task: Task, order: Ints) -> Ints:
    """The beginning of an order that reaches the limit; where it does not suffice, by adaptive degree on.

    Fixed parties come first, and those who may not go are passed over.
    """
    net = task.network
    first = np.flatnonzero(task.fixed)
    order = np.concatenate([first, order[task.open_[order]]])
    left = np.ones(len(net), np.bool_)
    left[order] = False
    order = np.concatenate([order, by_degree(net.start, net.ends, left, task.open_)])
    enough = int(np.argmax(curve(net.start, net.ends, order) <= task.limit))
    return order[: max(enough, len(first))]


def with_reinsertion(task: Task, chosen: Ints) -> Ints:
    """Those of a set who must go when each that can is taken back; fixed parties stay in it."""
    net = task.network
    fixed = chosen[task.fixed[chosen]]
    if not len(fixed):
        return take_back(net.start, net.ends, chosen, task.cost, task.limit)[0]
    left = ~task.fixed
    number = np.cumsum(left) - 1
    part = net.within(left)
    members = np.flatnonzero(left)
    free = number[chosen[~task.fixed[chosen]]]
    out = take_back(part.start, part.ends, free, task.cost[members], task.limit)[0]
    return np.concatenate([fixed, members[out]])


def _adaptive_betweenness(task: Task, left: Left) -> Ints | None:
    net, n = task.network, len(task.network)
    here = ~task.fixed
    gone = np.flatnonzero(task.fixed).tolist()
    at_once = max(1, n // 1000)
    while True:
        part = net.within(here)
        labels = part.groups() if len(part) else np.zeros(0, np.int64)
        if not len(labels) or np.bincount(labels).max() <= task.limit:
            return np.array(gone, np.int64)
        if left() <= 0:
            return None
        inside = np.zeros(n, np.bool_)
        inside[np.flatnonzero(here)[labels == np.bincount(labels).argmax()]] = True
        score = betweenness(net.start, net.ends, inside)
        score[~(inside & task.open_)] = -1.0
        top = np.argsort(-score, kind="stable")[:at_once]
        top = top[score[top] >= 0]
        if not len(top):
            return None
        gone.extend(top.tolist())
        here[top] = False
