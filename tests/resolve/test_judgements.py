"""Judgements override what was found, at once, and are taken back without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.resolve.made import grouped, parties, record, resolution, said
from yalu.resolve.decision import decide
from yalu.resolve.grouping import Grouped
from yalu.resolve.resolution import Resolution

NUMBER = "8909915"


@pytest.fixture(scope="module")
def ships(tmp_path_factory: pytest.TempPathFactory) -> Resolution:
    """Three records of one ship, and one of another kind that nothing joins."""
    return resolution(
        tmp_path_factory.mktemp("made"),
        record("x-1", "Vessel", "EVER BRIGHT 88", imoNumber=NUMBER),
        record("y-1", "Vessel", "FAN KE", imoNumber=NUMBER),
        record("z-1", "Vessel", "BRIGHT STAR", imoNumber=NUMBER),
        record("x-9", "Company", "Bright Star Shipping"),
    )


def test_same_merges_what_nothing_else_joins(ships: Resolution) -> None:
    found = Grouped(ships, [said("x-9", "z-1", "same")])
    assert parties(found) == {frozenset(("x-1", "y-1", "z-1", "x-9"))}


def test_different_cuts_and_what_follows_it_goes_with_the_stronger(ships: Resolution) -> None:
    found = Grouped(ships, [said("x-1", "z-1", "different")])
    [party] = parties(found)
    assert len(party) == 2
    assert not {"x-1", "z-1"} <= party
    left = found.merged("2026-01-01").left_out
    assert left
    assert all("judged different by Ann" in one.why for one in left)


def test_unsure_keeps_a_pair_in_the_queue(ships: Resolution) -> None:
    found = Grouped(ships, [said("x-9", "y-1", "unsure")])
    [doubt] = [d for d in found.queue("2026-01-01") if d.a == "x-9" or d.b == "x-9"]
    assert "not to be told" in doubt.why
    assert decide(found, "x-9", "y-1", None).decision == "unsure"


def test_of_judgements_that_contradict_each_other_different_holds(ships: Resolution) -> None:
    found = Grouped(
        ships, [said("x-1", "x-9", "same"), said("x-9", "z-1", "same"), said("x-1", "z-1", "different")]
    )
    assert not [p for p in parties(found) if {"x-1", "z-1"} <= p]


def test_taking_a_judgement_back_restores_the_parties(ships: Resolution) -> None:
    before = Grouped(ships, []).groups()
    assert Grouped(ships, [said("x-1", "y-1", "different")]).groups() != before
    assert Grouped(ships, []).groups() == before


def test_the_answer_tells_the_way(ships: Resolution) -> None:
    found = Grouped(ships, [said("x-9", "z-1", "same")])
    answer = decide(found, "x-9", "x-1", None)
    assert answer.decision == "same"
    assert [step.rule for step in answer.path] == ["judged", "imo"]
    assert any("judged the same by Ann: looked at both" in reason for reason in answer.reasons)


def test_an_id_that_is_not_loaded_is_unsure(ships: Resolution) -> None:
    answer = decide(Grouped(ships), "x-1", "nobody-1", None)
    assert (answer.decision, answer.score, answer.reasons) == (
        "unsure",
        None,
        ("no record nobody-1 is loaded",),
    )


def test_a_record_of_another_source_joins_nothing_where_its_source_is_left_out(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", "Vessel", "EVER BRIGHT 88", imoNumber=NUMBER),
        record("own-1", "Vessel", "FAN KE", imoNumber=NUMBER),
    )
    assert parties(found)
    assert not parties(found.limited(["list_x"]))
