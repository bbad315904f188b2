"""Whether two words of company names are one word with a typing error, or two words that look alike."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from yalu.names import pinyin, segment
from yalu.names.korean import likeness
from yalu.names.korean_syllable import Syllable
from yalu.names.segment import cut

SHORT_FIT = 0.6
"""How well words of three letters fit that differ in one; it counts only where a proper word meets."""


TWO_LETTERS = 0.82
"""How well long words fit that differ in two letters."""


@lru_cache(maxsize=1 << 17)
def spelling_fit(a: str, b: str, x: str, y: str) -> float:
    """How well two words fit that may differ by a typing error; ``x`` and ``y`` are their folded forms."""
    fit = _letters_fit(a, b, x, y)
    return 0.0 if fit and two_pinyin(a, b) else fit


def _letters_fit(a: str, b: str, x: str, y: str) -> float:
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    if shortest < 3:
        return 0.0
    distance = OSA.distance(a, b, score_cutoff=2) if longest - shortest <= 2 else 3
    if distance == 1:
        return 0.9 if longest >= 7 else 0.86 if longest >= 5 else 0.75 if shortest >= 4 else SHORT_FIT
    if distance == 2 and shortest >= 8:
        return TWO_LETTERS
    if min(len(x), len(y)) >= 5 and x[0] == y[0] and OSA.distance(x, y, score_cutoff=1) <= 1:
        return 0.84
    return 0.0


@lru_cache(maxsize=1 << 16)
def _pinyin_size(word: str) -> int:
    ways = cut(word, lambda p: p if p in pinyin.SYLLABLES and len(p) > 1 else None, 4, 1)
    return len(ways[0]) if ways else 0


@lru_cache(maxsize=1 << 16)
def _korean(word: str) -> tuple[tuple[Syllable, ...], ...]:
    return tuple(w for w in segment.korean(word, 5) if len(w) > 1 and all(map(segment.is_given, w)))


@lru_cache(maxsize=1 << 16)
def two_korean(a: str, b: str, by_onset: bool) -> bool:
    """Whether both words are Korean, and one syllable is another: Daesong, Daedong.

    ``by_onset`` asks for another first consonant (Samhung, Namhung): vowels and last consonants of words that
    no dictionary knows are misspelled too often (Ryonha, Ryonhwa).
    """
    pairs = [(x, y) for x in _korean(a) for y in _korean(b) if len(x) == len(y)]
    return bool(pairs) and all(any(_two(s, t, by_onset) for s, t in zip(x, y, strict=True)) for x, y in pairs)


def _two(a: Syllable, b: Syllable, by_onset: bool) -> bool:
    return not likeness(a, b)[0] and (not by_onset or a.onset != b.onset)


def two_pinyin(a: str, b: str) -> bool:
    """Whether both words are whole pinyin of the same length, so that one letter makes another name."""
    size = _pinyin_size(a)
    return a != b and size > 1 and size == _pinyin_size(b)
