"""The section on travel, over the packaged casebook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from tests.sections import MEMO, TODAY, Sections, said, table
from yalu.evidence.view import items
from yalu.model.clock import Mode
from yalu.model.section import Section
from yalu.travel import detentions

BEFORE = "2010-01-01"

Made = Callable[..., Section]


@pytest.fixture(scope="module")
def made(sections: Sections) -> Made:
    return partial(sections.of, "travel")


@pytest.mark.parametrize("day", [BEFORE, MEMO, "2017-08-10", "2019-11-24", TODAY])
def test_each_sentence_cites_what_it_says_and_changes_with_it(
    made: Made, sections: Sections, day: str
) -> None:
    sections.check(made(day))


def test_two_detentions_were_public_on_the_day_of_the_memo(made: Made) -> None:
    one = made(MEMO)
    text = said(one)
    assert (
        "Detentions that a public source backs: 2 (John Short and Jeffrey Fowle);"
        " came for tourism: Jeffrey Fowle." in text
    )
    assert "Jeffrey Fowle was held for 167 days, from 2014-05-07 to 2014-10-21." in text
    assert "This is thin, for little was public in dated sources" in text
    assert "The memo says in note 11: two detained in 2017, two others serving sentences." in text
    assert not one.figures


def test_a_day_with_nothing_public_says_so(made: Made) -> None:
    one = made(BEFORE)
    assert [s.text for s in one.findings] == [
        "No notice that restricts passports for travel there was public.",
        "No text of an exception was public in dated sources.",
        "No detention of a visitor was public in a source that is held.",
        "No advice of a state to its people was public.",
    ]
    assert not one.tables and not one.figures


def test_own_knowledge_stands_apart_and_counts_nowhere(made: Made) -> None:
    one = made(TODAY)
    assert "Detentions that a public source backs: 7 (" in said(one)
    assert len(table(one, "detentions").rows) == 7
    apart = table(one, "unverified-detentions").rows
    assert len(apart) == 20
    assert {r.texts[7] for r in apart} == {""}
    for key, a_sentence in one.sentences():
        if any(s.basis == "own_knowledge" for s in a_sentence.statements):
            assert "nverified" in a_sentence.text, key


def test_lengths_only_where_a_text_backs_both_days(made: Made) -> None:
    days = {r.texts[0]: r.texts[7] for r in table(made(TODAY), "detentions").rows}
    assert days == {
        "Jeffrey Fowle": "167",
        "Otto Warmbier": "528",
        "Tony Kim (Kim Sang-duk)": "382",
        "Kenneth Bae": "",
        "John Short": "",
        "Kim Dong Chul": "",
        "Kim Hak-song": "",
    }


def test_an_unreadable_day_is_an_error_and_no_length(sections: Sections) -> None:
    case = next(c for c in detentions.read(sections.scope(TODAY)) if c.exact)
    detained, released = case.all("detained", "released")
    with pytest.raises(ValueError, match="2014-05"):
        detentions.days_held([replace(detained, value="2014-05"), released])


def test_a_release_after_the_day_is_not_told(made: Made) -> None:
    one = made(MEMO, Mode.LIKELY)
    row = next(r.texts for r in table(one, "detentions").rows if r.texts[0].startswith("Tony Kim"))
    assert (row[6], row[7], row[8]) == ("", "", "")
    assert "No release was public for" in said(one)
    assert "2018" not in " ".join(row)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2017-08-10",
            "A notice published on 2017-08-02 restricts passports from 2017-09-01 until 2018-08-31;",
        ),
        ("2019-11-24", "By the notice published on 2019-08-19, US passports are not valid for travel there"),
        ("2020-10-01", "By the notice published on 2020-08-31 (85 FR 53900), US passports"),
        ("2026-08-31", "By the notice published on 2025-05-14, US passports are not valid for travel there"),
        ("2026-09-01", "whether a restriction stood on 2026-09-01 is unknown: check before you rely on it."),
        (
            TODAY,
            "The last notice restricted passports from 2025-09-01 until 2026-08-31; no notice for a later",
        ),
    ],
)
def test_what_the_notices_say_for_a_day(made: Made, day: str, expected: str) -> None:
    assert made(day).findings[0].text.find(expected) >= 0


def test_a_citation_that_no_text_backs_is_not_quoted(made: Made) -> None:
    assert "82 FR 36067" not in said(made("2018-01-01"))


def test_exceptions_advice_and_law(made: Made) -> None:
    early, late = (said(made(day)) for day in (MEMO, TODAY))
    assert "The advice of one state was public: Canada says avoid all travel." in early
    assert "NKSPEA s.207 (22 U.S.C. 9227), since 2016-02-18: wider and more frequent travel warnings" in early
    assert "The rule knows 4 grounds for a special validation: professional reporter" in late
    assert "They matter only while a restriction stands." in late
    assert "6 states had public advice or measures on such travel" in late


def test_no_word_of_later_rows(made: Made, sections: Sections) -> None:
    """Every name in the section of the memo's day is a name that the day shows."""
    view = sections.evidence.at(MEMO)
    later = {s.value for i in items(sections.evidence.at(TODAY), "Detention") for s in i.all("name")}
    shown = {s.value for i in items(view, "Detention") for s in i.all("name")}
    one = made(MEMO)
    cells = " ".join(c for t in one.tables for r in t.rows for c in r.texts)
    assert not [name for name in later - shown if name in said(one) + cells]


def test_the_chart_draws_each_case_that_a_text_backs(made: Made) -> None:
    (figure,) = made(TODAY).figures
    rows = {r.texts[0]: r.texts[1:] for r in figure.data.rows}
    assert len(rows) == 7
    assert rows["Kim Dong Chul"] == ["2015-10-01", "2018-05-09", "in full"]
