"""A draft instrument as a Word document, the same bytes for the same draft."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from yalu.coalition.states.draft import Draft
from yalu.publish.instrument.blocks import AID, Block, blocks

if TYPE_CHECKING:
    from docx.document import Document

_STYLES = {
    "title": "Title",
    "heading": "Heading 1",
    "subheading": "Heading 2",
}
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def docx(draft: Draft) -> bytes:
    """The file, with the notice in every header."""
    import docx as word

    document = word.Document()
    properties = document.core_properties
    properties.author, properties.title = "Yalu", f"Draft instrument: {draft.grid.name}"
    properties.comments = AID
    properties.created = properties.modified = datetime.fromisoformat(draft.grid.view.when.as_of)
    document.sections[0].header.paragraphs[0].text = AID
    for block in blocks(draft):
        _add(document, block)
    out = BytesIO()
    document.save(out)
    return _fixed(out.getvalue())


def _add(document: Document, block: Block) -> None:
    text = _NOT_XML.sub("", block.text)
    paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
    if block.kind == "note":
        paragraph.style = document.styles["Normal"]
        paragraph.paragraph_format.left_indent = 360000  # one centimeter
        paragraph.add_run(text).italic = True
        return
    if block.label:
        paragraph.add_run(f"{block.label} ").bold = True
    paragraph.add_run(text).bold = block.kind == "notice"


def _fixed(content: bytes) -> bytes:
    """The archive with one time for all members, so that equal drafts are equal files."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
