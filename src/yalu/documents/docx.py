"""Word files (.docx): their paragraphs and tables, as XML without entities and without network."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from yalu.documents import limits
from yalu.documents.formats import refuse
from yalu.documents.page import CUT, EMPTY, SCANNED, Note, Page

READER = "docx 1"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_PARTS = ("word/footnotes.xml", "word/endnotes.xml")


def read(content: bytes) -> Iterator[Page | Note]:
    """The pages as Word last broke them, footnotes after the last. Raises ContractError."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refuse(f"the Word file is cut off or damaged: {error}") from error
    names = set(packed.namelist())
    if any(n.startswith("word/vbaProject") for n in names):
        yield Note("script", "the Word file holds macros; they were not run")
    pages = _pages(_part(packed, "word/document.xml"))
    notes = [text for name in _PARTS if name in names for text in _pages(_part(packed, name))]
    images = any(n.startswith("word/media/") for n in names)
    yield Note(
        "pages", "pages are those at which Word last broke the text; another printer may break it elsewhere"
    )
    if sum(map(len, pages)) > limits.LETTERS or len(pages) > limits.PAGES:
        raise refuse(
            "the Word file holds too much text", expected=f"at most {limits.PAGES:,} pages", do="Split it."
        )
    if any(t.strip() for t in notes):
        yield Note("notes", f"page {len(pages) + 1} holds the footnotes and endnotes")
        pages += ["\n".join(notes)]
    for number, text in enumerate(pages, start=1):
        mark = CUT if len(text) > limits.PAGE_LETTERS else ""
        if not text.strip():
            mark = SCANNED if images else EMPTY
        yield Page(number, text[: limits.PAGE_LETTERS], mark)


def _part(packed: zipfile.ZipFile, name: str) -> etree._Element:
    """One part, unpacked no further than the limit whatever its head promises."""
    try:
        with packed.open(name) as part:
            content = part.read(limits.UNPACKED + 1)
    except Exception as error:  # zipfile's errors and those of its packings have no common base
        raise refuse(f"{name} in the Word file cannot be unpacked: {error}") from error
    if len(content) > limits.UNPACKED:
        raise refuse(
            f"{name} in the Word file unpacks to more than {limits.UNPACKED:,} bytes", do="Check who sent it."
        )
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise refuse(
            f"{name} in the Word file declares entities, which no Word file does", do="Check who sent it."
        )
    try:
        return etree.fromstring(content, _SAFE)
    except etree.XMLSyntaxError as error:
        raise refuse(f"{name} in the Word file is damaged: {error}") from error


def _pages(root: etree._Element) -> list[str]:
    pages: list[list[str]] = [[]]
    for element in root.iter():
        tag = element.tag
        if tag == f"{_W}t":
            pages[-1].append(element.text or "")
        elif tag in (f"{_W}tab", f"{_W}tc"):
            pages[-1].append("\t")
        elif tag == f"{_W}p":
            pages[-1].append("\n")
        elif tag == f"{_W}lastRenderedPageBreak" or (tag == f"{_W}br" and element.get(f"{_W}type") == "page"):
            pages.append([])
        elif tag in (f"{_W}br", f"{_W}cr"):
            pages[-1].append("\n")
        elif tag == f"{_W}noBreakHyphen":
            pages[-1].append("-")
    return ["".join(p).strip("\n") for p in pages]
