"""What is read of a document, and how a bad one is refused without a crash."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents import made
from yalu.documents import docx as word
from yalu.documents import html as web
from yalu.documents import limits, plain
from yalu.documents import pdf as portable
from yalu.documents.extract import extract
from yalu.documents.page import CUT, EMPTY, SCANNED, Note, Page
from yalu.documents.passage import locate
from yalu.errors import ContractError


def test_a_pdf_is_read_by_page_in_three_scripts() -> None:
    text = extract(made.pdf(*made.REPORT), "report.pdf")
    assert [p.number for p in text.pages] == [1, 2, 3, 4, 5, 6]
    assert "KIM Jong Un" in text.pages[1].text
    assert "김정은은" in text.pages[3].text
    assert "金正恩先生" in text.pages[4].text
    assert text.notes == []


def test_a_scanned_page_is_told() -> None:
    text = extract(made.scanned(), "scan.pdf")
    assert [p.mark for p in text.pages] == [SCANNED, ""]


def test_a_script_is_told_and_the_page_read() -> None:
    text = extract(made.with_script(), "script.pdf")
    assert [n.code for n in text.notes] == ["script"]
    assert [p.mark for p in text.pages] == [EMPTY]


def test_two_thousand_pages_are_read_each_under_its_number() -> None:
    text = extract(made.long(2_000), "register.pdf")
    assert [p.number for p in text.pages] == list(range(1, 2_001)) and text.notes == []
    assert all(f"Page {p.number} of the invented register" in p.text for p in text.pages)
    assert (found := locate(text.pages[1_233], "Page 1234 of the invented register")) and found.page == 1_234


def test_more_pages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGES", 20)
    with pytest.raises(ContractError, match="21 pages"):
        list(portable.read(made.long(21)))


def test_an_encrypted_pdf_is_refused_as_such() -> None:
    with pytest.raises(ContractError, match="encrypted"):
        extract(made.encrypted(), "secret.pdf")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\x00 ", "empty"),
        (b"%PDF-1.7 and no more", "damaged"),
        (b"PK\x03\x04 broken", "cut off or damaged"),
        (made.docx(made.paragraph("x"))[:200], "cut off or damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "old Office file"),
        (made.png(), "image"),
        (b"caf\xe9", "no text in UTF-8"),
        (b"\x01\x00\x02\x03", "no text and no format"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(ContractError, match=says) as refused:
        extract(content, "file.pdf")
    assert refused.value.exit_code == 5 and refused.value.do


def test_content_decides_whatever_the_name() -> None:
    text = extract(made.docx(made.paragraph("Plain words")), "report.pdf")
    assert text.format == "docx" and "wrong_extension" in [n.code for n in text.notes]


def test_word_pages_break_where_word_broke_them() -> None:
    body = made.paragraph("one") + '<w:p><w:r><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'
    text = extract(made.docx(body, word__vbaProject_bin=b"x"), "a.docx")
    assert [p.text for p in text.pages] == ["one", "two"]
    assert "script" in [n.code for n in text.notes]


def test_a_zip_bomb_is_unpacked_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 10_000)
    bomb = made.docx(made.paragraph("0" * 1_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(ContractError, match="unpacks to more"):
        list(word.read(bomb))


def test_entities_of_a_word_file_are_refused() -> None:
    head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(ContractError, match="entities"):
        extract(made.docx(made.paragraph("&e;"), head), "a.docx")


def test_html_is_what_a_reader_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", no_network)
    page = b"""<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><html><head><title>T &amp; U</title>
      <link rel=stylesheet href="http://example.invalid/x.css"></head><body><script>alert('bad')</script>
      <p>First <b>line</b></p><p hidden>unseen</p><p>second&e;</p><img src="http://example.invalid/i.png"></body></html>"""
    found = list(web.read(page))
    [text] = [p.text for p in found if isinstance(p, Page)]
    assert text.splitlines()[:1] == ["First line"] and "second" in text
    assert not {"alert", "unseen"} & set(text.replace("(", " ").split())
    assert {n.code for n in found if isinstance(n, Note)} == {"script", "title"}


def test_a_page_that_is_too_long_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_LETTERS", 100)
    [one, two] = [p for p in plain.read(b"x" * 500 + b"\fshort") if isinstance(p, Page)]
    assert (one.mark, len(one.text), two.mark) == (CUT, 100, "")


def test_a_reader_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ContractError, match="not read within"):
        extract(made.pdf("x"), "a.pdf", seconds=0.001)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES", 10)
    with pytest.raises(ContractError, match="bytes"):
        extract(b"x" * 11, "a.txt")


@given(st.data())
@settings(max_examples=15)
def test_any_damage_to_a_pdf_is_refused_or_read(data: st.DataObject) -> None:
    whole = made.raw_pdf("<</Type /Catalog /Pages 2 0 R>>", made.PAGES, made.PAGE)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    damaged = whole[:start] + data.draw(st.binary(max_size=12)) + whole[end:]
    with suppress(ContractError):
        assert extract(damaged, "a.pdf").pages


def test_the_fonts_of_the_test_are_there() -> None:
    assert Path(made.FONTS, "YaluHan-Regular.otf").exists()
