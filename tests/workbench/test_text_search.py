"""The words of a query, and the words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu.workbench.plain import plain
from yalu.workbench.text_search import Term, parse


def test_a_query_is_read_as_people_write_it() -> None:
    assert parse('Ri "Hong Sop" -bank kor*') == [
        [Term(("ri",), False, True)],
        [Term(("hong", "sop"), False, True)],
        [Term(("bank",), False, False)],
        [Term(("kor",), True, True)],
    ]
    assert parse("a OR b | c d") == [
        [Term(("a",), False, True), Term(("b",), False, True), Term(("c",), False, True)],
        [Term(("d",), False, True)],
    ]
    assert parse("NOT a") == [[Term(("a",), False, False)]]
    assert parse('"open quote') == [[Term(("open", "quote"), False, True)]]


@pytest.mark.parametrize("query", ["", "  ", "OR", "- -", '"', "()", "* *"])
def test_a_query_without_words_asks_nothing(query: str) -> None:
    assert parse(query) == []


@given(st.text(max_size=200))
def test_no_query_fails(query: str) -> None:
    for group in parse(query):
        assert group and all(term.words for term in group)


@given(st.text(max_size=100))
def test_plain_words_stay_as_they_are(text: str) -> None:
    once = plain(text)
    assert once.startswith(" ") and once.endswith(" ")
    assert plain(once) == once


def test_a_sign_of_capitals_is_read_in_small_letters() -> None:
    assert plain("℠") == " sm "


def test_case_accents_and_marks_do_not_count() -> None:
    assert plain("RI, Hông-So'p") == " ri hong sop "
    assert plain("ТОРГОВЫЙ дом") == " торговыи дом "
    assert plain("리홍섭 李弘燮") == " 리홍섭 李弘燮 "
