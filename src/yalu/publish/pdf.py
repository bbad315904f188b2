"""The brief as a PDF: typeset by Typst, offline, and the same bytes for the same brief."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import orjson

from yalu.publish.brief import Brief
from yalu.publish.pdf_pack import packed
from yalu.publish.print_data import Data, print_data
from yalu.publish.print_text import FONTS, MISSING, printable

TEMPLATE = Path(__file__).parent / "typst" / "brief.typ"
LACKING = f"A mark {MISSING} stands for a letter that the fonts of this print lack; the annexes have it."


def brief_pdf(brief: Brief) -> bytes:
    """The pages as bytes. Text reaches Typst as data, so no name can act as markup."""
    return typeset_pdf(print_data(brief))


def typeset_pdf(data: Data, template: Path = TEMPLATE) -> bytes:
    """Set data as pages by a template, here that of ``print_data``; its day is the document's date."""
    import typst

    year, month, day = data["day"]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    made: bytes = typst.compile(
        template,
        format="pdf",
        font_paths=fonts,
        sys_inputs={"brief": _as_json(data)},
        timestamp=datetime(year, month, day, tzinfo=UTC),
    )
    return packed(made)


def _as_json(data: Data) -> str:
    """The data with nothing in it that the fonts cannot draw, and a word about what they could not."""
    given = orjson.dumps(data).decode()
    shown = printable(given)
    return shown if shown == given else orjson.dumps({**orjson.loads(shown), "lacking": LACKING}).decode()
