"""Who on no list is most exposed: by the rule that is told, on the day that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.network.evidence import joined, like, sample
from tests.sections import MEMO, TODAY, Sections
from yalu.model.statement import canonical
from yalu.network.next.backtest import Case, by_tranche, first_listings, from_one_day, share_within
from yalu.network.next.exposure import AGAINST, ranking
from yalu.network.terminals import lists_of


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_nobody_in_the_order_is_listed_and_all_reasons_were_public(sections: Sections, day: str) -> None:
    scope = sections.scope(day)
    found, lists = ranking(scope), lists_of(scope)
    assert found.exposed and not lists.keys() & {e.party for e in found.exposed}
    assert not scope.aggregates.keys() & {e.party for e in found.exposed}
    for one in found.exposed:
        assert set(one.beside) <= lists.keys()
        assert bool(one.ties) == bool(one.beside) and (one.beside or one.near)
        for tie in one.ties:
            assert one.party in (tie.near, tie.far) and tie.statement.known_hi <= day
            assert tie.role not in AGAINST and not tie.unverified


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_places_follow_the_rule_and_those_alike_share_theirs(sections: Sections, day: str) -> None:
    found = ranking(sections.scope(day)).exposed
    assert [e.key for e in found] == sorted(e.key for e in found)
    for at, one in enumerate(found, 1):
        assert one.first <= at <= one.last
        alike = [e for e in found if e.key == one.key]
        assert one.last - one.first + 1 == len(alike)
    assert len({(e.first, e.last) for e in found}) < len(found)


def test_a_victim_is_not_exposed_by_the_attack(sections: Sections, tmp_path: Path) -> None:
    one = sample(sections)
    told = [like(one, p, "name", p.title()) for p in ("made-victim", "made-helper")]
    told += [
        like(one, "ofac-9345", "UnknownLink", p, detail=canonical({"role": role}))
        for p, role in (("made-victim", "attacked"), ("made-helper", "supplied"))
    ]
    found = ranking(joined(sections, told, tmp_path))
    helper = found.place("made-helper")
    assert helper and helper.beside == ("ofac-9345",)
    victim = found.place("made-victim")
    assert victim is None or not victim.beside


def test_a_day_before_all_evidence_has_no_order(sections: Sections) -> None:
    found = ranking(sections.scope("1990-01-01"))
    assert (found.exposed, found.unexposed) == ([], 0)


def test_the_backtest_tells_each_case_and_peeks_at_nothing(sections: Sections) -> None:
    now, then = sections.scope(TODAY), sections.scope(MEMO)
    cases = from_one_day(now, then, ranking, ("AU", "EU"))
    assert [(c.party, c.day, c.by) for c in cases][:2] == [
        ("au-global-communications-company", "2017-08-17", ("AU",)),
        ("eu-pan-systems-pyongyang", "2017-10-16", ("EU",)),
    ]
    for case in cases:
        assert (
            case.day > MEMO == case.asked and case.first and case.last and case.first <= case.last <= case.of
        )
    assert all(day > MEMO for day, _ in first_listings(now, ("US",), MEMO).values())
    few = [
        c
        for c in by_tranche(now, sections.scope, ranking, ("AU",), "2017-08-01")
        if c.party == cases[0].party
    ]
    assert few[0].asked == "2017-08-16" and few[0].first


def test_few_cases_have_a_wide_interval() -> None:
    def case(first: int | None, last: int | None) -> Case:
        return Case("p", "P", "2018-01-01", ("US",), "2017-12-31", first, last, 40)

    found = share_within([case(1, 3), case(8, 12), case(30, 30), case(None, None)], 10)
    assert (found["cases"], found["within"]) == (3, 1)
    assert found["low"] == pytest.approx(0.008, abs=1e-3) and found["high"] == pytest.approx(0.906, abs=1e-3)
    assert share_within([], 10) == {"places": 10, "cases": 0, "within": 0, "low": 0.0, "high": 1.0}
