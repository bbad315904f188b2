"""The section on Iran: the events of two days, with fair words about who is tied to whom."""

from __future__ import annotations

import pytest

from tests.sections import MEMO, TODAY, Sections, rows, words
from yalu.model.section import Section

BEFORE = "2001-01-01"


@pytest.fixture(scope="module")
def made(sections: Sections) -> dict[str, Section]:
    return {day: sections.of("iran", day) for day in (BEFORE, MEMO, TODAY)}


def test_six_events_were_public_with_the_memo(made: dict[str, Section]) -> None:
    assert len(rows(made[MEMO], "iran-events")) == 6
    assert "sources told of 6 events" in words(made[MEMO])
    assert "an 80-ton rocket booster" in words(made[MEMO])


def test_nothing_later_stands_in_the_brief_of_the_memo(made: dict[str, Section]) -> None:
    then = words(made[MEMO])
    for later in ("2020", "CAATSA", "Nooshin", "Gholami", "snapback", "Shahid Hemmat"):
        assert later not in then


def test_who_of_those_listed_is_tied_is_said_by_the_rows(made: dict[str, Section]) -> None:
    for day in (MEMO, TODAY):
        assert "US lists 11 persons and entities for missile procurement" in words(made[day])
        assert "three with DPRK ties" in words(made[day])
    stated = {r[0]: r[4] for r in rows(made[TODAY], "iran-parties")}
    assert stated["Hossein Pournaghshband"] == "not a DPRK link; denies"
    assert stated["Candid General Trading LLC"] == ""
    assert "contract talks" in stated["Seyed Mirahmad Nooshin"]


def test_what_no_text_backs_is_told_apart(made: dict[str, Section]) -> None:
    now = words(made[TODAY])
    assert "6 events, 4 ports or airports and 5 measures without a stored text" in now
    for lead in ("Bandar Abbas", "Musudan", "ANL Australia", "Mehrabad"):
        assert lead not in now
    assert "names the port or airport" in now
    assert "without a stored text" not in words(made[MEMO])


def test_a_date_from_memory_is_not_counted(made: dict[str, Section]) -> None:
    assert "2016-01-17 (7)" in words(made[TODAY])
    assert "For 3 more the day of designation rests in part on memory" in words(made[TODAY])


def test_a_day_before_all_sources_says_so(made: dict[str, Section]) -> None:
    text = words(made[BEFORE])
    assert "No source of the day tells of work between the two missile programs" in text
    assert not made[BEFORE].tables


@pytest.mark.parametrize("day", [BEFORE, MEMO, TODAY])
def test_every_figure_and_name_rests_on_its_statements(
    made: dict[str, Section], sections: Sections, day: str
) -> None:
    sections.check(made[day])
