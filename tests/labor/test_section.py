"""The section on overseas laborers, over the packaged casebook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.sections import MEMO, TODAY, Sections, said, table
from yalu.evidence.view import items
from yalu.labor import estimates
from yalu.model.section import Section

BEFORE = "2010-01-01"

Made = Callable[..., Section]


@pytest.fixture(scope="module")
def made(sections: Sections) -> Made:
    return partial(sections.of, "labor")


@pytest.mark.parametrize("day", [BEFORE, MEMO, "2019-12-31", TODAY])
def test_each_sentence_cites_what_it_says_and_changes_with_it(
    made: Made, sections: Sections, day: str
) -> None:
    sections.check(made(day))


def test_a_day_with_nothing_public_says_so(made: Made) -> None:
    one = made(BEFORE)
    assert [s.text for s in one.findings] == [
        "No estimate of the number of workers worldwide was public.",
        "No estimate of what the workers earn for the regime was public.",
        "No source that names who took workers from whom was public.",
        "No employer or dispatcher of such workers was named in a source that was public.",
    ]
    assert "No rule on such workers was in force." in said(one)
    assert not one.tables and not one.figures


def test_the_range_on_the_day_of_the_memo(sections: Sections) -> None:
    found = estimates.read(sections.scope(MEMO))
    assert len(found.world) == 8
    assert not found.restated
    assert estimates.world_range(found).text == (
        "8 estimates of the number of workers worldwide were public, from 20,000 to 150,000 people;"
        " 5 fit what the memo says (50,000-120,000 workers)."
    )
    assert "none fits what the memo says (about $500 million a year)" in estimates.money_range(found).text


def test_before_the_memo_its_range_is_not_told(made: Made) -> None:
    assert "memo" not in said(made("2017-06-12"))


def test_the_memo_does_not_confirm_itself(sections: Sections) -> None:
    found = estimates.read(sections.scope(TODAY))
    assert [i.text("estimator") for i in found.restated] == ["memo and NCNK notes"]
    assert "13 estimates of the number of workers worldwide" in estimates.world_range(found).text


def test_own_knowledge_stands_apart_and_counts_nowhere(made: Made, sections: Sections) -> None:
    scope = sections.scope(TODAY)
    one = made(TODAY)
    remembered = [i for i in items(scope.view, "LaborEstimate") if not i.verified]
    assert remembered
    apart = {s.id for row in table(one, "unverified").rows for s in row.statements}
    used = {s.id for t in one.tables if t.id != "unverified" for row in t.rows for s in row.statements}
    assert {s.id for i in remembered for s in i.all("low")} <= apart - used
    for key, a_sentence in one.sentences():
        if any(s.basis == "own_knowledge" for s in a_sentence.statements):
            assert "nverified" in a_sentence.text, key


def test_who_took_workers_was_public_before_the_memo(made: Made) -> None:
    text = said(made(MEMO))
    assert "to Crist S.A. and Nauta S.A.; who took them" in text
    assert "being named is no finding of wrongdoing" in text
    assert "Of these, on a list on 2017-06-13: KOREA RUNGRADO GENERAL TRADING CORPORATION (US)." in text
    assert "The others stood on no list that is held for that day." in text


def test_a_later_listing_is_not_told_early(made: Made) -> None:
    name = "KOREA CHOLSAN GENERAL TRADING CORPORATION"
    lists = {r.texts[0]: r.texts[4] for r in table(made(MEMO), "worker-ties").rows}
    assert lists[name] == ""
    lists = {r.texts[0]: r.texts[4] for r in table(made(TODAY), "worker-ties").rows}
    assert lists[name] == "US 2020-11-19"


def test_employers_are_listed_by_the_lists_and_not_by_words(made: Made) -> None:
    rows = {r.texts[0]: r.texts for r in table(made(TODAY), "employers").rows}
    assert rows["Namgang Construction"][3] == "JP 2017-12-15, US 2016-12-02"
    assert rows["Zenit Arena subcontractors (St Petersburg)"][3] == ""
    assert rows["Armex, Wonye, Atal"][5] == "in part"


def test_reports_of_returns_and_the_law_of_the_day(made: Made) -> None:
    early, late = (said(made(day)) for day in (MEMO, TODAY))
    assert "No report of a state on workers sent home was public." in early
    assert "2 rules on such workers stood on 2017-06-13: EO 13722 s.2(a)(iv) and UNSCR 2321" in early
    assert "As of 2019-12-16, 48 states had sent a midterm report on returns, on 23,000 workers" in late
    assert "As of 2020-03, 52 states had sent a final report on returns." in late


def test_the_chart_has_a_bar_for_each_estimate_and_the_memo(made: Made) -> None:
    (figure,) = made(MEMO).figures
    rows = [r.texts for r in figure.data.rows]
    assert len(rows) == 9
    assert rows[-1] == ["range in the memo, 2017", "50000", "120000", "range in the memo"]
    assert all(int(low) <= int(high) for _, low, high, _ in rows)
