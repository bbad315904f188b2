"""Rules, reinsertion, and the measures beneath them, against plain Python."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.network.breaking import graphs
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.baselines import RULES, baseline, with_reinsertion
from yalu.network.breaking.betweenness import betweenness
from yalu.network.breaking.connected_sets import light_groups, packing
from yalu.network.breaking.task import Task, clock


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_reaches_the_limit_and_reinsertion_keeps_it(rule: str) -> None:
    network = graphs.drawn(80, 4, 3).largest()
    never, must = network.ids[5], network.ids[9]
    task = Task.of(network, 8, forbidden=[never], fixed=[must])
    plain = baseline(rule, task, clock(60))
    assert plain is not None
    fewer = with_reinsertion(task, plain)
    assert set(fewer.tolist()) <= set(plain.tolist()) and len(fewer) <= len(plain)
    for chosen in (plain.tolist(), fewer.tolist()):
        assert graphs.largest(network, chosen) <= 8
        assert len(chosen) == len(set(chosen)) and 5 not in chosen and 9 in chosen


def test_a_rule_that_has_no_time_gives_no_set() -> None:
    task = Task.of(graphs.drawn(80, 4, 3).largest(), 8)
    assert baseline("adaptive betweenness", task, clock(-1)) is None
    assert baseline("GND", task, clock(-1)) is None


def test_betweenness_of_a_line_and_a_star() -> None:
    line = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d")])
    assert betweenness(line.start, line.ends, np.ones(4, np.bool_)).tolist() == [0, 2, 2, 0]
    star = Network.from_pairs([("hub", f"leaf{i}") for i in range(5)])
    assert betweenness(star.start, star.ends, np.ones(6, np.bool_)).tolist() == [10, 0, 0, 0, 0, 0]
    square = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    assert betweenness(square.start, square.ends, np.ones(4, np.bool_)).tolist() == [0.5] * 4


@pytest.mark.parametrize("seed", range(6))
def test_a_row_asks_no_more_than_any_set_must_give(seed: int) -> None:
    """Of each group at least as many must go as the row says: no smaller part of it breaks the group."""
    network = graphs.drawn(14, 4, seed).largest()
    n = len(network)
    here = np.ones(n, np.bool_)
    limit = 3
    found, need = light_groups(network.start, network.ends, np.zeros(n), here, np.arange(n), limit, 3, seed)
    assert need.max() > 1
    for padded, needed in zip(found, need.tolist(), strict=True):
        group = set(padded[padded >= 0].tolist())
        outside = set(range(n)) - group
        for many in range(needed):
            for chosen in combinations(sorted(group), many):
                assert graphs.largest(network, outside | set(chosen)) > limit
    bound = packing(network.start, network.ends, here, np.ones(n, np.int64), limit + 1)
    assert 1 <= bound <= graphs.cheapest_set(network, limit, [1] * n, set(range(n)), set())


def test_loops_and_repeats_are_dropped_and_the_largest_group_is_kept() -> None:
    network = Network.from_pairs([("a", "a"), ("b", "c"), ("c", "b"), ("c", "d"), ("x", "y"), ("z", "z")])
    assert (len(network), network.ties) == (7, 3)
    largest = network.largest()
    assert (list(largest.ids), largest.ties, largest.degrees.tolist()) == (["b", "c", "d"], 2, [1, 2, 1])
    assert len(Network.from_pairs([]).largest()) == 0
