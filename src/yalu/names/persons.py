"""Persons: Korean and Chinese names by their readings, all others by their words."""

from __future__ import annotations

import re
import string
from typing import NamedTuple

from anyascii import anyascii

from yalu.names import abjad, chinese, cyrillic, generic, han, kana, kana_latin, korean
from yalu.names import readings as rd
from yalu.names.config import config
from yalu.names.korean_syllable import from_hangul
from yalu.names.readings import Reading
from yalu.names.result import Part, Parts
from yalu.names.text import Script, latin_base, runs, script_of

_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sir",
        "hon",
        "gen",
        "sheikh",
        "shaykh",
        "haji",
        "hajji",
        "mullah",
        "maulavi",
        "comrade",
    ]
)


class PersonName(NamedTuple):
    """A person's name, prepared: rows of Latin words, one for each script in it, and readings by language."""

    forms: tuple[tuple[str, ...], ...]
    scripts: tuple[Script, ...]
    readings: tuple[Reading, ...]
    korean: bool
    """Whether it can be read as Korean."""
    characters: bool
    """Whether it can be read as Chinese by its characters."""


def prepare(text: str) -> PersonName:
    """Prepare a cleaned name."""
    forms: list[tuple[str, ...]] = []
    scripts: list[Script] = []
    found: list[Reading] = []
    parts = (part for one in _without_brackets(text) for part in _by_script(one))
    for script, part in parts:
        words, readings = _read(script, part)
        if words and words not in forms:
            forms.append(words)
            scripts.append(script)
            found += readings
    korean = any(r.family == "ko" for r in found)
    characters = any(r.family == "zh" and r.script == "han" for r in found)
    return PersonName(tuple(forms), tuple(scripts), tuple(found), korean, characters)


_BRACKETS = re.compile(r"(\S*)\s*\(([^()]*)\)")
_MOST_BRACKETS = 3


def _without_brackets(text: str) -> list[str]:
    """A name without what stands in brackets, and with it: one word for the word before it, more as a name.

    >>> _without_brackets("SANTOS, Ahmad (Ahmed)"), _without_brackets("Ng Kheng Wah (Leo Ng)")
    (['SANTOS, Ahmad', 'SANTOS, Ahmed'], ['Ng Kheng Wah', 'Leo Ng'])
    """
    brackets = list(_BRACKETS.finditer(text))[:_MOST_BRACKETS] if "(" in text else []
    if not brackets:
        return [text]
    found = [_BRACKETS.sub(r"\1", text)]
    for bracket in brackets:
        before, inner = bracket.group(1), bracket.group(2).strip()
        if len(inner.split()) > 1 or not inner.isascii():
            found.append(inner)
        elif before and inner and not before.endswith(","):
            found.append(_BRACKETS.sub(r"\1", text[: bracket.start()] + inner + text[bracket.end() :]))
    return [one for one in found if one.strip()] or [text]


_PIECES = re.compile(r"[^\s,]+|,")
_LETTER = frozenset(string.ascii_letters)


def _by_script(text: str) -> list[tuple[Script, str]]:
    """The stretches of a name in one script each: ``KIM Kwang Yon 김광연`` is the same name twice."""
    if text.isascii():
        plain = [w for w in _PIECES.findall(text) if w == "," or not _LETTER.isdisjoint(w)]
        while plain and plain[0] == ",":
            del plain[0]
        return [("latin", " ".join(plain))] if plain else []
    found: dict[Script, list[str]] = {}
    for word in re.split(r"(\s+|,)", text):
        kinds = [s for c in word if (s := script_of(c)) and s != "digit"]
        if kinds:
            kind: Script = "han" if "han" in kinds else kinds[0]
            found.setdefault(kind, []).append(word)
        elif "," in word and found:
            next(reversed(found.values())).append(",")
    return [
        (s, " ".join(words).strip(" ,") if s != "latin" else " ".join(words)) for s, words in found.items()
    ]


def _read(script: Script, part: str) -> tuple[tuple[str, ...], list[Reading]]:
    if script == "hangul":
        blocks = [s.text for c in part if (s := from_hangul(c))]
        return tuple(blocks), rd.of_hangul(part)
    if script == "han":
        readings = [han.pinyin_readings(c) for c in part]
        return tuple(r[0] for r in readings if r), rd.of_han(part)
    if script == "kana":
        return tuple("^" + b for w in kana.words(part) if (b := kana_latin.latin(w))), rd.of_kana(part)
    if script == "cyrillic":
        words = [w for s, w in runs(part) if s == "cyrillic"]
        return tuple(b for w in words if (b := cyrillic.latin(w))), rd.of_cyrillic(words)
    if script == "latin":
        return _latin(part)
    if abjad.written(part):
        return tuple("~" + b for w in part.split() if (b := abjad.latin(w))), []
    return tuple(b for w in part.split() if (b := latin_base(anyascii(w)))), []


_READ = ("latin", "digit")
_LETTER_OF = {"0": "o", "1": "l", "5": "s", "8": "b"}
_READ_AS_DIGIT = re.compile(r"(?<=[A-Za-z])[0158]|[0158](?=[A-Za-z])")
"""Digits that optical reading puts for letters within a word."""


def _latin(part: str) -> tuple[tuple[str, ...], list[Reading]]:
    if not part.isalpha():
        part = _READ_AS_DIGIT.sub(lambda m: _LETTER_OF[m.group()], part)
    head, _, tail = part.partition(",")
    found = [(w, base) for s, w in runs(part) if s in _READ and (base := latin_base(w))]
    kept = [(w, base) for w, base in found if base not in _HONORIFICS] or found
    comma = sum(1 for s, w in runs(head) if s in _READ and latin_base(w)) if tail.strip() else 0
    if len(kept) != len(found):
        comma = 0
    return tuple([base for _, base in kept]), rd.of_latin([w for w, _ in kept], comma)


_NOTHING = [Part("", "", "nothing to compare", 0.0)]


def compare(a: PersonName, b: PersonName) -> tuple[float, Parts]:
    """Score two prepared names of persons."""
    best = -1.0
    parts: Parts = _NOTHING
    if not set(a.forms).isdisjoint(b.forms):
        for x, ours in zip(a.forms, a.scripts, strict=True):
            for y, theirs in zip(b.forms, b.scripts, strict=True):
                if x == y and ours == theirs != "han":
                    return 1.0, generic.compare(x, y, False)[1]
    by_characters = a.characters and b.characters
    for r in a.readings:
        for s in b.readings:
            if r.family == s.family and not (by_characters and r.family == "ko"):
                score, rows = (korean if r.family == "ko" else chinese).compare(r, s)
                score *= _order_doubt(r, s)
                if score > best:
                    best, parts = score, rows
    if best >= 0:
        return min(best, 0.99), parts
    koreanish = a.korean or b.korean
    for x in a.forms:
        for y in b.forms:
            score, rows = generic.compare(x, y, koreanish)
            if score > best:
                best, parts = score, rows
    return max(best, 0.0), parts


def _order_doubt(r: Reading, s: Reading) -> float:
    """Below 1 where one name says which word is its surname, and the other more likely has another."""
    if r.declared == s.declared or r.script != s.script:
        return 1.0
    plain = s if r.declared else r
    if not plain.last or not plain.rival or any(len(given) != 1 for given in plain.given):
        return 1.0
    return config().person.ambiguous_order if min(plain.rival) < min(plain.surname) else 1.0
