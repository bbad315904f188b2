"""The cheapest cut against all cuts, and the routes that prove it."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np
import pytest

from tests.network.breaking import graphs
from yalu.errors import UsageError
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.min_cut import min_cut


def apart(network: Network, gone: set[int], one: set[int], other: set[int]) -> bool:
    return not any(group & one and group & other for group in graphs.groups(network, gone))


def by_trying(network: Network, cost: list[int], one: set[int], other: set[int]) -> int | None:
    inner = [i for i in range(len(network)) if i not in one | other]
    costs = [
        sum(cost[i] for i in chosen)
        for many in range(len(inner) + 1)
        for chosen in combinations(inner, many)
        if apart(network, set(chosen), one, other)
    ]
    return min(costs, default=None)


@pytest.mark.parametrize("block", range(10))
def test_it_equals_the_cheapest_of_all_cuts(block: int) -> None:
    """Fifty networks each, 500 in all; costs of all sizes, some above 32 bits."""
    for seed in range(block * 50, block * 50 + 50):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(4, 13))
        network = graphs.drawn(n, float(rng.uniform(1, 5)), seed)
        parties = rng.permutation(n)[: 1 + n // 3].tolist()
        one, other = set(parties[::2]), set(parties[1::2])
        if not other:
            one, other = {parties[0]}, {(parties[0] + 1) % n}
        high = int(rng.choice([1, 5, 2**40]))
        cost = rng.integers(1, high + 1, n).tolist()
        costs = {network.ids[i]: cost[i] for i in range(n)}
        ends = [network.ids[i] for i in one], [network.ids[i] for i in other]
        least = by_trying(network, cost, one, other)
        if least is None:
            with pytest.raises(UsageError, match="No cut exists"):
                min_cut(network, *ends, costs)
            continue
        cut = min_cut(network, *ends, costs)
        assert cut.cost == cut.flow == least
        assert apart(network, {network.ids.index(p) for p in cut.parties}, one, other)
        assert len(cut.routes) == by_trying(network, [1] * n, one, other)
        inner = [party for route in cut.routes for party in route[1:-1]]
        assert len(inner) == len(set(inner))
        near = graphs.neighbors(network)
        for route in cut.routes:
            way = [network.ids.index(p) for p in route]
            assert way[0] in one and way[-1] in other
            assert all(b in near[a] for a, b in pairwise(way))


def test_costs_that_32_bits_cannot_hold_are_added_exactly() -> None:
    ties = [("p", "a"), ("p", "b"), ("a", "c"), ("b", "c"), ("c", "bank")]
    network = Network.from_pairs(ties)
    cut = min_cut(network, ["p"], ["bank"], {"a": 2**31, "b": 2**31, "c": 2**32 + 1})
    assert (set(cut.parties), cut.cost) == ({"a", "b"}, 2**32)
    exact = min_cut(network, ["p"], ["bank"], {"a": "0.1", "b": 0.2, "c": Fraction(1, 3)})
    assert (set(exact.parties), exact.cost) == ({"a", "b"}, Fraction(3, 10))
    with pytest.raises(UsageError, match="64 bits"):
        min_cut(network, ["p"], ["bank"], {"a": 2**62})


def test_forbidden_parties_are_not_candidates() -> None:
    network = Network.from_pairs([("p", "a"), ("a", "b"), ("b", "bank")])
    assert min_cut(network, ["p"], ["bank"], {"a": 1, "b": 5}).parties == ("a",)
    assert min_cut(network, ["p"], ["bank"], {"a": 1, "b": 5}, forbidden=["a"]).parties == ("b",)
    with pytest.raises(UsageError, match="p - a - b - bank is a way"):
        min_cut(network, ["p"], ["bank"], forbidden=["a", "b"])


def test_ends_must_be_known_and_apart() -> None:
    network = Network.from_pairs([("p", "a"), ("a", "bank"), ("x", "y")])
    with pytest.raises(UsageError, match="nobody is in no tie"):
        min_cut(network, ["nobody"], ["bank"])
    with pytest.raises(UsageError, match="p is at both ends"):
        min_cut(network, ["p"], ["p"])
    none = min_cut(network, ["p"], ["x"])
    assert (none.parties, none.cost, none.routes) == ((), 0, ())
