"""Arabic and Hebrew script: one form of each word, and its consonants in Latin letters.

What Arabs say as dh and z, Persians say as z or d: those letters become ``0``, which stands for either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from yalu.names.text import latin_base

_RANGES = ((0x0590, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_FORMS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": None}
)
_EITHER = str.maketrans({"ذ": "0", "ض": "0", "ظ": "0"})
_LETTERS = str.maketrans(
    {"گ": "g", "چ": "ch", "پ": "p", "ژ": "zh", "ق": "q", "غ": "gh", "ع": "", "ء": "", "ئ": "y"}
)


def written(text: str) -> bool:
    """Whether the text begins in a script that writes few vowels."""
    return any(low <= ord(text[0]) <= high for low, high in _RANGES)


@lru_cache(maxsize=1 << 13)
def plain(word: str) -> str:
    """The word with one form for each letter, and no vowel marks."""
    return re.sub("[\u064b-\u065f\u0670]", "", word.translate(_FORMS))


def bare(word: str) -> str:
    """The word without the article."""
    return re.sub("^ال(?=..)", "", word)


@lru_cache(maxsize=1 << 13)
def latin(word: str) -> str:
    """The consonants (and long vowels) of a plain word in Latin letters, its article left out."""
    return latin_base(anyascii(bare(plain(word)).translate(_EITHER).translate(_LETTERS)))
