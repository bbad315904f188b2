from __future__ import annotations

import dataclasses
import re

import pytest
from lxml import html as parser

from tests.publish.sample import NASTY, make_sample
from yalu.model.clock import Mode
from yalu.publish.html import brief_html, command, copies, is_link
from yalu.publish.methods import methods
from yalu.publish.print_data import print_data
from yalu.publish.typeset import cell, curly, is_day, typeset


@pytest.fixture(scope="module")
def text() -> str:
    return brief_html(make_sample())


@pytest.fixture(scope="module")
def page(text: str) -> parser.HtmlElement:
    return parser.fromstring(text)


def test_the_page_needs_no_network_and_no_script(text: str, page: parser.HtmlElement) -> None:
    assert not page.xpath(
        "//script | //link | //img | //iframe | //object | //*[@*[starts-with(name(), 'on')]]"
    )
    assert "default-src 'none'" in text
    assert not re.search(r"url\((?!data:)|@import", text)


def test_every_link_inside_the_page_has_a_target(page: parser.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)


def test_every_file_that_is_named_is_an_annex(page: parser.HtmlElement, tmp_path) -> None:
    from yalu.publish.annex import write_annexes

    written = {f"annex/{p.name}" for p in write_annexes(make_sample(), tmp_path)}
    named = {h for h in page.xpath("//a/@href") if h.startswith("annex/")}
    assert named == written


def test_names_are_escaped(text: str) -> None:
    assert "<Trading>" not in text and "<serves>" not in text and "Report <1>" not in text
    assert "Ma &amp; Sons &lt;Trading&gt; &#34;Co&#34;" in text


def test_key_findings_stand_first_and_link_to_their_section(page: parser.HtmlElement) -> None:
    (key,) = page.xpath("//section[@id='key-findings']")
    assert NASTY in key.text_content()
    assert key.xpath(".//h3/a/@href") == ["#facilitators"]


def test_more_than_six_sources_are_folded(page: parser.HtmlElement) -> None:
    first = page.xpath("//section[@id='facilitators']//ul[contains(@class, 'findings')]/li")[0]
    (more,) = first.xpath(".//details")
    assert len(first.xpath(".//a[@class='cite']")) == 11
    assert len(more.xpath(".//a")) == 5
    assert more.findtext("summary") == "+5"


def test_folded_sources_never_stand_in_a_paragraph_which_would_end_there(text: str) -> None:
    assert not re.search(r"<p[ >](?:(?!</p>).)*<details", text, re.DOTALL)


def test_scripts_have_their_language(page: parser.HtmlElement) -> None:
    finding = page.xpath("//section[@id='facilitators']//ul[contains(@class, 'findings')]/li")[1]
    found = {e.get("lang"): e.text for e in finding.xpath(".//span[@lang]")}
    assert found == {"ko": "조선광선은행", "zh": "丹东鸿祥", "ja": "テスト"}


def test_long_tables_are_folded_and_name_their_annex(page: parser.HtmlElement) -> None:
    shown = page.xpath("//table[@id='facilitators-names']/tbody/tr")
    assert len(shown) == 24
    (rest,) = page.xpath("//details[@class='rest']")
    assert len(rest.xpath(".//tbody/tr")) == 16
    assert "24 of 40 rows" in rest.getprevious().text_content()


def test_empty_columns_are_named_and_left_out(page: parser.HtmlElement) -> None:
    heads = [h.text_content() for h in page.xpath("//table[@id='facilitators-names']/thead//th")]
    assert heads == ["Name", "Count", "Source"]
    assert "Without an entry on that day: Remark." in page.text_content()


def test_no_cell_is_empty(page: parser.HtmlElement) -> None:
    assert all(c.text_content().strip() for c in page.xpath("//tbody//td | //tbody//th"))
    assert 'title="' in cell("")


def test_a_table_without_rows_says_so() -> None:
    assert "No row: the evidence of the day holds nothing" in brief_html(make_sample(rows=0))


