"""Text as HTML: escaped, with the language of Hangul, Han and kana marked for the right glyphs and voice."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u30ff"
_FOREIGN = re.compile(
    f"(?P<ko>[{_HANGUL}]+(?:[ ·]+[{_HANGUL}]+)*)"
    f"|(?P<ja>[{_HAN}]*[{_KANA}][{_KANA}{_HAN}]*)"
    f"|(?P<zh>[{_HAN}]+(?:[ ·]+[{_HAN}]+)*)"
)
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LONG_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])")
_RANGE = re.compile(r"(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})")

GLUE = Markup("&#8288;")
"""Keeps a citation on the line of the word before it."""

DASH = Markup('<span class="none" title="The evidence does not say.">–</span>')


def typeset(text: str) -> Markup:
    """Escape a text, name the language of each run of a foreign script, and keep each date on one line."""
    if text.isascii():
        return Markup(_dated(escape(text)))
    parts, end = [], 0
    for run in _FOREIGN.finditer(text):
        parts.append(_dated(escape(text[end : run.start()])))
        parts.append(f'<span lang="{run.lastgroup}">{run.group()}</span>')
        end = run.end()
    parts.append(_dated(escape(text[end:])))
    return Markup("".join(parts))


def by_language(text: str) -> list[tuple[str, str]]:
    """The text in runs, each with its language; ``""`` for what is not written in Hangul, Han or kana.

    >>> by_language("RI (리원호)")
    [('', 'RI ('), ('ko', '리원호'), ('', ')')]
    """
    parts, end = [], 0
    for run in _FOREIGN.finditer(text):
        parts += [("", text[end : run.start()]), (run.lastgroup or "", run.group())]
        end = run.end()
    return [(lang, part) for lang, part in [*parts, ("", text[end:])] if part]


def cell(text: str) -> Markup:
    """A cell of a table; one without text shows a dash that says why, and an interval reads as words."""
    if not text.strip():
        return DASH
    if is_day(text):
        return escape(text)
    return typeset(_RANGE.sub(r"\1 to \2", text))


def _dated(escaped: str) -> str:
    return _LONG_DAY.sub(r'<span class="day">\g<0></span>', str(escaped))


def curly(text: str) -> str:
    """A title with typographic apostrophes; names in the text keep those of their source."""
    return re.sub(r"(?<=\w)'", "’", text)


def is_day(text: str) -> bool:
    """Whether a cell holds nothing but a date, or nothing."""
    return not text or bool(_DAY.fullmatch(text))
