"""The section on facilitators, from the packaged casebook: on the day of the memo, and later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yalu.evidence import packaged
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.section import Section, Table
from yalu.model.sentence import mutations, survives, uncited
from yalu.network.section import section
from yalu.regimes import load_regime

MEMO, LATER, BEFORE = "2017-06-13", "2026-11-24", "1990-01-01"
BRIEF = load_regime().brief
PLAN = next(plan for plan in BRIEF.sections if plan.id == "facilitators")

Made = Callable[[str], Section]


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    workspace = Workspace(Path(tmp_path_factory.mktemp("facilitators")))
    packaged.ensure(workspace)
    return Evidence.open(workspace)


@pytest.fixture(scope="module")
def made(evidence: Evidence) -> Made:
    sections: dict[str, Section] = {}

    def of(day: str) -> Section:
        if day not in sections:
            sections[day] = section(Scope(evidence.at(day), BRIEF), PLAN)
        return sections[day]

    return of


def said(one: Section, where: str = "") -> str:
    return "\n".join(s.text for key, s in one.sentences() if where in key)


def table(one: Section, name: str) -> Table:
    return next(t for t in one.tables if t.id == name)


@pytest.mark.parametrize("day", [MEMO, LATER, BEFORE])
def test_everything_is_cited_and_nothing_survives_a_change(made: Made, day: str) -> None:
    for key, one in made(day).sentences():
        assert uncited(one, frozenset(BRIEF.words)) == [], key
        text = one.text
        assert [s.id for s, changed in mutations(one) if survives(changed, text)] == [], key


def test_the_lists_of_the_day_of_the_memo(made: Made) -> None:
    assert made(MEMO).findings[0].text == (
        "On 2017-06-13 the US list held 199 parties of the regime's network: 99 persons and 100 entities."
    )
    rows = {row.texts[0]: row.texts[1:4] for row in table(made(MEMO), "lists").rows}
    assert rows["UN"] == ["99", "53", "46"]
    assert rows["US"] == ["199", "99", "100"]


def test_the_chart_ends_where_the_table_stands(made: Made) -> None:
    data = made(MEMO).figures[0].data
    last = {name: int(count) for name, _, count in (row.texts for row in data.rows)}
    listed = {row.texts[0]: int(row.texts[1]) + int(row.texts[4]) for row in table(made(MEMO), "lists").rows}
    assert last == listed


def test_a_party_on_a_list_is_not_named_only(made: Made) -> None:
    for day in (MEMO, LATER):
        one = next(s for s in made(day).findings if "being named is no finding" in s.text)
        listed = {s.party for s in made(day).findings[0].statements}
        assert not listed & {s.party for s in one.statements}


def test_leads_without_a_text_are_counted_nowhere(made: Made) -> None:
    for key, one in made(LATER).sentences():
        if ".next." not in key and "no stored text" not in one.text:
            assert all(s.basis != "own_knowledge" for s in one.statements), key
    assert "more ties rest on no stored text" in said(made(LATER), "uncertain")


def test_an_accusation_is_called_one(made: Made) -> None:
    for day in (MEMO, LATER):
        assert "on a charge or complaint, which is an accusation" in said(made(day), "finding")
        assert "A charge or complaint is an accusation" in table(made(day), "ties").note


def test_ties_stand_with_names_and_the_best_evidence_first(made: Made) -> None:
    rows = [row.texts for row in table(made(MEMO), "ties").rows]
    assert rows[0][4] == "regulator finding"
    assert len(rows) == 85
    assert all(row[0] and row[2] for row in rows)


def test_a_party_of_several_ids_is_tied_as_one(evidence: Evidence, made: Made) -> None:
    scope = Scope(evidence.at(LATER), BRIEF)
    one = next(s for s in made(LATER).findings if "ties between" in s.text)
    assert all(scope.head(s.party) == s.party and scope.head(s.value) == s.value for s in one.statements)


def test_banks_are_named_without_a_word_on_what_they_did(made: Made) -> None:
    text = next(s.text for s in made(MEMO).findings if "banks stand in public ties" in s.text)
    assert "Arab Bank PLC" in text
    assert text.endswith("That is no statement about what a bank did.")


def test_a_day_on_which_nothing_was_public_says_so(made: Made) -> None:
    assert "No tie between parties was public." in said(made(BEFORE), "finding")
    assert not made(BEFORE).tables
    assert not made(BEFORE).figures
