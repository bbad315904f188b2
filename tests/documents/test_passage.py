"""Where a quotation stands: whatever the layout did to it, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yalu.documents.citing import find_passage
from yalu.documents.page import SCANNED, Page, Text
from yalu.documents.passage import fold, locate, nearest
from yalu.errors import UsageError

WORDS = st.lists(
    st.text(st.sampled_from("abcXYZ019김정은金é"), min_size=2, max_size=9), min_size=3, max_size=30
)


def text(*pages: str) -> Text:
    return Text("txt", "r", [Page(n, p) for n, p in enumerate(pages, start=1)])


@given(WORDS, st.data())
def test_a_quotation_is_found_whatever_breaks_its_lines(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    gaps = [data.draw(st.sampled_from([" ", "\n", "  \n", "\u00a0", "\t"])) for _ in words]
    cut = data.draw(st.integers(1, 8))

    def laid_out(word: str) -> str:
        return word[:cut] + "-\n" + word[cut:] if 0 < cut < len(word) else word

    page = "".join(laid_out(w) + g for w, g in zip(words, gaps, strict=True))
    quote = " ".join(words[first:last])
    found = locate(Page(1, page), quote)
    assert found is not None
    assert fold(found.text).letters == fold(quote).letters
    assert page[found.start : found.end] == found.text
    assert found.start == 0 or fold(page[: found.start] + found.text).letters.endswith(fold(quote).letters)


@given(WORDS, st.text(st.sampled_from("qrstuv"), min_size=3, max_size=12))
def test_what_does_not_stand_there_is_not_found(words: list[str], other: str) -> None:
    assume(other not in "".join(words))
    assert locate(Page(1, " ".join(words)), other) is None


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_is_too_odd(page: str, quote: str) -> None:
    found = locate(Page(1, page), quote)
    if found is not None:
        assert fold(page[found.start : found.end]).letters.count(fold(quote).letters) >= 1
    nearest(text(page), quote)


@pytest.mark.parametrize(
    ("page", "quote"),
    [
        ("the e\ufb03cient of\ufb01ce", "efficient office"),
        ("the efficient office", "e\ufb03cient of\ufb01ce"),
        ("a so-\ncalled ship", "so-called ship"),
        ("a develop-\nment bank", "development bank"),
        ("soft\u00adhyphen", "softhyphen"),
        ("“Quoted” and it’s 2016–17", '"Quoted" and it\'s 2016-17'),
        ("cafe\u0301 bar", "caf\u00e9 bar"),
        ("김정은이\n방문", "김정은이 방문"),
        ("访问\n了该公司", "访问了该公司"),
    ],
)
def test_layout_and_type_do_not_matter(page: str, quote: str) -> None:
    found = locate(Page(1, page), quote)
    assert found and page[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("page", "quote"), [("owned 25%", "owned 52%"), ("Not owned", "not owned"), ("51%", "5.1%")]
)
def test_letters_digits_and_capitals_do_matter(page: str, quote: str) -> None:
    assert locate(Page(1, page), quote) is None


def test_the_nearest_passage_is_told() -> None:
    pages = text("nothing here", "The company is owned by Mr. Lee since 2012.")
    with pytest.raises(UsageError, match=r"page 2: “The company is owned by Mr\. Lee since 2012") as refused:
        find_passage(pages, "The company was owned by Mr. Lee since 2013.", 0)
    assert "stands on no page" in refused.value.what


def test_the_right_page_is_told() -> None:
    with pytest.raises(UsageError, match="--page 2"):
        find_passage(text("one page", "another page"), "another", 1)


def test_a_quotation_on_two_pages_needs_one() -> None:
    with pytest.raises(UsageError, match="on 2 pages: 1, 2"):
        find_passage(text("the same", "the same"), "the same", 0)
    assert find_passage(text("the same", "the same"), "the same", 2).page == 2


def test_an_unread_page_says_so() -> None:
    pages = Text("pdf", "r", [Page(1, "", SCANNED)])
    with pytest.raises(UsageError, match="scanned"):
        find_passage(pages, "anything", 1)


@pytest.mark.parametrize("quote", ["", "a", "x" * 5000])
def test_a_quotation_has_some_letters_and_not_too_many(quote: str) -> None:
    with pytest.raises(UsageError, match="letters"):
        find_passage(text("a"), quote, 0)
