"""The inner loops against plain definitions, on small networks of every shape."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.network.networks import by_chance, net, ring, star
from yalu.graph import compile_in
from yalu.network.structure import kernels
from yalu.network.structure.measures import fewest_removals, freeman, gini, measure
from yalu.network.structure.net import Net
from yalu.network.structure.nulls import random_networks, rewirings
from yalu.network.structure.orders import by_ties, largest_after

MAKE = compile_in(None)
PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=16)


def beside(one: Net) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {i: set() for i in range(one.n)}
    for a, b in zip(one.near.tolist(), one.far.tolist(), strict=True):
        found[a].add(b)
        found[b].add(a)
    return found


def groups(one: Net, gone: set[int]) -> list[int]:
    """The sizes of the groups that are left."""
    tied, left, sizes = beside(one), set(range(one.n)) - gone, []
    while left:
        front = {left.pop()}
        size = 0
        while front:
            size += len(front)
            left -= front
            front = {o for p in front for o in tied[p]} & left
        sizes.append(size)
    return sizes


def all_shortest(tied: dict[int, set[int]], a: int, b: int) -> list[tuple[int, ...]]:
    routes: list[tuple[int, ...]] = [(a,)]
    while routes:
        done = [r for r in routes if r[-1] == b]
        if done:
            return done
        routes = [(*r, o) for r in routes for o in tied[r[-1]] if o not in r]
    return []


@given(PAIRS)
@settings(max_examples=40)
def test_betweenness_is_the_share_of_shortest_paths(pairs: list[tuple[int, int]]) -> None:
    one = net(pairs, 8)
    expected = np.zeros(one.n)
    for a, b in combinations(range(one.n), 2):
        routes = all_shortest(beside(one), a, b)
        for route in routes:
            for middle in route[1:-1]:
                expected[middle] += 1 / len(routes)
    indptr, indices, _ = one.rows()
    here, pivots = np.ones(one.n, np.bool_), np.arange(one.n)
    assert kernels.betweenness(indptr, indices, here, pivots) == pytest.approx(expected)


@given(PAIRS, st.integers(1, 3))
@settings(max_examples=40)
def test_the_fewest_pairs_are_those_of_the_best_choice(pairs: list[tuple[int, int]], k: int) -> None:
    one = net(pairs, 8)
    indptr, indices, _ = one.rows()
    chosen, left = kernels.fewest_pairs(indptr, indices, np.arange(one.n), k)

    def pairs_left(gone: set[int]) -> int:
        return sum(s * (s - 1) // 2 for s in groups(one, gone))

    assert left == pairs_left(set(chosen.tolist())) and len(set(chosen.tolist())) == k
    best = min(pairs_left(set(some)) for some in combinations(range(one.n), k))
    assert left >= best and (k > 1 or left == best)


@given(PAIRS)
@settings(max_examples=40)
def test_the_curve_of_an_order_is_that_of_removing_one_after_the_other(pairs: list[tuple[int, int]]) -> None:
    one = net(pairs, 8)
    indptr, indices, _ = one.rows()
    order = by_ties(indptr, indices, np.ones(one.n, np.bool_))
    assert sorted(order.tolist()) == list(range(one.n))
    tied = beside(one)
    for step, party in enumerate(order.tolist()):
        left = set(range(one.n)) - set(order[:step].tolist())
        assert len(tied[party] & left) == max(len(tied[p] & left) for p in left)
    curve = largest_after(indptr, indices, order)
    for step in range(one.n + 1):
        assert curve[step] == max(groups(one, set(order[:step].tolist())), default=0)


def test_compiled_and_plain_are_one() -> None:
    one = net(by_chance(30, 60, 1)).largest(MAKE)
    indptr, indices, _ = one.rows()
    here, all_of = np.ones(one.n, np.bool_), np.arange(one.n)
    for function, arguments in (
        (kernels.betweenness, (indptr, indices, here, all_of)),
        (kernels.components, (indptr, indices, here)),
        (by_ties, (indptr, indices, here)),
        (largest_after, (indptr, indices, all_of[::-1].copy())),
    ):
        assert MAKE(function)(*arguments) == pytest.approx(function(*arguments))
    plain, compiled = (
        f(indptr, indices, all_of, 2) for f in (kernels.fewest_pairs, MAKE(kernels.fewest_pairs))
    )
    assert plain[1] == compiled[1] and plain[0].tolist() == compiled[0].tolist()


def test_rewirings_keep_every_degree_and_stay_joined() -> None:
    one = net(by_chance(40, 60, 3)).largest(MAKE)
    degrees = Counter(one.near.tolist() + one.far.tolist())
    chain = rewirings(one, np.random.default_rng(0), MAKE)
    seen = set()
    for _ in range(20):
        other = next(chain)
        pairs = {(min(p), max(p)) for p in zip(other.near.tolist(), other.far.tolist(), strict=True)}
        assert len(pairs) == one.m and all(a != b for a, b in pairs)
        assert Counter(other.near.tolist() + other.far.tolist()) == degrees
        assert groups(other, set()) == [one.n]
        seen.add(frozenset(pairs))
    assert len(seen) > 15


def test_every_joined_network_of_the_same_degrees_is_reached_alike() -> None:
    """A path of five parties: 60 networks of these degrees if names are told apart, 6 with ends fixed."""
    chain = rewirings(net([(0, 1), (1, 2), (2, 3), (3, 4)]), np.random.default_rng(5), MAKE)
    seen = Counter[tuple[tuple[int, int], ...]]()
    for _ in range(3_000):
        other = next(chain)
        seen[
            tuple(sorted((min(p), max(p)) for p in zip(other.near.tolist(), other.far.tolist(), strict=True)))
        ] += 1
    paths = {
        tuple(sorted((min(p), max(p)) for p in zip((0, *mid), (*mid, 4), strict=True)))
        for mid in permutations((1, 2, 3))
    }
    assert set(seen) == paths
    assert all(400 < many < 600 for many in seen.values())


def test_random_networks_draw_every_pair_alike() -> None:
    drawn = random_networks(5, 3, np.random.default_rng(2))
    seen = Counter[tuple[int, int]]()
    for _ in range(2_000):
        one = next(drawn)
        pairs = list(zip(one.near.tolist(), one.far.tolist(), strict=True))
        assert len(set(pairs)) == 3 and all(0 <= a < b < 5 for a, b in pairs)
        seen.update(pairs)
    assert len(seen) == 10 and all(500 < many < 700 for many in seen.values())


def test_the_measures_of_a_star_and_a_ring_are_known() -> None:
    one = measure(net(star(20)), MAKE)
    assert (one.freeman, one.broken, one.dependence[0]) == (1.0, 1, 1.0)
    assert one.robustness == pytest.approx(19 / 400)
    other = measure(net(ring(20)), MAKE)
    assert (other.freeman, other.gini) == (0.0, pytest.approx(0.0))
    assert other.dependence[0] == pytest.approx(1 - 19 * 18 / (20 * 19))
    assert freeman(np.zeros(2)) == 0.0 and gini(np.array([0.0, 0.0, 1.0])) == pytest.approx(2 / 3)


@given(PAIRS)
@settings(max_examples=30)
def test_no_fewer_than_the_bound_are_ever_enough(pairs: list[tuple[int, int]]) -> None:
    one = net(pairs, 8)
    enough = next(
        k
        for k in range(9)
        if any(max(groups(one, set(c)), default=0) <= 1 for c in combinations(range(8), k))
    )
    assert fewest_removals(one) <= enough <= measure(one, MAKE).broken
