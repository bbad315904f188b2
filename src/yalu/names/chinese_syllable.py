"""Chinese syllables of a name: what they are in pinyin, by which system, and of which character."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz.distance import OSA

from yalu.names import han, pinyin
from yalu.names.config import config
from yalu.names.segment import cut


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A syllable: ``literal`` in pinyin, ``other`` by Wade-Giles or Palladius, ``cantonese`` by Hong Kong."""

    text: str
    literal: frozenset[str]
    other: frozenset[str] = frozenset()
    cantonese: frozenset[str] = frozenset()
    spellings: frozenset[str] = frozenset()
    hokkien: frozenset[str] = frozenset()
    char: str = ""


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 13)
def from_char(char: str) -> Sound | None:
    """The sounds of a Han character, with the spellings that Hong Kong may give it."""
    readings = han.pinyin_readings(char)
    if not readings:
        return None
    spellings = frozenset(s for r in han.cantonese_readings(char) for s in pinyin.hong_kong(r))
    folded = han.fold(char)
    return Sound(
        char, frozenset(readings), spellings=spellings, hokkien=_hokkien().get(folded, _NONE), char=folded
    )


@cache
def _hokkien() -> dict[str, frozenset[str]]:
    """Common characters of given names to how they are spelled from Hokkien."""
    text = files("yalu.names").joinpath("data/hokkien.yaml").read_text(encoding="utf-8")
    data: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)["spellings"]
    return {han.fold(char): frozenset(spellings.split()) for char, spellings in data.items()}


@cache
def _hokkien_spellings() -> frozenset[str]:
    return frozenset().union(*_hokkien().values())


@lru_cache(maxsize=1 << 13)
def _literal(word: str) -> Sound | None:
    return from_latin(word) if word in pinyin.SYLLABLES else None


@lru_cache(maxsize=1 << 13)
def from_latin(word: str) -> Sound | None:
    """The sounds that a Latin syllable may stand for, by all systems."""
    literal = frozenset((word,)) if word in pinyin.SYLLABLES else _NONE
    other = pinyin.from_wade_giles().get(word, _NONE)
    cantonese = pinyin.from_hong_kong().get(word, _NONE)
    known = literal or other or cantonese or word in _hokkien_spellings()
    return Sound(word, literal, other, cantonese) if known else None


@lru_cache(maxsize=1 << 12)
def from_cyrillic(word: str) -> Sound | None:
    """The sounds of a Cyrillic syllable by Palladius."""
    found = pinyin.from_palladius().get(word.replace("э", "е"))
    return Sound(word, _NONE, found) if found else None


@lru_cache(maxsize=1 << 14)
def syllables(word: str, most: int = 3) -> tuple[tuple[Sound, ...], ...]:
    """Ways to read a Latin or Cyrillic word as Chinese syllables, pinyin first."""
    if word and word[0] > "\u0400":
        return tuple(cut(word, from_cyrillic, most, 4))
    ways = cut(word, _literal, most, 4)
    single = from_latin(word)
    if single and not any(len(w) == 1 for w in ways):
        ways.append((single,))
    return tuple(ways)


_FLAT = {"zh": "z", "ch": "c", "sh": "s"}


def _flat(syllable: str) -> str:
    return _FLAT.get(syllable[:2], syllable[:2]) + syllable[2:]


@lru_cache(maxsize=1 << 17)
def likeness(a: Sound, b: Sound) -> tuple[float, str]:
    """How far two syllables are the same, 0 to 1, and by which way."""
    if a.char and b.char:
        if a.char == b.char:
            return (1.0, "same character") if a.text == b.text else (0.99, "traditional and simplified")
        return (0.35, "sounds alike, other character") if a.literal & b.literal else (0.0, "")
    if a.literal & b.literal:
        return (1.0, "same syllable") if not (a.char or b.char) else (0.97, "pinyin")
    if (a.literal & b.other) or (b.literal & a.other):
        return 0.92, "Wade-Giles or Palladius"
    if a.text in b.spellings or b.text in a.spellings:
        return 0.92, "Cantonese"
    if a.text in b.hokkien or b.text in a.hokkien:
        return 0.9, "Hokkien"
    if (a.literal & b.cantonese) or (b.literal & a.cantonese):
        return 0.84, "Cantonese"
    if a.text == b.text:
        return 1.0, "same syllable"
    if not (a.char or b.char) and (a.other & b.other) and a.text.replace("'", "") == b.text.replace("'", ""):
        return 0.95, "Wade-Giles"
    if {_flat(s) for s in a.literal} & {_flat(s) for s in b.literal}:
        return 0.8, "z/zh, c/ch, s/sh"
    unclear = not (a.char or b.char or (a.literal and b.literal)) and min(len(a.text), len(b.text)) >= 3
    if unclear and OSA.distance(a.text, b.text, score_cutoff=1) <= 1:
        return config().person.typing_error, "one letter off"
    return 0.0, ""
