"""Persons' names of any language as rows of Latin words: order, initials, missing and merged words, typos."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from yalu.names import fold, given, kana_latin, segment
from yalu.names.config import config
from yalu.names.korean import likeness as korean_likeness
from yalu.names.result import Part, Parts

_BONES = "consonants of a script without vowels"


@lru_cache(maxsize=1 << 18)
def word_fit(a: str, b: str) -> tuple[float, str]:
    """How well two words fit, and how; ``~`` before a word says that its script wrote no vowels."""
    if a == b:
        return 1.0, "same word"
    if a[0] == "~" or b[0] == "~":
        return bones_fit(a, b)
    if a[0] == "^" or b[0] == "^":
        return (kana_latin.fit(a[1:], b) if a[0] == "^" else kana_latin.fit(b[1:], a)), "katakana"
    if len(a) == 1 or len(b) == 1:
        return (config().person.initial, "initial") if a[0] == b[0] and max(len(a), len(b)) > 2 else (0.0, "")
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    if shortest >= 4 and fold.loose(a) == fold.loose(b):
        return 0.96, "transliteration"
    same = given.forms()
    if a in same and same[a] == same.get(b):
        return 0.95, "form of the same given name"
    distance = OSA.distance(a, b, score_cutoff=3)
    if distance == 1:
        if longest <= 3:
            return 0.55, "one letter off"
        if longest == 4:
            return 0.58 if sorted(a) != sorted(b) else 0.75, "one letter off"
        if a[0] != b[0]:
            return (0.75 if longest >= 7 else 0.58), "one letter off"
        return (0.9 if longest >= 7 else 0.84), "one letter off"
    near = shortest >= 6 and OSA.distance(fold.loose(a), fold.loose(b), score_cutoff=1) <= 1
    if distance == 2 and shortest >= 7 and not (near and fold.bones(a) == fold.bones(b)):
        return (0.8 if shortest >= 9 else 0.58), "two letters off"
    if near:
        return 0.82, "transliteration"
    return 0.0, ""


def bones_fit(a: str, b: str) -> tuple[float, str]:
    """How well two words fit by consonants, of which one was written in a script without vowels."""
    x, y = fold.bones(a), fold.bones(b)
    if "0" in x + y:
        x, y = (w.replace("0", "z").replace("d", "z") for w in (x, y))
    if "q" in a + b:  # Persians say and write gh
        x, y = (w.replace("g", "k") for w in (x, y))
    if x == y and x:
        return (0.93 if len(x) >= 2 else 0.75), _BONES
    if min(len(x), len(y)) >= 4 and OSA.distance(x, y, score_cutoff=1) <= 1:
        return 0.75, _BONES
    return 0.0, ""


@lru_cache(maxsize=1 << 17)
def _korean_fit(a: str, b: str) -> tuple[float, str]:
    fit, how = word_fit(a, b)
    if fit < 0.9:
        x, y = segment.korean(a, 1), segment.korean(b, 1)
        if x and y:
            other, way = korean_likeness(x[0][0], y[0][0])
            if other > fit:
                return other * 0.97, way
            if not other and segment.is_given(x[0][0]) and segment.is_given(y[0][0]):
                return 0.0, ""
    return fit, how


Row = tuple[str, str, str, float]
"""A part as it is found; parts are made when they are asked for."""


def compare(a: tuple[str, ...], b: tuple[str, ...], korean: bool) -> tuple[float, Parts]:
    """Score two rows of words; ``korean`` lets single words meet as Korean syllables."""
    rules = config().person
    if a == b:
        return 1.0, [Part(w, w, "same word", 1.0) for w in a]
    if len(a) > 1 and sorted(a) == sorted(b):
        return rules.reordered, [Part(w, w, "same word", 1.0) for w in a]
    if "".join(a) == "".join(b):
        return rules.merged, [Part(" ".join(a), " ".join(b), "same letters, other spaces", 1.0)]
    if not a or not b:
        return 0.0, []
    if a[0][0] == "~" or b[0][0] == "~" or not _ARABIC.isdisjoint(a) or not _ARABIC.isdisjoint(b):
        a, b = _joined_arabic(a), _joined_arabic(b)
    fit = _korean_fit if korean else word_fit
    found = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            value, how = fit(x, y)
            if value:
                found.append((value, how, -abs(i - j), i, j))
    found.sort(reverse=True)
    left, right = set(range(len(a))), set(range(len(b)))
    rows: list[Row] = []
    places: list[tuple[int, int]] = []
    total = 0.0
    for value, how, _, i, j in found:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            rows.append((a[i], b[j], how, value))
            places.append((i, j))
            total += value
    total, extra = _merge_rest(a, b, left, right, rows, total)
    opposed = min(len(left), len(right))
    missing = max(len(left), len(right)) - opposed
    fathers = 0 if opposed else _fathers(_at(a, left) + _at(b, right), a)
    met = len(rows) + extra
    cost = (missing - fathers) * rules.missing_word + fathers * rules.missing_patronymic
    score = total / (met + opposed * 1.3 + cost)
    if opposed:
        score = min(score, 0.74)
    if met < 2 and missing:
        score *= 0.85
    if met == 2:
        inexact = [how for _, _, how, value in rows if value < 1]
        if len(inexact) == 2 and any("off" in how for how in inexact):
            score = min(score, rules.two_inexact)
    if (missing or any("off" in how for _, _, how, _ in rows)) and not _in_order(places):
        score = min(score, rules.reordered_inexact)

    def parts() -> list[Part]:
        found = [Part(*row) for row in rows]
        ours, theirs = sorted(left), sorted(right)
        found += [Part(a[i], b[j], "", 0.0) for i, j in zip(ours, theirs, strict=False)]
        found += [Part(a[i], "", "only in one name", 0.0) for i in ours[opposed:]]
        return found + [Part("", b[j], "only in one name", 0.0) for j in theirs[opposed:]]

    return min(score, 0.985), parts


def _in_order(places: list[tuple[int, int]]) -> bool:
    """Whether words that met stand in one order in both names, the surname first or last."""
    row = [j for _, j in sorted(places)]
    return sum(x > y for x, y in zip(row, [*row[1:], *row[:1]], strict=True)) <= 1


_ARTICLES = frozenset(["al", "el", "ul", "ad", "as", "ar", "an"])
_SON = frozenset(["bn", "bin", "ben", "ibn", "ould", "uld"])
_SERVANT = frozenset(["abd", "abdul", "abdel", "abdal", "~abd", "~bd"])
_ARABIC = _ARTICLES | _SON | _SERVANT


def _fathers(rest: list[str], words: tuple[str, ...]) -> int:
    """How many words that only one name has are patronymics, which cost little beside a rare surname."""
    if any(given.is_common_surname(w) for w in words):
        return 0
    return sum(map(given.is_patronymic, rest))


def _at(words: tuple[str, ...], places: set[int]) -> list[str]:
    return [words[i] for i in places]


def _joined_arabic(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as Arabic script parts them: no article, and ``abd`` with the word that it belongs to."""
    joined: list[str] = []
    words = tuple(w for w in words if w.lstrip("~") not in _SON) or words
    open_ = False
    for word in words:
        if word in _ARTICLES:
            continue
        if open_:
            joined[-1] += word.lstrip("~")
            open_ = False
        else:
            joined.append(word.replace("abdul", "abd").replace("abdel", "abd") if word in _SERVANT else word)
            open_ = word in _SERVANT
    return tuple(joined) or words


def _merge_rest(
    a: tuple[str, ...], b: tuple[str, ...], left: set[int], right: set[int], rows: list[Row], total: float
) -> tuple[float, int]:
    """Meet what is left where one name joins what the other parts: ``xiaohong`` and ``xiao hong``."""
    if not left or not right or (len(left) == 1) == (len(right) == 1):
        return total, 0
    x, y = "".join(a[i] for i in sorted(left)), "".join(b[j] for j in sorted(right))
    value, how = (
        (0.98, "same letters, other spaces") if x == y else word_fit(x, y) if len(x) >= 6 else (0.0, "")
    )
    if not value:
        return total, 0
    rows.append((" ".join(a[i] for i in sorted(left)), " ".join(b[j] for j in sorted(right)), how, value))
    weight = max(1, min(len(left), len(right)))
    left.clear()
    right.clear()
    return total + value * weight, weight - 1
