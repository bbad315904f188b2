"""Korean names: the surname by its class, then syllable by syllable by sound."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from yalu.names import readings as rd
from yalu.names import segment, surnames
from yalu.names.config import config
from yalu.names.readings import Reading
from yalu.names.result import Part
from yalu.names.korean_syllable import Syllable, same_sound


@lru_cache(maxsize=1 << 18)
def likeness(a: Syllable, b: Syllable) -> tuple[float, str]:
    """How far two syllables are the same, 0 to 1, and how."""
    if a.written == b.written:
        return 1.0, "same syllable"
    if a.text == b.text:
        return 0.99, "romanization"
    rules = config().person
    sound = same_sound(a, b)
    if sound:
        return rules.other_spelling * sound, "romanization"
    if a.text[0] < "\u0250" and b.text[0] < "\u0250":
        known = segment.is_given(a) and segment.is_given(b)
        longest = max(len(a.text), len(b.text))
        if known and a.onset == b.onset and abs(len(a.text) - len(b.text)) == 1 and longest >= 3:
            if a.vowel_set & b.vowel_set and OSA.distance(a.text, b.text, score_cutoff=1) <= 1:
                return rules.near_miss, "one letter off"
        if not known and longest >= 3 and OSA.distance(a.text, b.text, score_cutoff=1) <= 1:
            return rules.typing_error, "one letter off"
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
    """Whether two surnames differ by one letter within, and both names have two given syllables: Paek, Pak."""
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
            value, row = _given(x, y)
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


def _given(x: tuple[object, ...], y: tuple[object, ...]) -> tuple[float, list[Part]]:
    rows: list[Part] = []
    total = 0.0
    for s, t in zip(x, y, strict=False):
        assert isinstance(s, Syllable) and isinstance(t, Syllable)
        fit, how = likeness(s, t)
        rows.append(Part(s.written, t.written, how, fit))
        total += fit
    for s in x[len(y) :]:
        rows.append(Part(getattr(s, "written", ""), "", "only in the first name", 0.0))
    for t in y[len(x) :]:
        rows.append(Part("", getattr(t, "written", ""), "only in the second name", 0.0))
    return total / max(len(x), len(y)), rows
