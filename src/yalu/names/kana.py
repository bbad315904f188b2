"""Katakana: Korean names as Japan writes them, and the English words of its lists' company names."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import lru_cache

from yalu.names.korean_syllable import Syllable, make
from yalu.names.segment import cut

_ROWS = {
    "": "アイウエオ",
    "K": "カキクケコ",
    "S": "サシスセソ",
    "T": "タ　　テト",
    "C": "　チツ　　",
    "N": "ナニヌネノ",
    "H": "ハヒフヘホ",
    "M": "マミムメモ",
    "R": "ラリルレロ",
    "P": "パピプペポ",
}
_VOICED = str.maketrans("ガギグゲゴダデドバビブベボ", "カキクケコタテトパピプペポ")
_VOWEL = {"ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o"}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ェ": "e", "ァ": "a", "ィ": "i", "ォ": "o", "ゥ": "u"}
_SOUNDS: dict[str, dict[str, float]] = {
    "a": {"ㅏ": 1},
    "i": {"ㅣ": 1, "ㅢ": 0.95},
    "u": {"ㅜ": 1, "ㅡ": 1},
    "e": {"ㅔ": 1, "ㅐ": 1, "ㅖ": 0.95, "ㅚ": 0.9},
    "o": {"ㅗ": 1, "ㅓ": 1},
    "ya": {"ㅑ": 1, "ㅏ": 0.95},
    "yu": {"ㅠ": 1, "ㅜ": 0.95},
    "yo": {"ㅛ": 1, "ㅕ": 1, "ㅗ": 0.95, "ㅓ": 0.95},
    "ye": {"ㅖ": 1, "ㅕ": 0.8, "ㅐ": 0.95, "ㅔ": 0.95},
    "wa": {"ㅘ": 1},
    "we": {"ㅚ": 1, "ㅙ": 1, "ㅞ": 1},
    "wo": {"ㅝ": 1},
    "wi": {"ㅟ": 1, "ㅢ": 1},
}
_CODA = {
    "ク": "K",
    "グ": "K",
    "ッ": "KTP",
    "ン": "NG",
    "ム": "M",
    "プ": "P",
    "ブ": "P",
    "ル": "L",
    "ト": "T",
    "ド": "T",
}
_VOWEL_OF = {kana: v for row in _ROWS.values() for kana, v in zip(row, "aiueo", strict=True) if kana != "　"}
_ONSET_OF = {kana: onset for onset, row in _ROWS.items() for kana in row if kana != "　"}
_ONSET_OF |= {"ジ": "C", "ヂ": "C", "ズ": "C", "ザ": "C", "ゾ": "C", "ゼ": "C", "ヅ": "C"}
_VOWEL_OF |= {"ジ": "i", "ヂ": "i", "ズ": "u", "ザ": "a", "ゾ": "o", "ゼ": "e", "ヅ": "u"}


@lru_cache(maxsize=1 << 12)
def syllable(text: str) -> Syllable | None:
    """The Korean syllable that one to four kana write, or None."""
    body, coda = text, ""
    if len(text) > 1 and text[-1] in _CODA:
        body, coda = text[:-1], _CODA[text[-1]]
    onset, vowel = _open(body.translate(_VOICED))
    if vowel not in _SOUNDS:
        return None
    return make(text, onset, _SOUNDS[vowel], coda)


def _open(body: str) -> tuple[str, str]:
    """Onset class and vowel of an open syllable; the vowel is empty where the kana write none."""
    glides = {
        "ヤ": "ya",
        "ユ": "yu",
        "ヨ": "yo",
        "ワ": "wa",
        "ウォ": "wo",
        "ウィ": "wi",
        "ウェ": "we",
        "イェ": "ye",
    }
    if body in glides:
        return "", glides[body]
    if not body or body[0] not in _ONSET_OF:
        return "", ""
    onset, vowel, rest = _ONSET_OF[body[0]], _VOWEL_OF[body[0]], body[1:]
    if not rest:
        return onset, vowel
    if rest in _SMALL:
        small = _SMALL[rest]
        if onset == "H" and vowel == "u":
            return onset, {"a": "wa", "i": "wi", "e": "we", "o": "wo"}.get(small, small)
        if vowel == "u" and onset == "K" and small in ("a", "o"):
            return onset, "w" + small
        return onset, {"e": "ye"}.get(small, small) if vowel == "i" and onset not in ("C", "S") else small
    if vowel == "u" and rest in ("ワ", "ォ", "ウォ", "オ"):
        return onset, "wa" if rest == "ワ" else "wo"
    return "", ""


@lru_cache(maxsize=1 << 12)
def korean(word: str, most: int = 3) -> tuple[tuple[Syllable, ...], ...]:
    """Ways to read a katakana word as Korean syllables."""
    ways = [_unassimilated(way) for way in cut(word.replace("ー", ""), syllable, most, 6)]
    return tuple(ways + [linked for way in ways if len(way) <= 3 for linked in _linked(way)])


_LINKED = {"N": "N", "M": "M", "R": "L", "K": "K", "P": "P"}
"""Onsets that may be the coda of the syllable before, and which coda."""


def _linked(way: tuple[Syllable, ...]) -> list[tuple[Syllable, ...]]:
    """A coda that is spoken, and written, with the vowel after it: ジヌ for 진우, クネ for 근혜."""
    found = []
    for at, (here, after) in enumerate(itertools.pairwise(way)):
        if not here.coda and after.onset in _LINKED:
            for onset in ("", "H") if after.onset in "NMR" else ("",):
                pair = (replace(here, coda=_LINKED[after.onset]), replace(after, onset=onset))
                found.append((*way[:at], *pair, *way[at + 2 :]))
    return found


def _unassimilated(way: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """Before n, m and r a final k, t or p sounds, and is written, as a nasal: グンニョル for 국렬."""
    turned = list(way)
    for at, (here, after) in enumerate(itertools.pairwise(way)):
        if here.coda in ("NG", "M") and after.onset in ("N", "M", "R"):
            turned[at] = replace(here, coda=here.coda + ("KT" if here.coda == "NG" else "P"))
    return tuple(turned)


def words(text: str) -> list[str]:
    """The words of a katakana text, which a middle dot or a space parts; hiragana become katakana."""
    turned = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)
    return [w for w in re.split(r"[・\s=＝]+", turned) if w]
