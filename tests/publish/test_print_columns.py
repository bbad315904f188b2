"""Columns of a printed table stay on the page and waste none of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu.publish.print_columns import GAP, PAGE, SIZES, breakable, columns_for, ems
from yalu.publish.print_text import address_parts, runs

WORDS = st.text("abc MW 1,-é中한", max_size=60)


@given(st.integers(2, 10).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1)))
def test_a_table_is_as_wide_as_the_page_whatever_it_holds(rows: list[list[str]]) -> None:
    fitted = columns_for(rows)
    assert sum(fitted.widths) == pytest.approx(PAGE, abs=1)
    assert all(w >= GAP for w in fitted.widths)
    assert fitted.size in SIZES
    assert fitted.lines >= len(rows)


def test_a_long_text_gets_the_room_that_numbers_do_not_need() -> None:
    fitted = columns_for([["Name", "Days", "What"], ["KIM", "12", "a long remark about it " * 6]], {1})
    assert fitted.widths[2] > 3 * fitted.widths[1]


def test_a_word_is_not_broken_where_it_fits() -> None:
    fitted = columns_for([["Power", "Where"], ["international authorization", "territorial sea"]])
    for cell, width in zip(["international authorization", "territorial sea"], fitted.widths, strict=True):
        assert breakable(cell, width, fitted.size) == cell


def test_a_long_address_may_break_at_its_signs() -> None:
    address = "https://example.org/a/long/path?with=query&more=1"
    broken = breakable(address, 60, 8)
    assert broken.replace("\u200b", "").replace("\u00ad", "") == address
    assert "/\u200b" in broken


def test_wide_scripts_count_as_wide() -> None:
    assert ems("丹东") > 1.5 * ems("ab")


def test_source_numbers_become_runs() -> None:
    assert runs([1, 2, 3, 7, 9, 10], 2) == ([(1, 3), (7, 7)], 2)
    assert runs([], 3) == ([], 0)


def test_an_address_breaks_after_its_signs_and_never_in_its_host() -> None:
    for text in [
        "https://www.example.org/a/long-path/2017?x=1&y=2",
        "github:a/b @66d0 data.csv",
        "x" * 90,
        "",
    ]:
        assert "".join(address_parts(text)) == text
    assert address_parts("https://www.example.org/a/long-path/2017")[0] == "https://www.example.org/"
    assert max(map(len, address_parts("x" * 90))) <= 40
