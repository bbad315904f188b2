"""Every published sentence is computed from its statements: change one, and it changes or fails."""

from __future__ import annotations

import pytest

from yalu.evidence.view import Evidence, When
from yalu.model.sentence import mutations, sentence, survives, uncited
from yalu.publish.brief import Brief, make_brief
from yalu.regimes import Regime

DAYS = ("2013-01-01", "2017-06-13", "2020-01-01", "2026-11-24")


@pytest.fixture(scope="module", params=DAYS)
def brief(request: pytest.FixtureRequest, evidence: Evidence, regime: Regime) -> Brief:
    return make_brief(evidence, regime, When.at(request.param))


def test_a_changed_statement_changes_its_sentence(brief: Brief) -> None:
    unmoved = []
    for place, one in brief.sentences():
        text = one.text
        for original, changed in mutations(one):
            if survives(changed, text):
                unmoved.append((place, original.party, original.prop, original.value, text))
    assert not unmoved


def test_nothing_stands_in_a_sentence_without_a_statement(brief: Brief) -> None:
    assert brief.uncited() == []


def test_table_rows_are_computed_too(brief: Brief) -> None:
    """A row whose statements all change does not stay as it was."""
    for section in brief.sections:
        for table in (*section.tables, *(f.data for f in section.figures)):
            for row in table.rows:
                assert row.statements, (section.id, table.id, row.texts)
                assert len(row.texts) == len(table.columns)


def test_every_statement_behind_a_sentence_was_public(brief: Brief) -> None:
    for place, one in brief.sentences():
        for s in one.statements:
            assert s.known_hi and s.known_hi <= brief.when.as_of, (place, s)


def test_every_section_says_something_and_admits_something(brief: Brief) -> None:
    for section in brief.sections:
        assert section.findings, section.id
        assert section.uncertain, section.id


def test_the_same_evidence_gives_the_same_brief(evidence: Evidence, regime: Regime) -> None:
    from yalu.publish.as_json import brief_json

    first, second = (brief_json(make_brief(evidence, regime, When.at("2017-06-13"))) for _ in range(2))
    assert first == second


def test_an_uncited_figure_or_name_is_seen() -> None:
    words = frozenset({"Korea"})
    assert uncited(sentence("There were 99 parties.", []), words) == ["99"]
    assert uncited(sentence("Korea met Iran there.", []), words) == ["Iran"]
    assert uncited(sentence("Nothing was public.", []), words) == []
    assert uncited(sentence("{n} parties.", [], n=lambda seen: "5"), words) == ["(no statement)"]


def test_a_template_and_its_slots_must_agree() -> None:
    with pytest.raises(ValueError, match="the template asks for"):
        sentence("{a} and {b}.", [], a=lambda seen: "x")
