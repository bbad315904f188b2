"""A package as a Word file: real headings and tables, languages marked, the same bytes each time."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from yalu.model.dates import partial
from yalu.model.words import grade_words
from yalu.publish.package.archive import repacked
from yalu.publish.package.blocks import Block, Bullets, Document, Drawing, Grid, Head, Para
from yalu.publish.package.drawing import png
from yalu.publish.package.word_parts import (
    cites_text,
    describe,
    fill,
    new_document,
    plain,
    put,
    shade_notice,
    whole_rows,
    widths,
)
from yalu.publish.print_columns import PAGE, columns_for

WIDTH_CM = 17.0
PROPERTY = 255
"""Letters that a property of the file may have."""


def package_docx(document: Document) -> bytes:
    """The file as bytes. Its days are that of the package, so that it does not tell when it was made."""
    word = new_document()
    _about(word, document)
    put(word.add_paragraph(style="Caption"), document.head)
    word.add_heading("", level=0)
    put(word.paragraphs[-1], document.title)
    put(word.add_paragraph(style="Subtitle"), document.subtitle)
    table = word.add_table(rows=0, cols=2)
    for name, value in document.facts:
        for cell, text in zip(table.add_row().cells, (name, value), strict=True):
            fill(cell, text)
    widths(table, (3.0, WIDTH_CM - 3.0))
    word.add_paragraph(style="Note")
    notice = word.add_paragraph()
    put(notice, document.notice)
    shade_notice(notice)
    for number, section in enumerate(document.sections, start=1):
        put(word.add_heading("", level=1), f"{number} {section.title}")
        for block in section.blocks:
            _block(word, block)
    _sources(word, document)
    out = io.BytesIO()
    word.save(out)
    return repacked(out.getvalue())


def _about(word: Any, document: Document) -> None:
    day = datetime.fromisoformat(partial(document.day).hi)
    core = word.core_properties
    core.title, core.subject = (plain(x)[:PROPERTY] for x in (document.title, document.subtitle))
    core.author = "Yalu"
    core.last_modified_by, core.revision, core.comments, core.language = (
        "Yalu",
        1,
        plain(document.head)[:PROPERTY],
        "en-US",
    )
    core.created = core.modified = core.last_printed = day


def _block(word: Any, block: Block) -> None:
    if isinstance(block, Para):
        _para(word.add_paragraph(), block)
    elif isinstance(block, Head):
        put(word.add_heading("", level=2), block.text)
    elif isinstance(block, Bullets):
        for item in block.items:
            _para(word.add_paragraph(style="List Bullet"), item)
    elif isinstance(block, Grid):
        _grid(word, block)
    else:
        _drawing(word, block)


def _para(paragraph: Any, one: Para) -> None:
    put(paragraph, one.text)
    if one.cites:
        paragraph.add_run(f"[{cites_text(one.cites)}]").font.superscript = True
    if one.mark:
        put(paragraph, f" [{one.mark}]", bold=True)


def _grid(word: Any, grid: Grid) -> None:
    caption = word.add_paragraph(style="Caption")
    put(caption, grid.title)
    caption.paragraph_format.keep_with_next = True
    if grid.note:
        note = word.add_paragraph(style="Note")
        put(note, grid.note)
        note.paragraph_format.keep_with_next = True
    names = [*grid.columns, "Source"]
    texts = [[*(c if c.strip() else "–" for c in row.cells), cites_text(row.cites)] for row in grid.rows]
    fitted = columns_for([names, *texts])
    table = word.add_table(rows=1, cols=len(names), style="Yalu Table")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        fill(cell, name, fitted.size, bold=True)
    for row in texts:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            fill(cell, text, fitted.size)
    whole_rows(table)
    widths(table, [width / PAGE * WIDTH_CM for width in fitted.widths])
    word.add_paragraph(style="Note")


def _drawing(word: Any, one: Drawing) -> None:
    from docx.shared import Cm

    caption = word.add_paragraph(style="Caption")
    put(caption, one.title)
    caption.paragraph_format.keep_with_next = True
    picture = word.add_paragraph()
    picture.paragraph_format.keep_with_next = True
    shape = picture.add_run().add_picture(io.BytesIO(png(one.svg)), width=Cm(WIDTH_CM))
    describe(shape, one.title, one.words.text)
    _para(word.add_paragraph(style="Note"), one.words)


def _sources(word: Any, document: Document) -> None:
    word.add_heading("Sources", level=1)
    for c in document.sources:
        parts = [f"[{c.number}] ", f"{c.publisher}: " if c.publisher else "", c.title]
        parts += [f", {c.date}" if c.date else "", f". {c.url}" if c.url else "."]
        put(word.add_paragraph(style="Source"), "".join(parts) + f" ({grade_words(c.grade)})")
    for words in document.disclaimers:
        put(word.add_paragraph(style="Note"), words)
