"""The section on ships: the facts of two days, and nothing that a later day made public."""

from __future__ import annotations

import pytest

from tests.sections import MEMO, TODAY, Sections, rows, words
from yalu.fleet.identity import check_digit_holds
from yalu.model.clock import Mode
from yalu.model.section import Section

BEFORE = "2001-01-01"


@pytest.fixture(scope="module")
def made(sections: Sections) -> dict[str, Section]:
    return {day: sections.of("ships", day) for day in (BEFORE, MEMO, TODAY)}


def test_the_lists_of_the_day_of_the_memo(made: dict[str, Section]) -> None:
    text = words(made[MEMO])
    assert (
        "39 ships stood on a list: US 39, EU 22 and UN 22. 17 of them were not on the list of the UN" in text
    )
    assert len(rows(made[MEMO], "ships-listed")) == 39
    assert "EU, UN and US: 22; US alone: 17" in text


def test_of_the_jie_shun_only_what_was_public(made: dict[str, Section]) -> None:
    then = words(made[MEMO])
    assert [
        "",
        "",
        "JIE SHUN",
        "",
        "PG-7 rocket-propelled grenades under limonite (iron) ore",
        "",
        "Egypt",
        "",
    ] in (rows(made[MEMO], "ship-incidents"))
    for later in ("30,000", "2,300", "$23m", "Haeju", "Suez", "2016-08-11", "Cambodian"):
        assert later not in then
    assert "30,000" in words(made[TODAY])


def test_nothing_later_stands_in_the_brief_of_the_memo(made: dict[str, Section]) -> None:
    then = words(made[MEMO])
    for later in ("2375", "2397", "445114000", "Wise Honest", "2017-06-21", "2018"):
        assert later not in then


def test_what_no_text_backs_is_told_apart(made: dict[str, Section]) -> None:
    now = words(made[TODAY])
    assert "9 ships, 5 incidents and 1 tie without a stored text" in now
    assert "So San" not in now and "Kang Nam" not in now
    assert len(rows(made[TODAY], "ship-incidents")) == 36
    assert "without a stored text" not in words(made[MEMO])


def test_no_right_to_board_without_the_flag(made: dict[str, Section]) -> None:
    for day, rules in ((MEMO, "1 rule of the resolutions asks"), (TODAY, "2 rules of the resolutions ask")):
        assert f"On the high seas {rules} for flag State consent" in words(made[day])


def test_one_radio_number_on_two_hulls(made: dict[str, Section]) -> None:
    assert "One MMSI, 445114000, stands for 2 hulls: CHONG CHON GANG and CHONG BONG" in words(made[TODAY])


def test_a_day_before_all_sources_says_so(made: dict[str, Section]) -> None:
    text = words(made[BEFORE])
    assert "No ship stood on a list" in text
    assert "No source of the day tells what a ship did" in text
    assert not made[BEFORE].figures


@pytest.mark.parametrize("day", [BEFORE, MEMO, TODAY])
def test_every_figure_and_name_rests_on_its_statements(
    made: dict[str, Section], sections: Sections, day: str
) -> None:
    sections.check(made[day])


@pytest.mark.parametrize(("number", "holds"), [("9074729", True), ("9074728", False), ("15411", False)])
def test_check_digit(number: str, holds: bool) -> None:
    assert check_digit_holds(number) is holds


def test_flags_over_time_are_drawn_where_records_of_the_day_give_years(made: dict[str, Section]) -> None:
    assert "flags over time are not drawn" in words(made[MEMO])
    assert "flags-over-time" not in {f.id for f in made[MEMO].figures}
    figure = next(f for f in made[TODAY].figures if f.id == "flags-over-time")
    cells = {(flag, year): int(n) for flag, year, n in (r.texts for r in figure.data.rows)}
    assert cells["North Korea", "2018"] == 25 and cells["Cambodia", "2016"] == 3
    assert f"Of {sum(cells.values())} entries, 97 give the day of the designation" in figure.alt.text
    assert "For 18 flags no record gives the year" in words(made[TODAY])


def test_no_flag_is_dated_after_the_day(sections: Sections) -> None:
    for figure in sections.of("ships", "2022-03-01").figures:
        if figure.id == "flags-over-time":
            assert max(r.texts[1] for r in figure.data.rows) <= "2022"


def test_the_chart_of_listings_has_a_true_time_axis(made: dict[str, Section]) -> None:
    figure = made[TODAY].figures[0]
    assert figure.spec["layer"][0]["encoding"]["x"]["type"] == "temporal"
    rows = [r.texts for r in figure.data.rows]
    assert ["US", "2014-07-30", "18"] in rows and rows[-1][1] == TODAY


def test_ships_whose_day_of_listing_rests_on_memory_are_told_apart(sections: Sections) -> None:
    """Of the memo's day strict shows only what a stored text dates; likely shows both, and says which."""
    strict, likely = (sections.of("ships", MEMO, mode).findings[0] for mode in (Mode.STRICT, Mode.LIKELY))
    assert "UN 22." in strict.text and "memory" not in strict.text
    assert "UN 27 (22 by a day that a text gives, 5 more by one that rests on memory)" in likely.text
    sections.check(sections.of("ships", MEMO, Mode.LIKELY))