def test_claims_have_words_and_signs_and_a_later_one_only_its_id(page: parser.HtmlElement) -> None:
    (claims,) = page.xpath("//section[@id='claims']")
    text = claims.text_content()
    assert "✓ confirmed" in text and "about 5 < 6" in text and "○ not yet public" in text
    assert "so shown by id alone: q2." in text
    assert not page.xpath("//tr[@id='claim-q2']")


def test_sources_are_numbered_and_only_web_addresses_are_links(page: parser.HtmlElement) -> None:
    items = page.xpath("//ol[@class='sources']/li")
    assert items[0].text_content().startswith("[1]Press & Sons: Report <1>, 2016-05. https://example.org/1")
    assert items[0].xpath(".//a/@rel") == ["noreferrer"]
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert not is_link("github:owner/name file")


def test_an_unverified_step_is_marked(page: parser.HtmlElement) -> None:
    assert [t.text for t in page.xpath("//div[contains(@class, 'next')]//span[@class='tag']")] == [
        "? unverified"
    ]


def test_figures_are_drawn_for_page_and_phone_with_words_and_data(page: parser.HtmlElement) -> None:
    (figure,) = page.xpath("//figure")
    assert len(figure.xpath(".//*[name()='svg']")) == 2
    assert "The lists grew, says a source." in figure.text_content()
    assert "annex/facilitators-figure-growth.csv" in figure.text_content()


def test_the_same_brief_gives_the_same_page(text: str) -> None:
    assert brief_html(make_sample()) == text


def test_the_methods_are_the_same_words_as_in_print(page: parser.HtmlElement) -> None:
    (section,) = page.xpath("//section[@id='methods']")
    text = section.text_content()
    for head, words in methods("strict"):
        assert f"{head}. {words}" in text
    assert section.xpath(".//a/@href") == ["annex/statements.csv"]


def test_a_likely_brief_says_so_and_how_to_make_it_again() -> None:
    brief = make_sample(mode=Mode.LIKELY, on="2017-01-01")
    assert command(brief) == "yalu brief --as-of 2017-06-13 --on 2017-01-01 --mode likely --snapshot sabc123"
    made = parser.fromstring(brief_html(brief)).text_content()
    assert "likely: also what may have been public" in made
    assert "of what was true on 2017-01-01" in made


def test_the_title_block_names_the_copies() -> None:
    brief = make_sample()
    assert copies(brief) == ["casebook alone: no copy of a list of that day or earlier is held"]
    assert ["Lists", copies(brief)[0]] in print_data(brief)["facts"]
    held = [("ofac_sdn", "2016-01-01"), ("ofac_sdn", "2017-01-01"), ("un_sc", "2017-02-01")]
    lines = copies(dataclasses.replace(brief, copies=held))
    assert lines[0].endswith("2 copies, 2016-01-01 to 2017-01-01")
    assert lines[1].endswith("copy of 2017-02-01")


def test_a_page_of_800_rows_is_small() -> None:
    brief = make_sample(rows=800)
    assert len(brief_html(brief).encode()) < 3_000_000


def test_typesetting_keeps_the_text() -> None:
    for text in ("a < b & 'c'", "조선 광선 (KKBC)", "on 2016-08-11, 2016-08 and 2016", NASTY):
        assert parser.fragment_fromstring(f"<p>{typeset(text)}</p>").text_content() == text
    assert typeset("since 2016-08-11.") == 'since <span class="day">2016-08-11</span>.'
    assert "<span" not in typeset("1-2016-08-1")


def test_an_interval_reads_as_words() -> None:
    made = parser.fragment_fromstring(f"<p>{cell('2016-03-01..2016-03-31')}</p>").text_content()
    assert made == "2016-03-01 to 2016-03-31"
    assert is_day("2016-03") and not is_day("2016-03-01 to")
    assert curly("Korea's") == "Korea’s"
