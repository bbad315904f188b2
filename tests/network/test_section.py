"""The section on facilitators, from the packaged casebook: on the day of the memo, and later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.sections import MEMO, TODAY, Sections, said, table
from yalu.model.section import Section

BEFORE = "1990-01-01"

Made = Callable[[str], Section]


@pytest.fixture(scope="module")
def made(sections: Sections) -> Made:
    return partial(sections.of, "facilitators")


@pytest.mark.parametrize("day", [MEMO, TODAY, BEFORE])
def test_everything_is_cited_and_nothing_survives_a_change(made: Made, sections: Sections, day: str) -> None:
    sections.check(made(day))


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
    for day in (MEMO, TODAY):
        one = next(s for s in made(day).findings if "being named is no finding" in s.text)
        listed = {s.party for s in made(day).findings[0].statements}
        assert not listed & {s.party for s in one.statements}


def test_leads_without_a_text_are_counted_nowhere(made: Made) -> None:
    for key, one in made(TODAY).sentences():
        if ".next." not in key and "no stored text" not in one.text:
            assert all(s.basis != "own_knowledge" for s in one.statements), key
    assert "more ties rest on no stored text" in said(made(TODAY), "uncertain")


def test_an_accusation_is_called_one(made: Made) -> None:
    for day in (MEMO, TODAY):
        assert "on a charge or complaint, which is an accusation" in said(made(day), "finding")
        assert "A charge or complaint is an accusation" in table(made(day), "ties").note


def test_ties_stand_with_names_and_the_best_evidence_first(made: Made) -> None:
    rows = [row.texts for row in table(made(MEMO), "ties").rows]
    assert rows[0][4] == "finding of a regulator"
    assert len(rows) == 85
    assert all(row[0] and row[2] for row in rows)


def test_a_party_of_several_ids_is_tied_as_one(sections: Sections, made: Made) -> None:
    scope = sections.scope(TODAY)
    one = next(s for s in made(TODAY).findings if "ties between" in s.text)
    assert all(scope.head(s.party) == s.party and scope.head(s.value) == s.value for s in one.statements)


def test_banks_are_named_without_a_word_on_what_they_did(made: Made) -> None:
    text = next(s.text for s in made(MEMO).findings if "banks stand in public ties" in s.text)
    assert "Arab Bank PLC" in text
    assert text.endswith("That is no statement about what a bank did.")


def test_a_day_on_which_nothing_was_public_says_so(made: Made) -> None:
    assert "No tie between parties was public." in said(made(BEFORE), "finding")
    assert not made(BEFORE).tables
    assert not made(BEFORE).figures
