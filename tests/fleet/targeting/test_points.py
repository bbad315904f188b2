"""Points at each threshold, and the score as the sum of its reasons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu.evidence.view import Evidence
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.targeting.law import Law
from yalu.fleet.targeting.points import editions, points_on
from yalu.fleet.targeting.reason import Finding, score

DAY = "2026-03-10"
RULES = points_on(DAY).rules
GRADES = [(rule, grade) for rule, told in RULES.items() for grade in told.points]


@pytest.fixture(scope="module")
def law(evidence: Evidence) -> Law:
    return Law(Powers(evidence, DAY))


def back(days: int) -> str:
    return (date.fromisoformat(DAY) - timedelta(days)).isoformat()


@pytest.mark.parametrize(("rule", "grade"), GRADES)
def test_each_grade_has_its_points_and_halves_a_day_after_its_limit(rule: str, grade: str, law: Law) -> None:
    told = RULES[rule]
    limit = told.halved_after

    def points(days: int) -> int:
        return score([Finding(rule, grade, "x", back(days))], law, DAY).points

    assert points(0) == points(limit) == told.points[grade]
    assert points(limit + 1) == (told.points[grade] // 2 if limit else told.points[grade])


@pytest.mark.parametrize("rule", [name for name, told in RULES.items() if told.most])
def test_only_so_many_of_a_rule_count(rule: str, law: Law) -> None:
    told = RULES[rule]
    grade = max(told.points, key=lambda g: told.points[g])
    found = [Finding(rule, grade, f"x{i}", DAY, key=str(i)) for i in range(told.most + 2)]
    made = score(found, law, DAY)
    assert made.points == told.most * told.points[grade]
    assert len(made.reasons) == told.most + 2
    assert [r.note for r in made.reasons if not r.points] == [
        f"only the {told.most} strongest of this rule count"
    ] * 2


def test_of_one_group_the_strongest_counts(law: Law) -> None:
    made = score([Finding("flag", "digits", "a"), Finding("flag", "flown", "b")], law, DAY)
    assert [(r.rule, r.points) for r in made.reasons] == [("flag/flown", 25), ("flag/digits", 0)]
    same = [Finding("named_party", "named", "a", key="p"), Finding("party_listed", "owner", "b", key="p")]
    assert score(same, law, DAY).points == 25
    other = [Finding("named_party", "named", "a", key="q"), Finding("party_listed", "owner", "b", key="p")]
    assert score(other, law, DAY).points == 28


def test_what_is_of_a_later_day_is_no_reason(law: Law) -> None:
    assert not score([Finding("call", "seen", "x", "2026-03-11")], law, DAY).reasons
    assert score([Finding("incident", "coal", "x", "2026-03")], law, DAY).points == 25
    assert score([Finding("incident", "coal", "x", "2017")], law, DAY).points == 12


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            lambda pair, days, key, text: Finding(pair[0], pair[1], text, back(days), key=key),
            st.sampled_from(GRADES),
            st.integers(-30, 4000),
            st.sampled_from(["", "a", "b"]),
            st.text(max_size=5),
        ),
        max_size=25,
    )
)
def test_the_score_is_the_sum_of_its_reasons(found: list[Finding]) -> None:
    made = score(found, NO_LAW, DAY)
    assert made.points == sum(r.points for r in made.reasons) == made.as_json()["points"]
    assert len(made.reasons) == sum(f.day <= DAY for f in found)
    assert [r.points for r in made.reasons] == sorted((r.points for r in made.reasons), reverse=True)
    assert score(found[::-1], NO_LAW, DAY).points == made.points


class _NoLaw(Law):
    def __init__(self) -> None:
        self._held = {}


NO_LAW = _NoLaw()


def test_every_rule_that_law_names_is_one_of_the_regime(law: Law, evidence: Evidence) -> None:
    known = {s.party for s in evidence.rows("kind = 'BoardingPower'")}
    named = {r for e in editions() for told in e.rules.values() for rules in told.law.values() for r in rules}
    assert named and named <= known


def test_points_are_labeled_as_own_judgment() -> None:
    assert all("own judgment" in edition.basis for edition in editions())
