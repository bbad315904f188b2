"""The section on partners, from the packaged casebook: what was public on the day of the memo, and later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.sections import MEMO, TODAY, Sections, said, table
from yalu.model.section import Section

BEFORE = "2005-01-01"

Made = Callable[[str], Section]


@pytest.fixture(scope="module")
def made(sections: Sections) -> Made:
    return partial(sections.of, "partners")


@pytest.mark.parametrize("day", [MEMO, TODAY, BEFORE])
def test_everything_is_cited_and_nothing_survives_a_change(made: Made, sections: Sections, day: str) -> None:
    sections.check(made(day))


def test_how_many_un_listed_parties_each_partner_listed_on_the_day_of_the_memo(made: Made) -> None:
    first = made(MEMO).findings[0].text
    assert first == (
        "Of the 99 persons and entities on the UN list on 2017-06-13, 96 stood on the US list, 98 on the EU"
        " list and 99 on the JP list."
    )


def test_the_gap_names_the_party_and_the_list_with_the_longest_first(made: Made) -> None:
    rows = [row.texts for row in table(made(MEMO), "list-gap").rows]
    assert rows[0] == ["Hwang Sok-Hwa", "person", "US", "2009-07-16", "2889", "EU, JP"]
    assert [int(row[4]) for row in rows] == sorted((int(row[4]) for row in rows), reverse=True)


def test_us_listed_parties_that_the_un_does_not_list(made: Made) -> None:
    assert "103 of 199 on the US list" in said(made(MEMO), "finding")
    listed = [row.texts for row in table(made(MEMO), "beyond-the-un-list").rows]
    assert sum(bool(row[1]) for row in listed) == 103


def test_the_matrix_agrees_with_itself(made: Made) -> None:
    rows = {row.texts[0]: row.texts[1:] for row in table(made(MEMO), "list-matrix").rows}
    names = list(rows)
    for i, first in enumerate(names):
        for j, second in enumerate(names):
            assert rows[first][j] == rows[second][i]
    assert rows["UN"][0] == "99"
    assert sum(int(cells[-1]) for cells in rows.values()) == 112


def test_a_list_that_repeats_the_day_of_the_un_shows_no_lag(made: Made) -> None:
    assert "The EU list gives the day of the UN listing for 98 of 98 parties" in said(made(MEMO), "uncertain")
    from_un = [row.texts for row in table(made(MEMO), "list-lag").rows if row.texts[1] == "the UN listing"]
    assert [row[0] for row in from_un] == ["US", "JP"]


def test_lags_are_days_between_exact_dates(made: Made) -> None:
    rows = {row.texts[0]: row.texts for row in table(made(MEMO), "list-lag").rows if "UN" in row.texts[1]}
    assert rows["JP"][2:8] == ["99", "29", "0", "70", "8", "29"]
    assert "8 days later on the JP list (99 parties)" in said(made(MEMO), "finding")


def test_the_bars_of_the_chart_add_up(made: Made) -> None:
    bars = [row.texts for row in made(MEMO).figures[0].data.rows]
    assert sum(int(n) for name, _, n in bars if name == "JP") == 99
    assert sum(int(n) for name, _, n in bars if name == "US") == 96


def test_a_list_held_in_part_is_not_read_as_a_gap(made: Made) -> None:
    assert "Of the AU list only 9 persons and entities are joined" in said(made(MEMO), "uncertain")
    assert "The lists of UK, KR, CH and CA" in said(made(MEMO), "uncertain")
    assert "Of the KR list only 5 persons and entities are joined" in said(made(TODAY), "uncertain")
    for day in (MEMO, TODAY):
        assert not {row.texts[2] for row in table(made(day), "list-gap").rows} & {"AU", "KR", "UK"}


def test_ships_are_compared_only_where_a_list_holds_ships(made: Made) -> None:
    detail = said(made(MEMO), "detail")
    assert "Of the 22 ships and aircraft on the UN list on 2017-06-13, 22 stood on the US list" in detail
    assert all(row.texts[2] != "JP" for row in table(made(TODAY), "list-gap").rows if row.texts[1] == "ship")


def test_nothing_unverified_is_counted(made: Made) -> None:
    for day in (MEMO, TODAY):
        for key, one in made(day).sentences():
            if ".next." not in key and "Unverified" not in one.text:
                assert all(s.basis != "own_knowledge" for s in one.statements), key
    assert "Unverified, and counted nowhere: 8 cases" in said(made(TODAY), "uncertain")
    assert len(table(made(TODAY), "state-cases").rows) == 44


def test_the_memos_day_shows_one_count_of_reports_and_no_later_one(made: Made) -> None:
    text = said(made(MEMO))
    assert "46 on 1718 (2007-01-10)" in text
    assert "Of no single state was it public whether it had reported." in text
    for later in ("2371", "MSMT", "2024", "2018"):
        assert later not in text


def test_a_case_is_no_finding_and_a_response_is_a_suggestion(made: Made) -> None:
    for day in (MEMO, TODAY):
        assert "Being named in a case is no finding of breach." in said(made(day), "finding")
        suggested = [s.text for s in made(day).detail if s.text.startswith("The suggested response")]
        assert suggested and all("no finding about a state" in text for text in suggested)
    assert "1 case about how a state carries out the resolutions, in 1 state" in said(made(MEMO), "finding")


def test_a_day_on_which_nothing_was_public_says_so(made: Made) -> None:
    text = said(made(BEFORE))
    assert "No UN listing of persons and entities was public." in text
    assert "No count of the states that report to the UN was public." in text
    assert not made(BEFORE).tables
    assert not made(BEFORE).figures
