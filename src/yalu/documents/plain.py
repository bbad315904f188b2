"""Plain text: UTF-8, or UTF-16 with its mark; a form feed begins a new page."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from yalu.documents import limits
from yalu.documents.formats import refuse
from yalu.documents.page import CUT, EMPTY, Note, Page

READER = "txt 1"


def read(content: bytes) -> Iterator[Page | Note]:
    """The pages. Raises ContractError where the encoding is not known."""
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refuse(
            f"byte {error.start:,} is no text in {encoding.removesuffix('-sig').upper()}",
            expected="text in UTF-8, or UTF-16 with a byte order mark",
            do="Save it as UTF-8: iconv -f windows-1252 -t utf-8 FILE, for example.",
        ) from error
    pages = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\f")
    if len(pages) > limits.PAGES:
        raise refuse(
            f"the text has {len(pages):,} pages", expected=f"at most {limits.PAGES:,}", do="Split it."
        )
    if len(pages) == 1:
        yield Note("pages", "the text has no page breaks, so all of it is page 1")
    for number, one in enumerate(pages, start=1):
        mark = CUT if len(one) > limits.PAGE_LETTERS else "" if one.strip() else EMPTY
        yield Page(number, one[: limits.PAGE_LETTERS], mark)
