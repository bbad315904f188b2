"""A page as words with their places, and its runs of East Asian letters, in the form that names have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from yalu.names import han

EAST = "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{EAST}]+(?:['’ʼ][^\W_{EAST}]+)*(?:[-\u00ad\u2010]\n\s*[^\W\d_{EAST}]+)?")
_RUN = re.compile(rf"[{EAST}]+(?:[ \n·・]{{1,3}}[{EAST}]+)*")
_EAST = re.compile(f"[{EAST}]")
GAP = re.compile(r"[\s.,'’\"“”()&/\-–‐]{0,6}")
"""What may stand between two words of one name."""


class Word(NamedTuple):
    """A word in the form in which names are compared, its place, and whether it begins with a capital."""

    key: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """Small letters without accents, apostrophes and a hyphen at a line's end."""
    plain = re.sub(r"[-\u00ad\u2010]\s*|['’ʼ]", "", word.casefold())
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def words(text: str) -> list[Word]:
    """The words of every script that puts blanks between them."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Word(key(word), match.start(), match.end(), word[0].isupper() or word[0].isdigit()))
    return found


class Run(NamedTuple):
    """A run of East Asian letters without its blanks, Han characters folded, and the place of each letter."""

    letters: str
    places: list[int]


def runs(text: str) -> Iterator[Run]:
    """The runs of East Asian letters; a line break does not end one."""
    for match in _RUN.finditer(text):
        places = [i for i in range(match.start(), match.end()) if _EAST.match(text[i])]
        yield Run("".join(east(text[i]) for i in places), places)


def east(text: str) -> str:
    """East Asian letters in one form, letter by letter."""
    folded = (han.fold(unicodedata.normalize("NFKC", c)) for c in text)
    return "".join(f if len(f) == 1 else c for c, f in zip(text, folded, strict=True))


def is_east(text: str) -> bool:
    """Whether a name is written in East Asian letters alone."""
    letters = [c for c in text if c.isalnum()]
    return bool(letters) and all(_EAST.match(c) for c in letters)


def east_letters(text: str) -> str:
    """The East Asian letters of a name, in one form."""
    return "".join(east(c) for c in text if _EAST.match(c))
