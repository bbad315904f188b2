"""A package as a PDF, by Typst: text goes in as data, so no name can act as markup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu.model.dates import partial
from yalu.publish.package.blocks import Block, Bullets, Document, Drawing, Grid, Head, Para
from yalu.publish.package.drawing import size
from yalu.publish.pdf import typeset_pdf
from yalu.publish.print_data import Data, grid, source_data
from yalu.publish.print_text import runs

TEMPLATE = Path(__file__).parent.parent / "typst" / "package.typ"
IN_TEXT, IN_ROW = 10, 4
"""Runs of source numbers beside a sentence and in a row."""
TALLEST = 0.9
"""Height of the drawing, in widths of the text."""


def package_pdf(document: Document) -> bytes:
    """The pages as bytes: the same for the same document."""
    return typeset_pdf(print_data(document), TEMPLATE)


def print_data(document: Document) -> Data:
    """Everything that the template shows."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "head": document.head,
        "day": [int(part) for part in partial(document.day).hi.split("-")],
        "facts": [list(f) for f in document.facts],
        "notice": document.notice,
        "sections": [
            {"id": s.id, "number": str(i), "title": s.title, "blocks": [_block(b) for b in s.blocks]}
            for i, s in enumerate(document.sections, start=1)
        ],
        "sources": [source_data(c) for c in document.sources],
        "disclaimers": list(document.disclaimers),
    }


def _block(block: Block) -> Data:
    if isinstance(block, Para):
        return {"kind": "para", **_para(block)}
    if isinstance(block, Head):
        return {"kind": "head", "text": block.text}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [_para(p) for p in block.items]}
    if isinstance(block, Grid):
        return {"kind": "grid", **_grid(block)}
    return {"kind": "drawing", **_drawing(block)}


def _para(one: Para) -> Data:
    return {"text": one.text, "cites": _cites(one.cites, IN_TEXT), "mark": one.mark, "dashed": one.dashed}


def _grid(table: Grid) -> Data:
    cites = [_cites(row.cites, IN_ROW) for row in table.rows]
    return {
        "title": table.title,
        "note": table.note,
        **grid([*table.columns, "Source"], [list(row.cells) for row in table.rows], cites),
    }


def _drawing(one: Drawing) -> Data:
    width, height = size(one.svg)
    part = min(1.0, round(TALLEST * width / height, 3))
    return {"title": one.title, "svg": one.svg, "part": part, "words": _para(one.words)}


def _cites(numbers: Sequence[int], most: int) -> Data:
    shown, more = runs(numbers, most)
    return {"runs": shown, "more": more}
