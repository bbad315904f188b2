"""How many there are that nobody named: estimates against published figures."""

from __future__ import annotations

import pytest

from tests.network.networks import net
from tests.sections import MEMO, Sections
from yalu.network.structure.limited import chao, chapman, limited
from yalu.network.structure.material import LISTS, Material, of_day


def test_chao_and_chapman_are_as_published() -> None:
    assert chao(64, 33, 11)[0] == pytest.approx(64 + 33**2 / 22)
    assert chao(10, 4, 0)[0] == 16 and chao(10, 0, 0) == (10, 10)
    low, high = chao(64, 33, 11)
    assert 64 < low < high
    number, error = chapman(10, 15, 5)
    assert number == pytest.approx(11 * 16 / 6 - 1)
    assert error == pytest.approx((11 * 16 * 5 * 10 / (36 * 7)) ** 0.5)
    assert chapman(8, 8, 8) == (8, 0)


def ties_by(named: dict[tuple[int, int], set[str]]) -> Material:
    one = net(named)
    ids = one.ids
    sources = {(ids[a], ids[b]): frozenset(s) for (a, b), s in named.items()}
    days = {s: f"2016-01-{i:02d}" for i, s in enumerate(sorted({s for t in named.values() for s in t}), 1)}
    return Material(one, sources=sources, since=days)


def test_a_network_that_three_sources_know_alike_is_limited() -> None:
    found = limited(ties_by({(i, i + 1): {"a", "b", "c"} for i in range(0, 60, 2)}))
    assert found and found.verdict == "shown"
    assert (found.coverage, found.chao1, found.parties) == (1.0, 60, 60)
    assert found.chapman and found.chapman["number"] == 60
    assert [row["new"] for row in found.discovery] == [60, 0, 0]


def test_one_of_which_most_is_named_once_is_not() -> None:
    named = {(i, i + 1): {"a"} for i in range(0, 60, 2)}
    assert (thin := limited(ties_by(named | {(60, 61): {"a", "b", "c"}}))) and thin.verdict == "too thin"
    named |= {(i, i + 1): {"a", "b", "c"} for i in range(60, 120, 2)}
    named |= {(i, i + 1): {"a", "b"} for i in range(120, 140, 2)}
    assert (open_ := limited(ties_by(named))) and open_.verdict == "not shown"
    assert limited(Material(net([(0, 1)]))) is None


def test_lists_that_copy_each_other_are_one_source(sections: Sections) -> None:
    found = of_day(sections.scope("2026-11-24"))
    named = {source for sources in found.sources.values() for source in sources}
    assert LISTS in named and not {"US Treasury OFAC", "UN Security Council"} & named
    assert all(day <= MEMO for day in of_day(sections.scope(MEMO)).since.values())
