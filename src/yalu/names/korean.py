"""Korean names: the surname by its class, then syllable by syllable by sound."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from rapidfuzz.distance import OSA

from yalu.names import readings as rd
from yalu.names import segment, surnames
from yalu.names.config import config
from yalu.names.korean_syllable import Syllable, same_sound
from yalu.names.readings import Reading
from yalu.names.result import Part

Given = tuple[Syllable, ...]


@lru_cache(maxsize=1 << 18)
def likeness(a: Syllable, b: Syllable) -> tuple[float, str]:
    """How far two syllables are the same, 0 to 1, and how."""
    if a.written == b.written:
        return 1.0, "same syllable"
    how = "Korean reading" if a.written[-1] == ")" or b.written[-1] == ")" else "romanization"
    if a.text == b.text:
        return 0.99, how
    rules = config().person
    sound = same_sound(a, b)
    if sound:
        return rules.other_spelling * sound, how
    if a.text[0] < "\u0250" and b.text[0] < "\u0250":
        longest, shortest = max(len(a.text), len(b.text)), min(len(a.text), len(b.text))
        if longest < 3 or OSA.distance(a.text, b.text, score_cutoff=1) > 1:
            return 0.0, ""
        if not (segment.is_given(a) and segment.is_given(b)):
            return rules.typing_error, "one letter off"
        if a.onset == b.onset and longest > shortest and a.vowel_set & b.vowel_set:
            return rules.near_miss, "one letter off"
    return 0.0, ""


def _surname(a: Reading, b: Reading) -> tuple[float, str]:
    shared = a.surname & b.surname
    if shared:
        if a.written.lower() == b.written.lower():
            return 1.0, "surname"
        return 0.98, f"surname class {surnames.korean_name(min(shared))}"
    ours = a.sounds or tuple(s for row in a.surname for s in rd.surname_sounds(row))
    theirs = b.sounds or tuple(s for row in b.surname for s in rd.surname_sounds(row))
    if a.sounds or b.sounds:
        best = max((same_sound(x, y) for x in ours for y in theirs), default=0.0)
        if best >= 0.8:
            return 0.95 * best, "surname by sound"
    return 0.0, ""


def _near_surname(a: Reading, b: Reading) -> bool:
    """Whether one surname has one letter more than the other: Paek, Pak."""
    x, y = a.written.lower(), b.written.lower()
    if a.script != "latin" or b.script != "latin" or a.last != b.last or min(len(x), len(y)) < 3:
        return False
    return x[0] == y[0] and abs(len(x) - len(y)) == 1 and OSA.distance(x, y, score_cutoff=1) <= 1


def compare(a: Reading, b: Reading) -> tuple[float, list[Part]]:
    """Score two Korean readings of names."""
    rules = config().person
    surname, how = _surname(a, b)
    parts = [Part(a.written, b.written, how, surname)]
    if not surname and not _near_surname(a, b):
        return rules.surname_difference * 0.5, parts
    best, rows = -1.0, []
    for x in a.given:
        for y in b.given:
            value, row = _given(cast(Given, x), cast(Given, y))
            if value > best:
                best, rows = value, row
    parts += rows
    if any(part.fit == 0 for part in rows):
        return min(rules.difference, rules.surname * surname + (1 - rules.surname) * best * 0.7), parts
    if not surname:
        parts[0] = Part(a.written, b.written, "surname, one letter off", rules.surname_near_miss)
        return (best * rules.surname_near_miss if best > 0.98 else rules.surname_difference), parts
    score = rules.surname * surname + (1 - rules.surname) * best
    if a.last != b.last:
        score *= rules.order
    return score, parts


def _given(x: Given, y: Given) -> tuple[float, list[Part]]:
    rows: list[Part] = []
    total = 0.0
    for s, t in zip(x, y, strict=False):
        fit, how = likeness(s, t)
        rows.append(Part(s.written, t.written, how, fit))
        total += fit
    for s in x[len(y) :]:
        rows.append(Part(s.written, "", "only in one name", 0.0))
    for t in y[len(x) :]:
        rows.append(Part("", t.written, "only in one name", 0.0))
    return total / max(len(x), len(y)), rows
