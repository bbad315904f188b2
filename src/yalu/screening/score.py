"""From a name's score and the facts to one score, with the reasons in words."""

from __future__ import annotations

from typing import NamedTuple

from yalu.screening import birth, countries, identifiers
from yalu.screening.config import config
from yalu.screening.facts import Facts
from yalu.screening.query import Query


class Score(NamedTuple):
    """A score from 0 to 1, and which facts made it what it is."""

    value: float
    reasons: list[str]


def weigh(query: Query, facts: Facts, name_score: float) -> Score:
    """Weigh the facts beside a name's score (0 to 1, weak aliases and schemas already counted)."""
    rules = config()
    value = name_score * rules.name.ceiling.value
    reasons: list[str] = []
    lift, factor = _birth(query, facts, reasons)
    more, other = _countries(query, facts, reasons)
    floor, third = _numbers(query, facts, reasons)
    free = 1 - (1 - lift) * (1 - more)
    trust = max(0.0, name_score - rules.birth.floor.value) / (1 - rules.birth.floor.value)
    value += (1 - value) * free * trust
    value *= factor * other * third
    if floor:
        value = max(value, floor + (1 - floor) * 0.9 * value)
    return Score(round(min(value, 0.9999), 4), reasons)


def _birth(query: Query, facts: Facts, reasons: list[str]) -> tuple[float, float]:
    verdict = birth.compare(query.birth_dates, facts.births)
    if verdict is None:
        return 0.0, 1.0
    reasons.append(verdict.text)
    weight: float = getattr(config().birth, verdict.rule).value
    return (weight, 1.0) if verdict.rule in ("agrees", "agrees_in_part", "swapped") else (0.0, weight)


def _countries(query: Query, facts: Facts, reasons: list[str]) -> tuple[float, float]:
    shared = [c for c in query.countries if c in facts.countries]
    rules = config().country
    if shared:
        reasons.append("country agrees: " + ", ".join(shared))
        return rules.agrees.value, 1.0
    ours = [c for c in query.countries if countries.known(c)]
    theirs = [c for c in facts.countries if countries.known(c)]
    if ours and theirs:
        reasons.append(f"country differs: {', '.join(ours)} and {', '.join(theirs)}")
        return 0.0, rules.conflicts.value
    return 0.0, 1.0


def _numbers(query: Query, facts: Facts, reasons: list[str]) -> tuple[float, float]:
    rules = config().identifier
    floor, factor = 0.0, 1.0
    for kind, value in query.identifiers:
        asked = identifiers.normal(kind, value)
        if not asked:
            reasons.append(f"{kind} {value!r} is no number that can be compared")
            continue
        held = {plain for k, v in facts.identifiers if k == kind and (plain := identifiers.normal(k, v))}
        bad = kind == "imo" and identifiers.imo_fails(asked)
        if asked in held:
            strong = identifiers.KINDS[kind].strength == "decides"
            found = rules.bad_check_digit if bad else rules.decides if strong else rules.supports
            floor = max(floor, found.value)
            note = ", which fails its check digit" if bad else "" if strong else ", which others may bear too"
            reasons.append(f"{kind} number is the same: {value}{note}")
        elif held and kind == "imo":
            factor *= rules.imo_conflicts.value
            reasons.append(f"imo number conflicts: {value} and {', '.join(sorted(held))}: another hull")
        elif held and identifiers.KINDS[kind].strength == "decides":
            factor = min(factor, rules.number_conflicts.value)
            reasons.append(f"{kind} number differs: {value} and {', '.join(sorted(held)[:3])}")
    return floor, factor
