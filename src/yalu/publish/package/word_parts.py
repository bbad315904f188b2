"""What python-docx leaves to its user: fonts of East Asian letters, languages, borders, alternative texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from yalu.publish.print_text import runs
from yalu.publish.typeset import by_language

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

LATIN, SANS = "Georgia", "Arial"
EAST = {"ko": ("Malgun Gothic", "ko-KR"), "zh": ("SimSun", "zh-CN"), "ja": ("Yu Mincho", "ja-JP")}
INK, SOFT, HAIR = "1A1C1E", "5C5F63", "C9C4B8"
NARROWER = 0.86
"""The size of this sans type that is no wider than the print's at 1, whichever font stands in for it."""
CELL = "Cell"
MOST = 6
"""Runs of source numbers beside a sentence or in a row."""


def new_document() -> Any:
    """An A4 document with the styles of a package."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    word: Any = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.3)
    for name, font, size, ink in (
        ("Normal", LATIN, 10, INK),
        ("Title", LATIN, 22, INK),
        ("Subtitle", LATIN, 12, SOFT),
        ("Heading 1", LATIN, 15, INK),
        ("Heading 2", LATIN, 11.5, INK),
        ("Caption", SANS, 9, INK),
        ("List Bullet", LATIN, 10, INK),
    ):
        _style(word.styles[name], font, Pt(size), RGBColor.from_string(ink))
    for name, size in (("Note", 8.5), ("Source", 8.5), ("Cell", 8.5)):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        _style(style, SANS, Pt(size), RGBColor.from_string(SOFT if name == "Note" else INK))
        style.paragraph_format.space_after = Pt(1 if name == "Cell" else 3)
        style.paragraph_format.space_before = Pt(1 if name == "Cell" else 0)
        style.paragraph_format.line_spacing = 1.0
    for name in ("Title", "Subtitle"):
        _plain_style(word.styles[name])
    table = word.styles.add_style("Yalu Table", WD_STYLE_TYPE.TABLE)
    _style(table, SANS, Pt(8.5), RGBColor.from_string(INK))
    _lines(table)
    return word


def put(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """Add a text; each run of Hangul, Han or kana in its language and in a font that draws it."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    for lang, part in by_language(plain(text)):
        run = paragraph.add_run(part)
        run.bold = True if bold else None
        if lang:
            font, code = EAST[lang]
            made = run._r.get_or_add_rPr()
            fonts = made.get_or_add_rFonts()
            fonts.set(qn("w:eastAsia"), font)
            fonts.set(qn("w:hint"), "eastAsia")
            mark = OxmlElement("w:lang")
            mark.set(qn("w:eastAsia"), code)
            made.append(mark)


def plain(text: str) -> str:
    """The text without letters that no XML file may hold."""
    return _FORBIDDEN.sub("", text)


def cites_text(numbers: Sequence[int]) -> str:
    """``12, 15–17 +9``."""
    shown, more = runs(numbers, MOST)
    words = [str(a) if a == b else f"{a}–{b}" for a, b in shown]
    return ", ".join(words) + (f" +{more}" if more else "")


def widths(table: Any, centimeters: Sequence[float]) -> None:
    """Fix the widths of the columns, cell by cell, since readers differ in what they heed."""
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, centimeters, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, centimeters, strict=True):
            cell.width = Cm(width)


def fill(cell: Any, text: str, size: float = 9.5, *, bold: bool = False) -> None:
    """Put a text into a cell, in type that is as wide as that of the print."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph._p.style = CELL  # by its id: the library looks each style up anew
    put(paragraph, text, bold=bold)
    for run in paragraph.runs:
        run.font.size = Pt(round(size * NARROWER * 2) / 2)


def whole_rows(table: Any) -> None:
    """Repeat the first row on each page, and let no row break between pages."""
    from docx.oxml.parser import OxmlElement

    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


def describe(shape: Any, title: str, words: str) -> None:
    """Give a picture its alternative text."""
    properties = shape._inline.docPr
    properties.set("name", plain(title))
    properties.set("descr", plain(words))


def shade_notice(paragraph: Any) -> None:
    """A line at the left, as the print has it."""
    _border(paragraph._p.get_or_add_pPr(), "w:pBdr", (("left", 12, HAIR),))


def _style(style: Any, font: str, size: Any, ink: Any) -> None:
    from docx.oxml.ns import qn

    style.font.name, style.font.size, style.font.color.rgb = font, size, ink
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), font)


def _plain_style(style: Any) -> None:
    """Take the ornaments off a style of the library's template: rule, italics, letter spacing."""
    from docx.oxml.ns import qn

    style.font.italic = False
    for tag in ("w:pBdr", "w:spacing", "w:kern"):
        for part in style.element.xpath(f"./w:pPr/{tag} | ./w:rPr/{tag}"):
            if tag != "w:spacing" or part.get(qn("w:val")) is not None:
                part.getparent().remove(part)


def _lines(style: Any) -> None:
    """Hairlines between rows, none between columns, and narrow gaps."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = OxmlElement("w:tblPr")
    _border(properties, "w:tblBorders", (("top", 8, INK), ("bottom", 4, HAIR), ("insideH", 4, HAIR)))
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("left", 0), ("right", 120)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)
    style.element.append(properties)


def _border(parent: Any, tag: str, sides: Sequence[tuple[str, int, str]]) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    borders = OxmlElement(tag)
    for side, size, ink in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", "6"), ("color", ink)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    parent.append(borders)
