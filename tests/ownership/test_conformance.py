"""The published examples and their like, by each rule, on both sides of the days on which rules changed."""

from __future__ import annotations

import pytest

from tests.ownership.made import blocked, court, edges, holdings
from yalu.errors import UsageError
from yalu.ownership.holdings import INDICATED, STATED
from yalu.ownership.rules import asked, rule
from yalu.ownership.shares import percent
from yalu.ownership.verdict import Says

BEFORE, SINCE = "2014-08-12", "2014-08-13"
EU_BEFORE, EU_SINCE = "2024-07-02", "2024-07-03"
NOW = "2026-11-24"

CASES = [
    ("X-A 50, A-B 50", "X", "AB"),
    ("X-A 50, X-B 50, A-C 25, B-C 25", "X", "ABC"),
    ("X-A 50, X-B 10, A-B 40", "X", "AB"),
    ("X-A 50, X-B 25, A-C 25, B-C 25", "X", "A"),
    ("X-A 25, X-B 25, A-C 50, B-C 50", "X", ""),
    ("X-A 25, Y-A 25, A-B 50", "XY", "AB"),
    ("X-A 30, B-A 30, A-B 60", "X", ""),
    ("X-A 50, B-A 30, A-B 60", "X", "AB"),
]
"""Holdings, the listed, and who is blocked where 50% is enough and all owners count together."""


@pytest.mark.parametrize(("line", "listed", "expected"), CASES)
def test_ofac_adds_up_all_owners_and_never_multiplies(line: str, listed: str, expected: str) -> None:
    assert blocked(line, "ofac", SINCE, listed) == expected
    assert blocked(line, "ofac", NOW, listed) == expected


@pytest.mark.parametrize(("line", "listed", "expected"), CASES)
def test_before_august_2014_ofac_asked_for_one_owner(line: str, listed: str, expected: str) -> None:
    one_owner = "" if listed == "XY" else expected
    assert blocked(line, "ofac", BEFORE, listed) == one_owner


@pytest.mark.parametrize(("line", "listed", "expected"), CASES)
def test_half_is_enough_for_the_eu_since_july_2024(line: str, listed: str, expected: str) -> None:
    assert blocked(line, "eu", EU_SINCE, listed) == expected
    assert blocked(line, "eu", EU_BEFORE, listed) == ""


@pytest.mark.parametrize(("line", "listed", "expected"), CASES)
def test_more_than_half_is_enough_for_the_eu_on_both_days(line: str, listed: str, expected: str) -> None:
    more = line.replace("50", "50.1").replace(" 25", " 25.05").replace(" 40", " 40.1")
    assert blocked(more, "eu", EU_BEFORE, listed) == blocked(more, "eu", EU_SINCE, listed) == expected


@pytest.mark.parametrize(("line", "listed", "expected"), CASES)
def test_the_uk_asks_for_more_than_half_by_one_person(line: str, listed: str, expected: str) -> None:
    assert blocked(line, "uk", NOW, listed) == ""
    more = line.replace("50", "50.1").replace(" 25", " 25.05").replace(" 40", " 40.1")
    assert blocked(more, "uk", NOW, listed) == ("" if listed == "XY" else expected)


def test_the_smallest_part_of_a_share_decides() -> None:
    assert blocked("X-A 49.999999999", "ofac", NOW, "X") == ""
    assert blocked("X-A 50.000000001", "uk", NOW, "X") == "A"
    assert blocked("X-A 16.7, X-B 33.3, Y-A 33.3", "ofac", NOW, "XY") == "A"


def test_control_counts_for_the_eu_and_the_uk_alone() -> None:
    made = holdings(edges("X-A 0, A-B 60, X-C 10, C-D 60"), control={"X-A": STATED, "X-C": INDICATED})
    for by in ("eu", "uk"):
        found = court(made, by, NOW, "X")
        assert found.parties(Says.BLOCKED) == ["A", "B"]
        assert found.parties(Says.CONTROL) == ["C", "D"]
    found = court(made, "ofac", NOW, "X")
    assert [found.parties(says) for says in (Says.BLOCKED, Says.CONTROL, Says.UNCERTAIN)] == [[], [], []]


def test_a_joint_arrangement_counts_for_the_uk_alone() -> None:
    line = "X-A 30, Y-A 30"
    assert blocked(line, "uk", NOW, "XY") == ""
    made = holdings(edges("X-A 30, Z-A 30, X-B 60, B-C 20, X-C 20, Z-C 11"), joint={"X-A": 0, "Z-A": 0})
    assert blocked(made, "uk", NOW, "X") == "AB"
    assert blocked(made, "ofac", NOW, "X") == "B"
    twice = holdings(edges("X-B 60, X-C 20, B-C 20, Z-C 10"), joint=dict.fromkeys(("X-C", "B-C", "Z-C"), 0))
    assert blocked(twice, "uk", NOW, "X") == "B", "an arrangement counts once, whoever of it is blocked"


def test_control_in_an_arrangement_is_that_of_one_member() -> None:
    rows = edges("X-A 10, Z-A 10")
    arrangement = {"X-A": 0, "Z-A": 0}
    assert blocked(holdings(rows, {"Z-A": STATED}, arrangement), "uk", NOW, "X") == ""
    assert blocked(holdings(rows, {"X-A": STATED}, arrangement), "uk", NOW, "X") == "A"


def test_the_eu_needs_no_arrangement_to_add_up() -> None:
    assert blocked("X-A 30, Y-A 30", "eu", EU_BEFORE, "XY") == "A"
    assert blocked("X-A 25, Y-A 25", "eu", EU_BEFORE, "XY") == ""
    assert blocked("X-A 25, Y-A 25", "eu", EU_SINCE, "XY") == "A"


def test_no_rule_is_told_on_a_day_before_it() -> None:
    with pytest.raises(UsageError, match="no rule had been published on 2008-02-13"):
        court("X-A 50", "ofac", "2008-02-13", "X")
    assert blocked("X-A 50", "ofac", "2008-02-14", "X") == "A"
    with pytest.raises(UsageError, match="No such rule"):
        rule("un")


def test_each_rule_says_where_it_is_from_and_its_periods_meet() -> None:
    for one in asked("all"):
        assert all(p.citation and p.text for p in one.periods) and one.limits_on(NOW)
        assert one.periods[-1].to is None
    assert rule("ofac").on(NOW).needed == percent("50")
    assert rule("uk").on(NOW).needed == percent("50") + 1
    assert len(rule("uk").limits_on("2019-01-01")) == len(rule("uk").limits_on(NOW)) + 1
