"""Every answer against trying everything, on many small graphs; and no order is above a plain rule."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest

from tests.network.breaking import graphs
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.best_k import best_k
from yalu.network.breaking.dismantle import dismantle
from yalu.network.breaking.layering import Line
from yalu.network.breaking.min_cut import min_cut
from yalu.network.breaking.min_set import min_set, ruled
from yalu.network.breaking.rivals import lines, undercut
from yalu.network.breaking.task import Task, clock, silent

SEEDS = range(60)


def small(seed: int) -> Network:
    """A connected graph of two to ten parties, thin or dense."""
    return graphs.drawn(4 + seed % 7, 1.5 + seed % 4, seed).largest()


def test_min_set_is_the_least_of_all_sets() -> None:
    for seed in SEEDS:
        network = small(seed)
        n, limit = len(network), 1 + seed % 3
        found = min_set(Task.of(network, limit), budget=1, seed=seed)
        least = graphs.cheapest_set(network, limit, [1] * n, set(range(n)), set())
        assert (found.cost, found.proven) == (least, True), seed


def test_best_k_leaves_the_fewest_pairs_of_all_choices() -> None:
    for seed in SEEDS:
        network = small(seed)
        k = min(1 + seed % 3, len(network))
        found = best_k(Task.of(network, len(network)), k, budget=0.02, seed=seed)
        least = min(graphs.pairs(network, chosen) for chosen in combinations(range(len(network)), k))
        assert (found.pairs, found.proven) == (least, True), seed


def test_min_cut_is_the_cheapest_of_all_cuts() -> None:
    tried = 0
    for seed in SEEDS:
        network = small(seed)
        n = len(network)
        near = set(network.ends[: network.start[1]].tolist())
        far = next((i for i in range(n - 1, 0, -1) if i not in near), None)
        if far is None:
            continue
        tried += 1
        cost = {party: 1 + (7 * seed + i) % 5 * 2**33 for i, party in enumerate(network.ids)}
        found = min_cut(network, [network.ids[0]], [network.ids[far]], cost)
        least = min(
            sum(cost[network.ids[i]] for i in chosen)
            for many in range(n - 1)
            for chosen in combinations(sorted(set(range(n)) - {0, far}), many)
            if not any({0, far} <= group for group in graphs.groups(network, chosen))
        )
        assert sum(cost[party] for party in found.parties) == least, seed
    assert tried > 30


@pytest.mark.parametrize("seed", range(6))
def test_no_order_that_begins_with_the_fewest_is_better(seed: int) -> None:
    """Of all orders of six or seven parties, unless one that a plain rule gives forbids the fewest."""
    network = graphs.drawn(7, 2.5 + seed % 2, seed).largest()
    n = len(network)
    task = Task.of(network, 2)
    found = dismantle(task, budget=1.5, seed=seed)
    sizes = {
        gone: graphs.largest(network, gone) for many in range(n + 1) for gone in combinations(range(n), many)
    }
    least = min(
        sum(sizes[tuple(sorted(order[:i]))] for i in range(1, n + 1))
        for order in permutations(range(n))
        if sizes[tuple(sorted(order[: found.k]))] <= 2
    )
    assert round(found.robustness * n**2) == least
    assert len(found.found.chosen) == graphs.cheapest_set(network, 2, [1] * n, set(range(n)), set())


@pytest.mark.parametrize("seed", range(3))
def test_it_is_above_no_plain_rule(seed: int) -> None:
    network = graphs.drawn(120, 3, seed).largest()
    task = Task.of(network, len(network) // 10)
    found = dismantle(task, budget=1, seed=seed)
    rules = lines(task, ruled(task, clock(20), 0, silent))
    assert found.k <= min(each.reach(task.limit) for each in rules)
    assert round(found.robustness * len(network) ** 2) <= min(each.total for each in rules)


def two_halves() -> Network:
    """Two rings of eight with chords, tied by one party in the middle; and the fewest do not begin there."""
    ring = [(f"{side}{i}", f"{side}{(i + j) % 8}") for side in "ab" for i in range(8) for j in (1, 2)]
    return Network.from_pairs([*ring, ("a0", "middle"), ("b0", "middle")])


def test_where_the_fewest_break_it_slower_than_a_rule_more_may_go() -> None:
    network = two_halves()
    task = Task.of(network, len(network) // 4)
    slow = Line.of(task, np.arange(len(network)))
    rival = min(lines(task, ruled(task, clock(20), 0, silent)), key=lambda each: each.total)
    found = undercut(task, slow, [rival], 1.0, 0)
    assert found.total <= rival.total and found.reach(task.limit) <= rival.reach(task.limit)
    assert sorted(found.order.tolist()) == list(range(len(network)))
