"""The draft as Markdown and as a Word document: the same words, whole, and the same bytes each time."""

from __future__ import annotations

from io import BytesIO

import docx as word
import pytest

from tests.coalition.states.made import grid_of
from yalu.coalition.states.draft import Draft, draft
from yalu.coalition.states.grid import grid
from yalu.coalition.states.held import held
from yalu.evidence.view import Evidence
from yalu.publish.instrument.blocks import AID, blocks
from yalu.publish.instrument.docx import docx
from yalu.publish.instrument.markdown import markdown
from yalu.regimes import load_duties


@pytest.fixture(scope="module")
def made(evidence: Evidence) -> Draft:
    return draft(grid(held(evidence.at("2018-01-01"), load_duties()), "NA"))


def test_word_reads_every_block_back(made: Draft) -> None:
    read = word.Document(BytesIO(docx(made)))
    printed = [p.text for p in read.paragraphs]
    assert printed == [f"{b.label} {b.text}" if b.label else b.text for b in blocks(made)]
    assert read.sections[0].header.paragraphs[0].text == AID
    assert read.paragraphs[0].style is not None and read.paragraphs[0].style.name == "Title"


def test_both_begin_with_the_notice(made: Draft) -> None:
    assert markdown(made).splitlines()[2] == f"**{AID}**"
    assert [b.text for b in blocks(made)][1] == AID


def test_the_same_draft_is_the_same_file(made: Draft) -> None:
    assert docx(made) == docx(made)
    assert b"2018-01-01T00:00:00Z" in _core(docx(made))


def _core(content: bytes) -> bytes:
    import zipfile

    return zipfile.ZipFile(BytesIO(content)).read("docProps/core.xml")


def test_markup_and_control_characters_of_a_source_stay_text(evidence: Evidence) -> None:
    on = held(evidence.at("2018-01-01"), load_duties())
    one = grid_of(on, [[("missing", "2017-01-01", True)]])
    row = one.cells[0].evidence[0]
    object.__setattr__(row.statements[0], "value", "# head\n\n[x](javascript:1) <b>\x00\ud7ff")
    text = markdown(draft(one))
    assert "\n# head" not in text and "\\# head" in text and "\\[x\\]" in text and "\\<b\\>" in text
    assert any("# head" in p.text for p in word.Document(BytesIO(docx(draft(one)))).paragraphs)
