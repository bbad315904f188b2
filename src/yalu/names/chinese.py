"""Chinese names: the surname by its class, then syllable by syllable, or character by character."""

from __future__ import annotations

from typing import cast

from yalu.names import han, surnames
from yalu.names.chinese_syllable import Sound, likeness
from yalu.names.config import config
from yalu.names.readings import Reading
from yalu.names.result import Part

Given = tuple[Sound, ...]


def compare(a: Reading, b: Reading) -> tuple[float, list[Part]]:
    """Score two Chinese readings of names."""
    rules = config().person
    shared = a.surname & b.surname
    if not shared:
        return rules.surname_difference * 0.5, [Part(a.written, b.written, "surname", 0.0)]
    same = han.fold(a.written.lower()) == han.fold(b.written.lower())
    name = surnames.chinese_name(min(shared))
    parts = [
        Part(a.written, b.written, "surname" if same else f"surname class {name}", 1.0 if same else 0.98)
    ]
    best, rows = -1.0, [Part("", "", "", 0.0)]
    for x in a.given:
        for y in b.given:
            value, row = _given(cast(Given, x), cast(Given, y))
            if value > best:
                best, rows = value, row
    parts += rows
    if any(part.fit < 0.3 for part in rows):
        return min(rules.difference, rules.surname + (1 - rules.surname) * best * 0.7), parts
    score = rules.surname * parts[0].fit + (1 - rules.surname) * best
    ways = {row.how for row in rows}
    if a.script == b.script == "latin" and "Cantonese" in ways and (same or len(rows) < 2 or len(ways) > 1):
        score = min(score, rules.mixed_systems)
    return (score * rules.order if a.last != b.last else score), parts


def _given(x: Given, y: Given) -> tuple[float, list[Part]]:
    rows: list[Part] = []
    for s, t in zip(x, y, strict=False):
        fit, how = likeness(s, t)
        rows.append(Part(s.text, t.text, how, fit))
    rows += [Part(s.text, "", "only in one name", 0.0) for s in x[len(y) :]]
    rows += [Part("", t.text, "only in one name", 0.0) for t in y[len(x) :]]
    return sum(r.fit for r in rows) / max(len(x), len(y)), rows
