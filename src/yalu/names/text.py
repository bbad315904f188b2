"""Text made safe and split by script, before any language is looked at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

Script = Literal["latin", "han", "hangul", "kana", "cyrillic", "other", "digit"]

LONGEST = 400
"""Letters of a name that are read; what stands after them plays no part."""

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, "latin"),
    (0x0250, 0x02AF, "latin"),
    (0x0300, 0x036F, "latin"),
    (0x0400, 0x052F, "cyrillic"),
    (0x1100, 0x11FF, "hangul"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3005, 0x3007, "han"),
    (0x3040, 0x30FF, "kana"),
    (0x3130, 0x318F, "hangul"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7A3, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0x20000, 0x323AF, "han"),
)
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ`´ʹʾʿ′＇"), "'")
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_BREVE = {"ŏ": "ŏ", "ŭ": "ŭ", "ǒ": "ŏ", "ǔ": "ŭ"}


def clean(text: str) -> str:
    """One line of composed text without control, direction and unassigned characters, cut at ``LONGEST``."""
    if text.isascii() and text.isprintable():
        return " ".join(text[: LONGEST * 4].replace("`", "'").split())[:LONGEST]
    kept = []
    for char in unicodedata.normalize("NFKC", text[: LONGEST * 4]):
        kind = unicodedata.category(char)
        if kind in ("Cc", "Zl", "Zp", "Zs"):
            kept.append(" ")
        elif kind[0] != "C":
            kept.append(char)
    words = "".join(kept).translate(_APOSTROPHES).split()
    return " ".join([_unmasked(w) for w in words])[:LONGEST]


_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТХУавсеһіјкморѕтхуԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABCEHIJKMOPSTXYabcehijkmopstxydqwABEZHIKMNOPTYXaikvoptux",
)
"""Cyrillic and Greek letters that look like Latin ones."""


def _unmasked(word: str) -> str:
    """A Latin word with look-alike letters of another script among its own, in Latin letters alone."""
    if word.isascii() or not any("a" <= c <= "z" for c in word.lower()):
        return word
    plain = word.translate(_ALIKE)
    return plain if plain.isascii() else word


@lru_cache(maxsize=1 << 14)
def script_of(char: str) -> Script | None:
    """The script of a letter or digit; None for what separates words."""
    code = ord(char)
    for low, high, script in _RANGES:
        if low <= code <= high:
            return script if char.isalnum() or unicodedata.combining(char) or script != "latin" else None
    if char.isdigit():
        return "digit"
    return "other" if char.isalpha() or unicodedata.category(char)[0] == "M" else None


_ASCII_RUN = re.compile(r"[A-Za-z][A-Za-z']*|[0-9]+")


def runs(text: str) -> Iterator[tuple[Script, str]]:
    """Words and, within them, changes of script: ``김Kim7`` is three runs."""
    if text.isascii():
        for run in _ASCII_RUN.findall(text):
            yield ("digit" if run[0] <= "9" else "latin"), run
        return
    script: Script | None = None
    start = 0
    for at, char in enumerate(text):
        here = script_of(char)
        if char == "'" and script in ("latin", "cyrillic"):
            here = script
        if char == "ー" or (here == "latin" and script is not None and unicodedata.combining(char)):
            here = script or here
        if here == script:
            continue
        if script is not None:
            yield script, text[start:at]
        script, start = here, at
    if script is not None:
        yield script, text[start:]


def scripts(text: str) -> set[Script]:
    """The scripts of a cleaned text, digits apart."""
    return {s for s, _ in runs(text)} - {"digit"}


@lru_cache(maxsize=1 << 16)
def latin_base(word: str) -> str:
    """A Latin word in small letters a-z; ``ŏ`` and ``ŭ`` become o and u, apostrophes vanish."""
    small = word.lower()
    if small.isascii():
        return small if small.isalnum() else re.sub(r"[^a-z0-9]", "", small)
    plain = unicodedata.normalize("NFD", small.translate(_SPECIAL))
    return re.sub(r"[^a-z0-9]", "", plain)


@lru_cache(maxsize=1 << 16)
def korean_base(word: str) -> str:
    """A Latin word as Korean romanization needs it: ``ŏ`` ``ŭ`` kept, also where written ``o'`` ``u'``.

    The apostrophe after a consonant (``ch'``) only marks breath, which no class keeps.
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    small = unicodedata.normalize("NFC", word.lower())
    small = re.sub(r"o'", "ŏ", re.sub(r"u'", "ŭ", small))
    kept = "".join(_BREVE.get(c) or unicodedata.normalize("NFD", c)[0] for c in small)
    return re.sub(r"[^a-zŏŭ]", "", kept)
