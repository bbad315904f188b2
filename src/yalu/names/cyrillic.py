"""Cyrillic: Korean syllables by Kontsevich and in press usage, and a plain Latin form of any word."""

from __future__ import annotations

import re
from functools import lru_cache

from yalu.names.korean_syllable import Syllable, make
from yalu.names.segment import cut

_ONSETS = {"": "", "к": "K", "кк": "K", "кх": "K", "г": "K", "т": "T", "тт": "T", "тх": "T", "д": "T"}
_ONSETS |= {
    "п": "P",
    "пп": "P",
    "пх": "P",
    "б": "P",
    "ч": "C",
    "чч": "C",
    "чх": "C",
    "дж": "C",
    "чж": "C",
    "цз": "C",
}
_ONSETS |= {
    "ц": "C",
    "с": "S",
    "сс": "S",
    "ш": "S",
    "н": "N",
    "м": "M",
    "р": "R",
    "л": "R",
    "х": "H",
    "з": "C",
}
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
    "ой": {"ㅚ": 1, "ㅞ": 0.9},
    "ай": {"ㅐ": 1},
    "ей": {"ㅔ": 1, "ㅖ": 0.9},
    "уй": {"ㅟ": 1, "ㅢ": 0.9},
    "ва": {"ㅘ": 1},
    "во": {"ㅝ": 1},
    "вэ": {"ㅚ": 1, "ㅙ": 1, "ㅞ": 1},
    "ве": {"ㅚ": 1, "ㅙ": 1, "ㅞ": 1},
    "ви": {"ㅟ": 1},
}
_CODAS = {
    "": "",
    "к": "K",
    "г": "K",
    "н": "NG",
    "нъ": "N",
    "нг": "G",
    "м": "M",
    "п": "P",
    "б": "P",
    "т": "T",
    "с": "T",
}
_CODAS |= {"ль": "L", "л": "L", "р": "L"}
_SHAPE = re.compile(
    r"(кк|кх|тт|тх|пп|пх|чч|чх|чж|дж|цз|сс|[кгтдпбчцсшнмрлхз]|)(йо|ый|ой|ай|ей|уй|ва|во|вэ|ве|ви|[аяоеэёуюыи])(нъ|нг|ль|[кгнмпбтслр]|)"
)
_TABLE = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ъ=_ ы=y ь=_ э=e ю=yu я=ya і=i ї=i є=e ґ=g ў=u"
)
_LATIN: dict[str, str] = dict(re.findall(r"(\S)=(\S+)", _TABLE))


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
    return "".join(_LATIN.get(c, "") for c in word.lower().replace("ий", "и").replace("ый", "ы")).replace(
        "_", ""
    )
