"""The k that leave the fewest connected pairs, against all choices."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.network.breaking import graphs
from yalu.network.breaking import best_k as module
from yalu.network.breaking.best_k import best_k
from yalu.network.breaking.task import Task


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("way", ["every choice", "program"])
def test_it_is_the_best_of_all_choices(seed: int, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "program":
        monkeypatch.setattr(module, "CHOICES", 0)
    network = graphs.drawn(11, 3, seed).largest()
    k = min(1 + seed % 3, len(network))
    found = best_k(Task.of(network, len(network)), k, budget=1, seed=seed)
    least = min(graphs.pairs(network, chosen) for chosen in combinations(range(len(network)), k))
    assert found.proven and found.pairs == least == graphs.pairs(network, found.chosen.tolist())


def test_costs_fixed_and_forbidden_parties_count() -> None:
    network = graphs.drawn(10, 3, 7).largest()
    n = len(network)
    cost = [1 + i % 4 for i in range(n)]
    task = Task.of(
        network,
        n,
        costs={network.ids[i]: cost[i] for i in range(n)},
        fixed=[network.ids[2]],
        forbidden=[network.ids[0]],
    )
    found = best_k(task, 6, budget=3)
    least = min(
        graphs.pairs(network, chosen)
        for many in range(n)
        for chosen in combinations(range(1, n), many)
        if 2 in chosen and sum(cost[i] for i in chosen) <= 6
    )
    assert found.proven and found.pairs == least
    assert sum(cost[i] for i in found.chosen.tolist()) <= 6 and 2 in found.chosen


def test_search_alone_states_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHOICES", 0)
    monkeypatch.setattr(module, "PROVABLE", 0)
    network = graphs.drawn(60, 3, 1).largest()
    found = best_k(Task.of(network, len(network)), 4, budget=0.5)
    assert not found.proven and found.bound == 0
    assert found.pairs == graphs.pairs(network, found.chosen.tolist())
    most_ties = sorted(range(len(network)), key=lambda i: -int(network.degrees[i]))[:4]
    assert found.pairs <= graphs.pairs(network, most_ties)


def test_nothing_to_remove() -> None:
    network = graphs.drawn(10, 3, 7).largest()
    n = len(network)
    none = best_k(Task.of(network, n), 0, budget=1)
    assert (len(none.chosen), none.pairs, none.proven) == (0, n * (n - 1) // 2, True)
    everybody = best_k(Task.of(network, n), n + 5, budget=1)
    assert (everybody.pairs, everybody.proven) == (0, True)
