"""What is said of networks whose structure is known, and of the casebook's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.network.networks import by_chance, net, ring, star, two_blocks
from tests.sections import MEMO, TODAY, Sections
from yalu.graph import compile_in
from yalu.network.structure.analysis import analyse
from yalu.network.structure.material import Material, of_day
from yalu.network.structure.net import Net
from yalu.network.structure.routes import routes
from yalu.network.structure.words import QUESTIONS, phrases
from yalu.network.terminals import Terminals

MAKE = compile_in(None)


def told(one: Net, **more: Any) -> dict[str, Any]:
    return analyse(Material(one, **more), MAKE)


def answers(found: dict[str, Any]) -> tuple[str, str, str]:
    first, second, third = (found[q]["verdict"] for q in QUESTIONS)
    return first, second, third


def test_a_star_is_centralized_and_its_degrees_alone_make_it_so() -> None:
    found = told(net(star(40)))
    assert answers(found) == ("shown", "too thin", "shown")
    assert found["centralized"]["basis"] == found["vulnerable"]["basis"] == "fixed by its degrees"
    assert found["centralized"]["measures"]["random_networks"]["freeman"]["percentile"] == 100
    said = phrases(found)["centralized"].text
    assert said.startswith("Centralized: shown, fixed by its degrees.") and "200 random networks" in said


def test_a_ring_is_neither_centralized_nor_vulnerable() -> None:
    found = told(net(ring(40)))
    assert answers(found) == ("not shown", "too thin", "not shown")
    assert found["centralized"]["basis"] == "fixed by its degrees"
    assert found["centralized"]["measures"]["betweenness_centralization"] == 0


@pytest.mark.parametrize("seed", range(4))
def test_chance_is_not_taken_for_structure(seed: int) -> None:
    found = told(net(by_chance(50, 90, seed)))
    assert answers(found) == ("not shown", "too thin", "not shown")
    assert found["centralized"]["basis"] == "rewirings"


@pytest.mark.parametrize("seed", range(2))
def test_two_blocks_hang_on_their_bridge(seed: int) -> None:
    found = told(net(two_blocks(20, 50, 2, seed)))
    assert answers(found) == ("shown", "too thin", "shown")
    assert found["vulnerable"]["measures"]["rewirings"]["robustness"]["z"] < -3


@pytest.mark.parametrize("pairs", [[], [(0, 0)], [(0, 1)], [(0, 1), (1, 2), (2, 0)]])
def test_what_is_too_small_is_too_thin(pairs: list[tuple[int, int]]) -> None:
    found = told(net(pairs))
    assert answers(found) == ("too thin", "too thin", "too thin")
    assert all(phrase.text for phrase in phrases(found).values())


def test_the_same_seed_gives_the_same_and_another_does_not() -> None:
    one = net(by_chance(30, 50, 9))
    first, second, other = (
        analyse(Material(one), MAKE, seed=seed)["centralized"]["bootstraps"] for seed in (1, 1, 2)
    )
    assert first == second != other


def test_time_that_runs_out_is_told_and_decides_nothing() -> None:
    found = analyse(Material(net(by_chance(60, 100, 1))), MAKE, seconds=0)
    assert found["stopped"] and answers(found)[0] == answers(found)[2] == "too thin"
    assert "the time allowed 1 of 200 comparisons" in phrases(found)["vulnerable"].text


def test_what_rests_on_one_source_is_not_shown() -> None:
    """Two blocks by one source, joined by another: without the second nothing joins them."""
    one = net(two_blocks(20, 50, 2, 0))
    ids = one.ids
    across = {(a, b) for a, b in Material(one).pairs if (a < ids[20]) != (b < ids[20])}
    inner = [p for p in Material(one).pairs if p not in across]
    sources = {p: frozenset({"the only one"}) for p in across}
    sources |= {p: frozenset({"first", "second"}) for p in inner}
    found = told(one, sources=sources, since={"the only one": "2016-01-01"})
    assert answers(found)[0] == "not shown"
    assert found["centralized"]["why"] == "it rests on one source, the only one"
    assert "for it rests on one source" in phrases(found)["centralized"].text


def test_routes_are_as_many_as_the_parties_that_cut_them() -> None:
    """Two principals, two banks, two ways between them, one of which is two parties long; one tie direct."""
    one = net([(0, 2), (1, 2), (2, 5), (0, 3), (3, 4), (4, 6), (1, 6), (7, 7)], 8)
    found = routes(one, ("p000", "p001"), ("p005", "p006"))
    assert (found.disjoint, found.direct) == (2, 1)
    assert len(found.cut) == 2 and "p002" in found.cut
    assert routes(one, ("p000",), ()).disjoint == routes(one, ("p000",), ("p007",)).disjoint == 0
    both = told(one, ends=Terminals(("p000", "p001"), ("p005", "p006")))
    assert both["vulnerable"]["routes"]["disjoint"] == 2


def test_the_casebook_on_the_day_of_the_memo_shows_nothing_of_the_three(sections: Sections) -> None:
    found = analyse(of_day(sections.scope(MEMO)), MAKE)
    assert found["parties"] == 79 and found["largest_group"] == {"parties": 14, "ties": 13}
    assert answers(found) == ("not shown", "not shown", "not shown")
    assert abs(found["centralized"]["measures"]["rewirings"]["freeman"]["z"]) < 2
    assert {row["source"] for row in found["centralized"]["without_sources"]} >= {"Reuters", "Straits Times"}
    said = [one.text for one in sections.of("facilitators", MEMO).findings]
    assert set(said) >= {phrase.text for phrase in phrases(found).values()}


def test_principals_and_banks_are_those_of_the_day(sections: Sections) -> None:
    then, now = (of_day(sections.scope(day)).ends for day in (MEMO, TODAY))
    assert then and now
    assert "ofac-9345" in then.principals and "x-bank-arab" in then.banks
    assert not set(then.banks) & set(then.principals) and len(then.banks) < len(now.banks)
    listed = {s.party for s in sections.scope(TODAY).listings}
    assert not listed & set(now.banks)
