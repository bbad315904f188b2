"""Numbers in a page that name a ship, person, company or bank, by the words beside them and their checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stdnum import bic, lei

from yalu.sources.damage import imo_number

_C = re.IGNORECASE


class Identifier(NamedTuple):
    """A number: its kind, plain form and place, and whether its check digit holds (None: it has none)."""

    kind: str
    value: str
    start: int
    end: int
    valid: bool | None


_NO = r"(?:\s*(?:No|Nos|Number|Numbers|ship number|code|#|№))?"
_THEN = r"[\s.:：#()]{0,4}"
_PASSPORT = r"([A-Z]{0,3}[- ]?\d[\d ]{4,10}\d)(?![\d.,]\d)"
_BIC = r"([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Z0-9])"

_SHAPES = (
    ("imo", re.compile(rf"\bIMO\b{_NO}{_THEN}(\d{{7}})(?!\d)", _C)),
    ("mmsi", re.compile(rf"\bMMSI\b{_NO}{_THEN}(\d{{9}})(?!\d)", _C)),
    ("passport", re.compile(rf"\bpassports?\b{_NO}(?:{_THEN}|[^.;\n]{{0,25}}?\s){_PASSPORT}", _C)),
    ("passport", re.compile(rf"(?:护照|護照|여권|旅券)(?:号码?|號碼?|번호)?{_THEN}{_PASSPORT}", _C)),
    ("lei", re.compile(r"(?<![A-Z0-9])([A-Z0-9]{18}\d{2})(?![A-Z0-9])")),
    ("bic", re.compile(rf"\b(?:SWIFT|BIC)\b(?:/BIC)?{_NO}{_THEN}{_BIC}")),
    (
        "call-sign",
        re.compile(r"\b[Cc]all[\s-]?[Ss]igns?\b(?:\s*(?:is|was))?[\s.:#(\"“]{0,4}([A-Z0-9]{4,7})\b"),
    ),
)
"""The kinds of number, each with its words; what follows them must be written as such a number is."""


def identifiers(text: str) -> Iterator[Identifier]:
    """The numbers of a page, by place."""
    found: dict[tuple[str, int], Identifier] = {}
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            value = re.sub(r"[\s-]", "", match[1]).upper()
            valid = _valid(kind, value)
            if (kind == "lei" and not valid) or (kind == "call-sign" and not re.search(r"\d", value)):
                continue
            one = Identifier(kind, value, match.start(1), match.end(1), valid)
            found.setdefault((kind, one.start), one)
    yield from sorted(found.values(), key=lambda i: (i.start, i.kind))


def _valid(kind: str, value: str) -> bool | None:
    if kind == "imo":
        return imo_number(value)
    if kind == "lei":
        return bool(lei.is_valid(value))
    if kind == "bic":
        return bool(bic.is_valid(value))
    return None
