"""A Latin word cut into syllables: ``hongsop`` into hong-sop, ``xiaohong`` into xiao-hong."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeVar

import yaml

from yalu.names.korean_syllable import Syllable, from_hangul, from_latin

_Piece = TypeVar("_Piece")
_LONGEST_SYLLABLE = 7


def cut(word: str, piece: Callable[[str], _Piece | None], most: int, limit: int) -> list[tuple[_Piece, ...]]:
    """All ways, up to ``limit``, to cut the whole word into at most ``most`` pieces, long pieces first."""
    found: list[tuple[_Piece, ...]] = []
    if len(word) > most * _LONGEST_SYLLABLE:
        return found
    dead: set[tuple[int, int]] = set()

    def walk(at: int, pieces: tuple[_Piece, ...]) -> bool:
        if at == len(word):
            found.append(pieces)
            return True
        left = most - len(pieces)
        if left == 0 or (at, left) in dead or len(found) >= limit:
            return False
        done = False
        for end in range(min(len(word), at + _LONGEST_SYLLABLE), at, -1):
            part = piece(word[at:end])
            if part is not None:
                done = walk(end, (*pieces, part)) or done
        if not done:
            dead.add((at, left))
        return done

    walk(0, ())
    return found


@cache
def _given() -> frozenset[tuple[str, str, str]]:
    """The sounds (onset, vowel, coda) of syllables that stand in given names."""
    text = files("yalu.names").joinpath("data/korean_given.yaml").read_text(encoding="utf-8")
    data: dict[str, str] = yaml.safe_load(text)
    known = [s for char in data["syllables"].split() if (s := from_hangul(char))]
    return frozenset((s.onset, vowel, s.coda) for s in known for vowel, _ in s.vowels)


@lru_cache(maxsize=1 << 14)
def is_given(syllable: Syllable) -> bool:
    """Whether the syllable can stand in a Korean given name."""
    codas = syllable.coda or ("",)
    return any((syllable.onset, v, c) in _given() for v, w in syllable.vowels if w >= 0.9 for c in codas)


@lru_cache(maxsize=1 << 15)
def korean(word: str, most: int = 3) -> tuple[tuple[Syllable, ...], ...]:
    """Ways to read a word as Korean syllables, those of given names first; none if it cannot be one."""
    ways = cut(word, from_latin, most, 24)
    if not ways:
        return ()
    ways.sort(key=lambda way: (sum(not is_given(s) for s in way), len(way)))
    best = sum(not is_given(s) for s in ways[0])
    return tuple(w for w in ways if sum(not is_given(s) for s in w) == best)[:4]
