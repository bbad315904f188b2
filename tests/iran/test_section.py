"""The section on Iran: the events of two days, with fair words about who is tied to whom."""

from __future__ import annotations

import pytest

from yalu.evidence import packaged
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.iran.section import section
from yalu.model.section import Section
from yalu.model.sentence import mutations, survives, uncited
from yalu.regimes import load_regime
from yalu.regimes.brief import BriefPlan

MEMO, TODAY, BEFORE = "2017-06-13", "2026-11-24", "2001-01-01"


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    workspace = Workspace(tmp_path_factory.mktemp("iran"))
    packaged.ensure(workspace)
    return Evidence.open(workspace)


@pytest.fixture(scope="module")
def plan() -> BriefPlan:
    brief = load_regime().brief
    assert brief is not None
    return brief


@pytest.fixture(scope="module")
def made(evidence: Evidence, plan: BriefPlan) -> dict[str, Section]:
    mine = next(s for s in plan.sections if s.id == "iran")
    return {day: section(Scope(evidence.at(day), plan), mine) for day in (BEFORE, MEMO, TODAY)}


def words(one: Section) -> str:
    cells = [text for t in one.tables for r in t.rows for text in r.texts]
    return "\n".join([*(s.text for _, s in one.sentences()), *cells])


def rows(one: Section, table: str) -> list[list[str]]:
    return [r.texts for t in one.tables if t.id == table for r in t.rows]


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
    made: dict[str, Section], plan: BriefPlan, day: str
) -> None:
    for place, one in made[day].sentences():
        assert not uncited(one, frozenset(plan.words)), place
        text = one.text
        unnoticed = [original for original, changed in mutations(one) if survives(changed, text)]
        assert not unnoticed, (place, unnoticed[:1])
