"""The text of a remark, taken apart at its semicolons without losing any of it."""

from __future__ import annotations

import re

LIMIT = 1000
"""Characters at which the CSV edition cuts a remark off."""

_OPENS_QUOTE = re.compile(r"\s*(?:alt\. )?[afn]\.k\.a\. '")
_CLOSES_QUOTE = re.compile(r"'\.?\s*$")
_ABBREVIATED = re.compile(
    r"(?:(?<!\w)(?:[a-z]\.)*[a-z]|(?:^|[\s,])(?:co|ltd|ltda|inc|corp|cia|bros|jr|sr|st|pty|pte|lim|bhd))\.$",
    re.IGNORECASE,
)


def split(remarks: str) -> tuple[list[str], str]:
    """The pieces of a remark, and the last one apart if the file cut it off.

    A semicolon within parentheses or within the quotes of an alias does not separate. The full stop
    that closes the whole remark is dropped, save after an abbreviation.
    """
    pieces = _joined(remarks.split(";"))
    cut = ""
    if len(remarks) >= LIMIT:
        cut = pieces.pop().strip()
    elif pieces:
        pieces[-1] = without_stop(pieces[-1].rstrip())
    return [text for piece in pieces if (text := piece.strip())], cut


def without_stop(text: str) -> str:
    """The text without the full stop that ends a remark: ``S.A.`` and ``Co.`` keep theirs."""
    if text.endswith(".") and not _ABBREVIATED.search(text):
        return text[:-1]
    return text


def _joined(parts: list[str]) -> list[str]:
    pieces: list[str] = []
    i = 0
    while i < len(parts):
        last = _end_of_parentheses(parts, i) if "(" in parts[i] else i
        if last == i:
            last = _end_of_quote(parts, i)
        pieces.append(";".join(parts[i : last + 1]))
        i = last + 1
    return pieces


def _end_of_parentheses(parts: list[str], start: int) -> int:
    depth = 0
    for i in range(start, len(parts)):
        depth += parts[i].count("(") - parts[i].count(")")
        if depth <= 0:
            return i
    return start


def _end_of_quote(parts: list[str], start: int) -> int:
    opening = _OPENS_QUOTE.match(parts[start])
    if not opening or _CLOSES_QUOTE.search(parts[start], opening.end()):
        return start
    for i in range(start + 1, len(parts)):
        if _OPENS_QUOTE.match(parts[i]):
            break
        if _CLOSES_QUOTE.search(parts[i]):
            return i
    return start
