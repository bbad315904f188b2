"""All shortest paths, and what a party holds together, against plain search."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.network.networks import graph
from yalu.graph.graph import Undirected
from yalu.network.expansion.separate import Separate
from yalu.network.expansion.shortest import shortest, steps_from

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16)


def every_path(net: Undirected, start: int, goals: set[int]) -> list[tuple[int, ...]]:
    """Breadth first, whole paths: the first level at which a goal is met."""
    level: list[tuple[int, ...]] = [(start,)]
    while level:
        level = [(*path, int(o)) for path in level for o in net.neighbors(path[-1]) if int(o) not in path]
        if met := [path for path in level if path[-1] in goals]:
            return met
    return []


@given(PAIRS, st.integers(0, 7), st.sets(st.integers(0, 7), max_size=3))
def test_all_shortest_paths_are_found_and_counted(
    pairs: list[tuple[int, int]], start: int, goals: set[int]
) -> None:
    net = graph(pairs, 8).undirected()
    found = shortest(net, start, goals, 10_000)
    expected = every_path(net, start, goals - {start})
    if not expected:
        assert found is None
        return
    assert found is not None
    assert sorted(found.routes) == sorted(expected)
    assert (found.length, found.number) == (len(expected[0]) - 1, len(expected))
    some = shortest(net, start, goals, 1)
    assert some is not None and (len(some.routes), some.number) == (1, len(expected))


def test_very_many_paths_are_counted_without_being_told() -> None:
    """Forty squares in a row: 2 ^ 40 shortest paths."""
    pairs = [(3 * i + a, 3 * i + b) for i in range(40) for a, b in ((0, 1), (0, 2), (1, 3), (2, 3))]
    found = shortest(graph(pairs).undirected(), 0, [120], 5)
    assert found is not None
    assert (found.length, found.number, len(found.routes)) == (80, 2**40, 5)
    assert all(len(set(r)) == 81 for r in found.routes)


@given(PAIRS)
def test_groups_without_a_party_are_those_that_search_finds(pairs: list[tuple[int, int]]) -> None:
    net = graph(pairs, 8).undirected()
    separate = Separate(net)
    for node in range(8):
        rest = graph([p for p in pairs if node not in p], 8).undirected()
        expected: dict[int, set[int]] = {}
        for other in map(int, net.neighbors(node)):
            reached = {i for i, steps in enumerate(steps_from(rest, other)) if steps >= 0}
            expected[min(reached)] = expected.get(min(reached), set()) | {other}
        found = separate.without(node)
        assert sorted(map(sorted, found)) == sorted(map(sorted, expected.values()))
        together = {i for i, steps in enumerate(steps_from(net, node)) if steps >= 0}
        assert {i for i in range(8) if separate.group[i] == separate.group[node]} == together


def test_a_long_chain_needs_no_deep_stack() -> None:
    pairs = list(pairwise(range(5_000)))
    assert len(Separate(graph(pairs).undirected()).without(2_500)) == 2
