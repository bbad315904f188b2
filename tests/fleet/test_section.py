"""The section on ships: the facts of two days, and nothing that a later day made public."""

from __future__ import annotations

import pytest

from yalu.evidence import packaged
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.section import section
from yalu.model.section import Section
from yalu.model.sentence import mutations, survives, uncited
from yalu.regimes import load_regime
from yalu.regimes.brief import BriefPlan

MEMO, TODAY, BEFORE = "2017-06-13", "2026-11-24", "2001-01-01"


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    workspace = Workspace(tmp_path_factory.mktemp("ships"))
    packaged.ensure(workspace)
    return Evidence.open(workspace)


@pytest.fixture(scope="module")
def plan() -> BriefPlan:
    brief = load_regime().brief
    assert brief is not None
    return brief


@pytest.fixture(scope="module")
def made(evidence: Evidence, plan: BriefPlan) -> dict[str, Section]:
    mine = next(s for s in plan.sections if s.id == "ships")
    return {day: section(Scope(evidence.at(day), plan), mine) for day in (BEFORE, MEMO, TODAY)}


def words(one: Section) -> str:
    cells = [text for t in (*one.tables, *(f.data for f in one.figures)) for r in t.rows for text in r.texts]
    return "\n".join([*(s.text for _, s in one.sentences()), *cells])


def rows(one: Section, table: str) -> list[list[str]]:
    return [r.texts for t in one.tables if t.id == table for r in t.rows]


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
    made: dict[str, Section], plan: BriefPlan, day: str
) -> None:
    for place, one in made[day].sentences():
        assert not uncited(one, frozenset(plan.words)), place
        text = one.text
        unnoticed = [original for original, changed in mutations(one) if survives(changed, text)]
        assert not unnoticed, (place, unnoticed[:1])


@pytest.mark.parametrize(("number", "holds"), [("9074729", True), ("9074728", False), ("15411", False)])
def test_check_digit(number: str, holds: bool) -> None:
    assert check_digit_holds(number) is holds
