"""PDF by PDFium, which runs no script here: this build of it has no JavaScript engine."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from yalu.documents import limits
from yalu.documents.formats import refuse
from yalu.documents.page import CUT, EMPTY, GARBLED, SCANNED, Note, Page

READER = f"pdf 1, PDFium {pypdfium2.PDFIUM_INFO.build}"

MOST_STRANGE = 0.3
"""From this share of letters without meaning on, a page counts as garbled."""

_LINES = str.maketrans({"\ufffe": "-", "\x02": "-", "\x00": "", "\u2028": "\n", "\u2029": "\n", "\x0c": "\n"})


def read(content: bytes) -> Iterator[Page | Note]:
    """The pages, and notes on the file. Raises ContractError."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or b"/Encrypt" in content:
            raise refuse(
                "the PDF is encrypted",
                do="Save it without a password, and read that.",
                expected="a PDF without password",
            ) from error
        raise refuse(f"the PDF is damaged: {error}", do="Fetch it again, or print it anew as PDF.") from error
    yield from _notes(document, content)
    if len(document) > limits.PAGES:
        raise refuse(
            f"the PDF has {len(document):,} pages", expected=f"at most {limits.PAGES:,}", do="Split it."
        )
    if not len(document):
        raise refuse("the PDF has no page")
    for index in range(len(document)):
        yield _page(document, index)


def _page(document: Any, index: int) -> Page:
    number = index + 1
    try:
        page = document[index]
        text_page = page.get_textpage()
        count = text_page.count_chars()
        text = text_page.get_text_range(0, min(count, limits.PAGE_LETTERS)) if count > 0 else ""
    except pypdfium2.PdfiumError:
        return Page(number, "", GARBLED)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINES)
    mark = CUT if count > limits.PAGE_LETTERS else ""
    if not text.strip():
        kinds = {o.type for o in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)}
        mark = SCANNED if kinds else EMPTY
    elif _strange(text) > MOST_STRANGE:
        mark = GARBLED
    text_page.close()
    page.close()
    return Page(number, text, mark)


def _strange(text: str) -> float:
    letters = [c for c in text if not c.isspace()]
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < " " for c in letters)
    return strange / len(letters)


def _notes(document: Any, content: bytes) -> Iterator[Note]:
    scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
    if scripts > 0 or b"/JavaScript" in content or b"/JS" in content:
        yield Note("script", "the PDF holds JavaScript; it was not run")
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        yield Note("attachments", "the PDF has files attached; they were not read")
    length = pdfium.FPDF_GetMetaText(document, b"Title", None, 0)
    if 2 < length < 4096:
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(document, b"Title", buffer, length)
        title = buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\x00 \r\n\t")
        if title:
            yield Note("title", " ".join(title.split())[:300])
