"""Cyrillic: Korean syllables by Kontsevich and in press usage, and a plain Latin form of any word."""

from __future__ import annotations

import re
from functools import lru_cache

from yalu.names.segment import cut
from yalu.names.korean_syllable import Syllable, make

_ONSETS = {"": "", "к": "K", "кк": "K", "кх": "K", "г": "K", "т": "T", "тт": "T", "тх": "T", "д": "T"}
_ONSETS |= {"п": "P", "пп": "P", "пх": "P", "б": "P", "ч": "C", "чч": "C", "чх": "C", "дж": "C", "чж": "C", "цз": "C"}
_ONSETS |= {"ц": "C", "с": "S", "сс": "S", "ш": "S", "н": "N", "м": "M", "р": "R", "л": "R", "х": "H", "з": "C"}
_VOWELS: dict[str, dict[str, float]] = {
    "а": {"ㅏ": 1},
    "я": {"ㅑ": 1},
    "о": {"ㅗ": 1, "ㅓ": 1},
    "е": {"ㅔ": 1, "ㅖ": 1, "ㅓ": 0.9, "ㅕ": 0.9, "ㅐ": 0.9},
    "э": {"ㅔ": 1, "ㅐ": 1, "ㅓ": 0.8},
    "ё": {"ㅕ": 1, "ㅛ": 1},
    "йо": {"ㅕ": 1, "ㅛ": 1},
    "у": {"ㅜ": 1, "ㅡ": 0.85},
    "ю": {"ㅠ": 1},
    "ы": {"ㅡ": 1},
    "и": {"ㅣ": 1, "ㅢ": 0.95},
    "ый": {"ㅢ": 1},
    "ва": {"ㅘ": 1},
    "во": {"ㅝ": 1},
    "вэ": {"ㅚ": 1, "ㅙ": 1, "ㅞ": 1},
    "ве": {"ㅚ": 1, "ㅙ": 1, "ㅞ": 1},
    "ви": {"ㅟ": 1},
}
_CODAS = {"": "", "к": "K", "г": "K", "н": "NG", "нъ": "N", "нг": "G", "м": "M", "п": "P", "б": "P", "т": "T", "с": "T"}
_CODAS |= {"ль": "L", "л": "L", "р": "L"}
_SHAPE = re.compile(
    r"(кк|кх|тт|тх|пп|пх|чч|чх|чж|дж|цз|сс|[кгтдпбчцсшнмрлхз]|)(йо|ый|ва|во|вэ|ве|ви|[аяоеэёуюыи])(нъ|нг|ль|[кгнмпбтслр]|)"
)
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i e g u".split(),
        strict=True,
    )
)


@lru_cache(maxsize=1 << 12)
def syllable(text: str) -> Syllable | None:
    """The Korean syllable that this whole Cyrillic text writes, or None."""
    found = _SHAPE.fullmatch(text)
    if not found:
        return None
    onset, vowel, coda = found.groups()
    return make(text, _ONSETS[onset], _VOWELS[vowel], _CODAS[coda])


@lru_cache(maxsize=1 << 12)
def korean(word: str, most: int = 3) -> tuple[tuple[Syllable, ...], ...]:
    """Ways to read a Cyrillic word as Korean syllables."""
    return tuple(cut(word, syllable, most, 6))


@lru_cache(maxsize=1 << 14)
def latin(word: str) -> str:
    """A plain Latin form of a Cyrillic word."""
    return "".join(_LATIN.get(c, "") for c in word.lower().replace("ий", "и").replace("ый", "ы")).replace("_", "")
