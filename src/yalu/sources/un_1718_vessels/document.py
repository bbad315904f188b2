"""From bytes to the rows of the tables, or a ContractError that says what the file is instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from yalu.errors import ContractError
from yalu.sources.delimited import plain
from yalu.sources.written_dates import DATE, iso

SOURCE = "un_1718_vessels"
FILE = "un_1718_vessels.html"
_END = re.compile(rb"</html>\s*\Z", re.IGNORECASE)
_DAY = re.compile(DATE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its paragraphs as one text, its paragraphs apart, and the columns that it spans."""

    text: str
    lines: tuple[str, ...]
    columns: int


Row = list[Cell]


def refuse(what: str, expected: str, where: str = "") -> ContractError:
    """The error for the document, or for one of its ships."""
    return ContractError(SOURCE, what, where=f"{FILE} {where}".strip(), expected=expected)


def read_rows(content: bytes) -> tuple[list[Row], str]:
    """The rows of all tables in their order, and the day that the document's title names, or ``""``."""
    expected = "the Committee's document as a web page (HTML) in UTF-8"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            f"byte {content[error.start]:#04x} at offset {error.start} is no UTF-8", expected
        ) from error
    if not text.strip() or "\0" in text:
        raise refuse("the file is empty" if not text.strip() else "the file holds NUL bytes", expected)
    if not _END.search(content):
        raise refuse("the file breaks off, or is no web page", f"{expected} that ends with </html>")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(f"the page cannot be read: {error}"[:160], expected) from error
    if root is None:
        raise refuse("the page is empty", expected)
    rows = [[_cell(c) for c in row if c.tag in ("td", "th")] for row in root.iter("tr")]
    title = plain(root.findtext(".//title") or "")
    named = _DAY.search(title)
    return [row for row in rows if any(cell.text for cell in row)], iso(named[0]) if named else ""


def _cell(element: etree._Element) -> Cell:
    parts = [plain("".join(map(str, p.itertext()))) for p in element.iter("p")]
    lines = tuple(part for part in parts if part) or (plain("".join(map(str, element.itertext()))),)
    width = element.get("colspan") or ""
    return Cell(plain(" ".join(lines)), lines, int(width) if width.isascii() and width.isdigit() else 1)
