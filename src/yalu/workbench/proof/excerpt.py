"""The place of a statement in its archived document: a row, some lines, or a page, with the passage marked.

What is shown is text, whatever the document is: nothing of it is run or read as a page.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Literal

from yalu.documents.page import Page as Leaf
from yalu.documents.passage import locate
from yalu.documents.shelf import kept_text
from yalu.errors import YaluError
from yalu.evidence import archive
from yalu.evidence.workspace import Workspace
from yalu.model.statement import Statement
from yalu.workbench.frame.page import Model

AROUND = 12
LONGEST = 6_000
"""Letters of an excerpt."""
_ROW = re.compile(r"(?P<file>\S+\.(?:csv|xlsx?))(?: (?P<sheet>.+))? row (?P<row>\d+)")
_LINE = re.compile(r"\bline (\d+)")
_PASSAGE = re.compile(r"sha256 ([0-9a-f]{64}), page (\d+), characters (\d+) to (\d+)")


class Piece(Model):
    """A run of text; ``marked`` is the passage."""

    text: str
    marked: bool = False


class Excerpt(Model):
    """What stands at the place. ``cells`` for a row (head, content), ``pieces`` for lines or a page."""

    kind: Literal["row", "lines", "page", "none"]
    where: str
    cells: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    pieces: tuple[Piece, ...] = ()
    said: str = ""
    """What a reader should know: that the place was not found, or why nothing is shown."""
    sha256: str = ""
    """The document that is shown: for a citation the one that was read, and not the journal."""


def excerpt(workspace: Workspace, s: Statement, as_of: str) -> Excerpt:
    """The place of a statement. Never raises: a document that is not there is said.

    A copy of a later day than asked is not shown, since the rest of it was not public.
    """
    if cited := _PASSAGE.match(s.locator):
        return _page(workspace, cited)
    if (day := _day(workspace, s)) > as_of:
        said = f"The archived document is of {day}, later than the day asked. Ask that day or a later one."
        return Excerpt(kind="none", where=s.locator, said=said)
    try:
        content = archive.document(workspace, s.document)
    except YaluError as error:
        return Excerpt(kind="none", where=s.locator, said=f"{error.what} {error.do}", sha256=s.document)
    made = _row(content, s) if _ROW.search(s.locator) else _lines(content, s)
    return made.model_copy(update={"sha256": s.document})


def pieces(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """A text with the letters from ``start`` to ``end`` marked."""
    parts = ((text[:start], False), (text[start:end], True), (text[end:], False))
    return tuple(Piece(text=part, marked=marked) for part, marked in parts if part)


def _day(workspace: Workspace, s: Statement) -> str:
    """The first day of which a copy has the document; ``""`` where no copy says so."""
    copies = archive.copies(workspace, s.source)
    return min((c.date.hi for c in copies if s.document in c.documents.values()), default="")


def _page(workspace: Workspace, cited: re.Match[str]) -> Excerpt:
    digest, number, start, end = cited[1], int(cited[2]), int(cited[3]), int(cited[4])
    text = kept_text(workspace, digest)
    page = next((p for p in text.pages if p.number == number), None) if text else None
    where = f"page {number}, letters {start} to {end}"
    if page is None:
        return Excerpt(
            kind="none", where=where, said="The text of the document is not kept here.", sha256=digest
        )
    lo, hi = max(0, start - LONGEST // 2), min(len(page.text), end + LONGEST // 2)
    shown = pieces(page.text[lo:hi], start - lo, end - lo)
    return Excerpt(kind="page", where=where, pieces=shown, sha256=digest)


def _row(content: bytes, s: Statement) -> Excerpt:
    found = _ROW.search(s.locator)
    assert found
    number = int(found["row"])
    try:
        rows = _book(content, found["sheet"] or "", number) if content[:2] == b"PK" else _delimited(content)
    except (csv.Error, ValueError, KeyError, OSError) as error:
        return Excerpt(kind="none", where=s.locator, said=f"The row cannot be read again: {error}")
    if not 0 < number <= len(rows):
        return Excerpt(kind="none", where=s.locator, said=f"The document has {len(rows):,} rows.")
    row = rows[number - 1]
    head = next((r for r in rows[: number - 1] if _is_head(r, len(row))), None)
    cells = tuple(
        (head[i] if head else f"column {i + 1}", _marked(value[:LONGEST], s.value))
        for i, value in enumerate(row)
        if value.strip()
    )
    return Excerpt(kind="row", where=s.locator, cells=cells)


def _is_head(row: list[str], size: int) -> bool:
    return (
        len(row) == size
        and sum(bool(c.strip()) for c in row) > size / 2
        and not any(c.isdigit() for c in row)
    )


def _delimited(content: bytes) -> list[list[str]]:
    text = decoded(content)
    first = "\n".join(text.splitlines()[:3])
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))


def _book(content: bytes, sheet: str, number: int) -> list[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    leaf = book[sheet] if sheet else book.worksheets[0]
    rows = leaf.iter_rows(max_row=number, values_only=True)
    return [["" if c is None else str(c) for c in row] for row in rows]


def _lines(content: bytes, s: Statement) -> Excerpt:
    lines = decoded(content).splitlines()
    at = _line_of(lines, s)
    if at < 0:
        return Excerpt(
            kind="lines",
            where=s.locator,
            pieces=(Piece(text="\n".join(lines[:AROUND])[:LONGEST]),),
            said="The value is not found as it is stated: a parser put it together. The beginning is shown.",
        )
    lo, hi = _block(lines, at)
    text = "\n".join(lines[lo:hi])
    if len(text) > LONGEST:
        middle = max(0, text.find(s.value) - LONGEST // 2)
        text = text[middle : middle + LONGEST]
    return Excerpt(kind="lines", where=s.locator, pieces=_marked(text, s.value))


def _line_of(lines: list[str], s: Statement) -> int:
    """The line at which the place begins: as the locator says, that of its last word, or of the value."""
    if (found := _LINE.search(s.locator)) and int(found[1]) <= len(lines):
        return int(found[1]) - 1
    word = s.locator.rpartition(" ")[2]
    key = re.compile(rf"^[\s-]*(?:\w+:\s*)?[\"']?{re.escape(word)}[\"']?\s*(?:[:,]|$)")
    for wanted in (key.search, lambda line: s.value in line):
        at = next((i for i, line in enumerate(lines) if wanted(line)), -1)
        if at >= 0:
            return at
    return -1


def _block(lines: list[str], at: int) -> tuple[int, int]:
    """From some lines before a place to the next item of its list, or some lines on."""
    dash = re.match(r"\s*- ", lines[at])
    if dash:
        end = next((i for i in range(at + 1, len(lines)) if lines[i].startswith(dash.group())), len(lines))
        return at, min(end, at + 8 * AROUND)
    return max(0, at - 2), min(len(lines), at + 3 * AROUND)


def _marked(text: str, value: str) -> tuple[Piece, ...]:
    """The text with the value marked, blanks and hyphens apart."""
    if word := re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text) if value.strip() else None:
        return pieces(text, word.start(), word.end())
    found = locate(Leaf(1, text), value) if len(value.strip()) > 3 else None
    return pieces(text, found.start, found.end) if found else (Piece(text=text),)


def decoded(content: bytes) -> str:
    """A document as text, whatever it is."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
