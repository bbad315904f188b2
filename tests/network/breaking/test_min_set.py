"""The smallest set against all sets, its order against the definition, and what costs and bans change."""

from __future__ import annotations

import numpy as np
import pytest

from tests.network.breaking import graphs
from yalu.errors import UsageError
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.dismantle import dismantle
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.min_set import beginning, min_set, proven
from yalu.network.breaking.ordering import order, robustness
from yalu.network.breaking.task import Task, clock, exact_costs, silent
from yalu.network.breaking.unions import curve


@pytest.mark.parametrize("seed", range(12))
def test_the_set_is_the_smallest_and_proven(seed: int) -> None:
    network = graphs.drawn(4 + seed % 7, 3, seed).largest()
    n, limit = len(network), 1 + seed % 3
    found = min_set(Task.of(network, limit), budget=2, seed=seed)
    assert found.proven
    assert graphs.largest(network, found.chosen.tolist()) <= limit
    every = set(range(n))
    assert found.cost == len(found.chosen) == graphs.cheapest_set(network, limit, [1] * n, every, set())


@pytest.mark.parametrize("seed", range(8))
def test_costs_fixed_and_forbidden_parties_count(seed: int) -> None:
    network = graphs.drawn(9, 3, seed).largest()
    n = len(network)
    rng = np.random.default_rng(seed)
    cost = rng.integers(1, 9, n).tolist()
    must, never = {0}, {1}
    may = set(range(n)) - never
    task = Task.of(
        network,
        2,
        costs={network.ids[i]: c for i, c in enumerate(cost)},
        fixed=[network.ids[0]],
        forbidden=[network.ids[1]],
    )
    found = min_set(task, budget=2, seed=seed)
    assert found.proven and must <= set(found.chosen.tolist()) <= may
    assert graphs.largest(network, found.chosen.tolist()) <= 2
    assert found.cost == graphs.cheapest_set(network, 2, cost, may, must)


@pytest.mark.parametrize(("n", "ties"), [(60, 3), (150, 2.5), (200, 6)])
def test_the_order_reaches_the_limit_with_its_first_k(n: int, ties: float) -> None:
    network = graphs.drawn(n, ties, n).largest()
    task = Task.of(network, len(network) // 10)
    found = dismantle(task, budget=0.7, seed=1)
    line = found.order.tolist()
    assert sorted(line) == list(range(len(network)))
    assert (
        graphs.largest(network, line[: found.k]) <= task.limit < graphs.largest(network, line[: found.k - 1])
    )
    assert found.robustness == pytest.approx(graphs.robustness(network, line), abs=1e-12)
    assert found.found.bound <= found.found.cost == len(found.found.chosen) <= found.k
    assert graphs.largest(network, found.found.chosen.tolist()) <= task.limit
    after = curve(network.start, network.ends, found.order)
    assert [graphs.largest(network, line[:i]) for i in range(len(line) + 1)] == after.tolist()


def test_search_and_annealing_better_what_a_rule_gives() -> None:
    network = graphs.drawn(300, 4, 5).largest()
    task = Task.of(network, len(network) // 10)
    first, _ = beginning(task, clock(5), 0, silent)
    better = searched(task, first, 20, 0, turns=3000)
    assert len(better) < len(first)
    assert graphs.largest(network, better.tolist()) <= task.limit
    quick = order(task, better, budget=20, rounds=0)
    slow = order(task, better, budget=1, rounds=1)
    assert robustness(task, slow) < robustness(task, quick)
    assert graphs.largest(network, slow[: len(better)].tolist()) <= task.limit


def test_the_proof_finds_a_cheaper_set_than_the_one_that_it_was_given() -> None:
    network = graphs.drawn(40, 3, 2).largest()
    everybody = np.arange(len(network))
    proof = proven(Task.of(network, 5), everybody, clock(20))
    assert proof.proven and proof.cost < len(network)
    assert graphs.largest(network, proof.best.tolist()) <= 5


def test_forbidden_parties_go_last_and_never_into_the_set() -> None:
    star = Network.from_pairs([("hub", f"leaf{i}") for i in range(12)])
    found = dismantle(Task.of(star, 1, forbidden=["hub"]), budget=0.3)
    assert found.k == 12 and found.found.proven
    assert star.ids[found.order[-1]] == "hub"
    assert dismantle(Task.of(star, 1), budget=0.3).k == 1


def test_where_forbidden_parties_hold_together_no_answer_exists() -> None:
    line = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d")])
    with pytest.raises(UsageError, match="a group of 3"):
        Task.of(line, 2, forbidden=["a", "b", "c"])
    with pytest.raises(UsageError, match="a is fixed and forbidden"):
        Task.of(line, 2, forbidden=["a"], fixed=["a"])


def test_costs_are_exact_or_refused() -> None:
    whole, scale = exact_costs(["0.1", 0.2, 3, "0.25"])
    assert (whole.tolist(), scale) == ([2, 4, 60, 5], 20)
    assert exact_costs([2**40, 1])[0].tolist() == [2**40, 1]
    with pytest.raises(UsageError, match="64 bits"):
        exact_costs([2**61, 2**61])
    with pytest.raises(UsageError, match="not above zero"):
        exact_costs([1, 0])


def test_costs_above_32_bits_decide_rightly() -> None:
    line = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    found = dismantle(Task.of(line, 2, costs={"c": 2**40 + 1, "b": 2**39, "d": 2**39}), budget=0.3)
    assert found.found.proven and found.found.cost == 2**39 + 1
