"""Han characters: one folded form for all ways of writing them, readings, glosses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Character:
    """What the table knows of a character; readings are without tones, the likeliest first."""

    folded: str
    korean: tuple[str, ...]
    pinyin: tuple[str, ...]
    cantonese: tuple[str, ...]
    gloss: tuple[str, ...]


_UNKNOWN = Character("", (), (), (), ())


@cache
def table() -> dict[str, Character]:
    """Every character that is known."""
    table = {}
    text = files("yalu.names").joinpath("data/han.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            char, folded, korean, pinyin, cantonese, gloss = line.split("\t")
            table[char] = Character(
                folded or char,
                tuple(korean.split()),
                tuple(pinyin.split()),
                tuple(cantonese.split()),
                tuple(gloss.split()),
            )
    return table


@cache
def character(char: str) -> Character:
    """The row of a character; an empty one if it is not known."""
    return table().get(char, _UNKNOWN)


@cache
def _korean_of_folded() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table().values():
        known = found.get(row.folded, ())
        found[row.folded] = known + tuple(r for r in row.korean if r not in known)
    return found


def fold(text: str) -> str:
    """The text with every Han character in its folded (simplified) form; other letters as they are."""
    return "".join(table()[c].folded if c in table() else c for c in text)


def korean_readings(char: str) -> tuple[str, ...]:
    """The Korean readings as Hangul syllables; of a simplified form those of its traditional forms."""
    row = character(char)
    return row.korean or _korean_of_folded().get(row.folded, ())


def pinyin_readings(char: str) -> tuple[str, ...]:
    """The Mandarin readings as pinyin without tones (``v`` for ü)."""
    row = character(char)
    return row.pinyin or character(row.folded).pinyin


def cantonese_readings(char: str) -> tuple[str, ...]:
    """The Cantonese readings as jyutping without tones."""
    row = character(char)
    return row.cantonese or character(row.folded).cantonese


def glosses(char: str) -> tuple[str, ...]:
    """English words for the meaning of a common character; empty for a rare one."""
    row = character(char)
    return row.gloss or character(row.folded).gloss
