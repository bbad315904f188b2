"""Korean syllables as sounds: onset class, vowels it may stand for, coda class.

A spelling is ambiguous, so a syllable holds a weight for each vowel: ``song`` is 성 or 송, ``sung`` is 숭
or, in personal spellings, 성. Two syllables are the same sound as far as they share a vowel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ONSETS = {"": "", "kk": "K", "gg": "K", "kh": "K", "gh": "K", "k": "K", "g": "K", "c": "K", "q": "K"}
ONSETS |= {"tt": "T", "th": "T", "dd": "T", "t": "T", "d": "T"}
ONSETS |= {"pp": "P", "ph": "P", "bb": "P", "p": "P", "b": "P", "f": "P"}
ONSETS |= {"tch": "C", "dj": "C", "ch": "C", "jj": "C", "ts": "C", "j": "C", "z": "C"}
ONSETS |= {"ss": "S", "sh": "S", "s": "S", "n": "N", "m": "M", "h": "H", "rh": "R", "r": "R", "l": "R"}
CODAS = {"": "", "ng": "G", "n": "N", "m": "M", "l": "L", "r": "L", "ll": "L"}
CODAS |= {"k": "K", "g": "K", "ck": "K", "kh": "K", "q": "K", "c": "K", "p": "P", "b": "P"}
CODAS |= {"t": "T", "d": "T", "s": "T", "h": ""}

VOWELS: dict[str, dict[str, float]] = {
    "a": {"ㅏ": 1},
    "ah": {"ㅏ": 1},
    "aa": {"ㅏ": 1},
    "ae": {"ㅐ": 1, "ㅔ": 0.9},
    "ai": {"ㅐ": 1},
    "ay": {"ㅐ": 1, "ㅔ": 0.8},
    "e": {"ㅔ": 1, "ㅐ": 0.95, "ㅓ": 0.75},
    "ey": {"ㅔ": 1, "ㅐ": 0.8},
    "eo": {"ㅓ": 1},
    "ŏ": {"ㅓ": 1, "ㅗ": 0.8},
    "aw": {"ㅓ": 1},
    "uh": {"ㅓ": 1},
    "o": {"ㅗ": 1, "ㅓ": 1},
    "oh": {"ㅗ": 1, "ㅓ": 1},
    "eu": {"ㅡ": 1, "ㅓ": 0.85},
    "ŭ": {"ㅡ": 1, "ㅜ": 0.85},
    "u": {"ㅜ": 1, "ㅡ": 1, "ㅓ": 0.85},
    "oo": {"ㅜ": 1, "ㅡ": 0.85},
    "ou": {"ㅜ": 0.95, "ㅗ": 0.9, "ㅓ": 0.9},
    "woo": {"ㅜ": 1},
    "wu": {"ㅜ": 1},
    "i": {"ㅣ": 1, "ㅢ": 0.85},
    "ee": {"ㅣ": 1, "ㅢ": 0.9},
    "ie": {"ㅣ": 0.95, "ㅖ": 0.7},
    "y": {"ㅣ": 0.9, "ㅢ": 0.85},
    "ui": {"ㅢ": 1, "ㅟ": 0.95},
    "eui": {"ㅢ": 1},
    "ŭi": {"ㅢ": 1},
    "wi": {"ㅟ": 1},
    "ya": {"ㅑ": 1},
    "yae": {"ㅒ": 1, "ㅖ": 0.9},
    "yeo": {"ㅕ": 1},
    "yŏ": {"ㅕ": 1},
    "yo": {"ㅛ": 1, "ㅕ": 1},
    "you": {"ㅕ": 1, "ㅠ": 0.95},
    "yu": {"ㅠ": 1, "ㅕ": 0.95},
    "yuh": {"ㅕ": 1},
    "yoo": {"ㅠ": 1},
    "iu": {"ㅠ": 0.95},
    "ye": {"ㅖ": 1, "ㅕ": 0.9},
    "yi": {"ㅣ": 1, "ㅢ": 0.9},
    "wa": {"ㅘ": 1},
    "wae": {"ㅙ": 1, "ㅚ": 0.9},
    "oe": {"ㅚ": 1, "ㅙ": 0.9, "ㅞ": 0.9},
    "oi": {"ㅚ": 1},
    "oy": {"ㅚ": 1},
    "we": {"ㅞ": 1, "ㅚ": 0.95, "ㅙ": 0.95},
    "wo": {"ㅝ": 1},
    "weo": {"ㅝ": 1},
    "wŏ": {"ㅝ": 1},
}
"""Latin spellings of a vowel, and how well each stands for each Hangul vowel."""

_JAMO_ONSET = ["K", "K", "N", "T", "T", "R", "M", "P", "P", "S", "S", "", "C", "C", "C", "K", "T", "P", "H"]
_JAMO_VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_JAMO_CODA = ["", *"KKKNNNTLKMLLLPLMPPTTGTTKTPT"]
_ONSET_LETTERS = "k,kk,n,t,tt,r,m,p,pp,s,ss,,j,jj,ch,kh,th,ph,h"
_VOWEL_LETTERS = "a,ae,ya,yae,o,e,yo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,u,ui,i"
_CODA_LETTERS = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t"
_ROMAN_ONSET, _ROMAN_VOWEL, _ROMAN_CODA = (
    t.split(",") for t in (_ONSET_LETTERS, _VOWEL_LETTERS, _CODA_LETTERS)
)
_IOTIZED = frozenset("ㅣㅑㅕㅛㅠㅖㅒ")


@dataclass(frozen=True, slots=True, eq=False)
class Syllable:
    """A syllable as it is written and the sounds it may stand for; ``coda`` may hold more than one class."""

    text: str
    onset: str
    vowels: tuple[tuple[str, float], ...]
    coda: str
    vowel_set: frozenset[str]
    written: str = ""
    """As written, where that is not ``text``."""


def make(text: str, onset: str, vowels: dict[str, float], coda: str, written: str = "") -> Syllable:
    """A syllable; ``coda`` is one class letter, none, or several for an ambiguous spelling."""
    return Syllable(text, onset, tuple(sorted(vowels.items())), coda, frozenset(vowels), written or text)


_LATIN = re.compile(
    r"(tch|dj|ch|jj|ts|kk|gg|kh|gh|tt|th|dd|pp|ph|bb|ss|sh|rh|[kgcqtdpbfjzsnmhrl]|)"
    r"(eui|ŭi|weo|wae|woo|yae|yeo|you|yoo|yuh|eo|eu|ae|ai|ay|ah|aa|aw|ey|oo|ou|oh|oe|oi|oy|uh|ui|ee|ie|iu|ya|ye|yo|yu|yi|yŏ"
    r"|wa|we|wi|wo|wu|wŏ|a|e|i|o|u|ŏ|ŭ|y)"
    r"(ng|ck|kh|ll|[nmlrkgqcpbtdsh]|)"
)


@lru_cache(maxsize=1 << 15)
def from_latin(text: str) -> Syllable | None:
    """The syllable that this whole text spells, or None."""
    found = _LATIN.fullmatch(text)
    if not found:
        return None
    onset, vowel, coda = found.groups()
    if vowel == "y" and (coda or ONSETS[onset] not in ("K", "C", "H", "S")):
        return None
    return make(text, ONSETS[onset], VOWELS[vowel], CODAS[coda])


@lru_cache(maxsize=1 << 14)
def from_hangul(char: str) -> Syllable | None:
    """The syllable of a Hangul letter block, or None for a lone jamo; its text is the DPRK's romanization."""
    code = ord(char) - 0xAC00
    if not 0 <= code < 11172:
        return None
    onset, vowel, coda = code // 588, code % 588 // 28, code % 28
    roman = _ROMAN_ONSET[onset] + _ROMAN_VOWEL[vowel] + _ROMAN_CODA[coda]
    return make(roman, _JAMO_ONSET[onset], {_JAMO_VOWEL[vowel]: 1.0}, _JAMO_CODA[coda], char)


def same_sound(a: Syllable, b: Syllable) -> float:
    """How far two syllables can be the same sound: 1 for the same classes, 0 for a different syllable."""
    fit = 0.0
    shared = a.vowel_set & b.vowel_set
    if not shared:
        return 0.0
    weights = dict(b.vowels)
    for vowel, weight in a.vowels:
        if vowel in shared:
            fit = max(fit, weight * weights[vowel])
    if a.coda != b.coda:
        if not set(a.coda or "-") & set(b.coda or "-"):
            return 0.0
        fit *= 0.97
    if a.onset == b.onset:
        return fit
    return fit * _onset_change(a.onset, b.onset, shared)


def _onset_change(a: str, b: str, shared: frozenset[str]) -> float:
    """The initial-consonant rule: r and n fall silent before i and y, and r becomes n before other vowels."""
    pair = {a, b}
    if pair == {"R", ""} or pair == {"N", ""}:
        return 0.96 if shared & _IOTIZED else 0.0
    return 0.94 if pair == {"R", "N"} else 0.0
