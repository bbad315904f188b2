"""The number of a passport or an identity card in the words that a list puts around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from yalu.sources.numbered import split

_LABEL = re.compile(r"\A(?:passports?)?\W*(?:nos?|numbers?)?[\s.:]*", re.IGNORECASE)
_NUMBER = re.compile(
    r"[A-Z]{3} ?[A-Z]{3} ?\d\d[A-Z]\d\d ?[A-Z]\d{3}[A-Z]"  # an Italian fiscal code, in groups or not
    r"|(?<!\w)[A-Z]{0,8}[-/]?\d[A-Z0-9/.\-]*(?:[ ][A-Z0-9]*\d[A-Z0-9]*)*",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_ENDS = " ,;.:"


class Numbered(NamedTuple):
    """A number with the words before it and after it."""

    number: str
    label: str
    note: str


def read_numbers(text: str) -> tuple[list[Numbered], list[str]]:
    """The numbers of a cell, and those of its values in which none was found.

    >>> found, _ = read_numbers("Passport No: (a) 472320665 (expires 2017), (b) 563120356.")
    >>> [tuple(n) for n in found]
    [('472320665', '', '(expires 2017)'), ('563120356', '', '')]
    """
    found, left = [], []
    for piece in split(_LABEL.sub("", text)):
        number = _read(piece)
        if number:
            found.append(number)
        else:
            left.append(piece)
    return (found, left) if found else ([], [text] if text else [])


def _read(piece: str) -> Numbered | None:
    match = _NUMBER.search(piece)
    if not match:
        return None
    number = match[0].rstrip(_ENDS)
    if sum(c.isdigit() for c in number) < 4 or _NO_NUMBER.fullmatch(number):
        return None
    label, note = piece[: match.start()], piece[match.end() :]
    return Numbered(number, _LABEL.sub("", label).strip(_ENDS), note.strip(_ENDS))
