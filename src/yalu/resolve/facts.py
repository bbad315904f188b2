"""What the facts of two records say about each other: dates, countries, numbers, kinds."""

from __future__ import annotations

from typing import NamedTuple

from yalu.resolve.record import ALWAYS, NEVER, Record, Since
from yalu.screening import birth, countries, identifiers
from yalu.screening.birth import Date


class Fact(NamedTuple):
    """What one fact says: the name of its weight, the words for it, from when it may be used."""

    weight: str
    text: str
    since: Since
    times: float = 1.0


class Conflict(NamedTuple):
    """A fact that keeps two records apart."""

    code: str
    """``birth``, ``imo``, ``kind``, ``list`` or ``number``."""
    text: str
    since: Since


_APART = ("imo", "lei")
"""Numbers of which a party has one for life, so that two of them are two parties."""


def facts(a: Record, b: Record) -> list[Fact]:
    """Everything that two records have to say beside their names."""
    found = [*_births(a, b), *_countries(a, b)]
    shared = _shared(a, b)
    for kind, plain, since in shared:
        decides = identifiers.KINDS[kind].strength == "decides"
        rule = "number_decides" if decides else "number_supports"
        found.append(Fact(rule, f"{kind} number is the same: {plain}", since))
    for kind in sorted({k for k, _ in a.numbers} & {k for k, _ in b.numbers} - {k for k, _, _ in shared}):
        if identifiers.KINDS[kind].strength == "decides":
            ours, theirs = a.of_kind(kind), b.of_kind(kind)
            text = f"{kind} number differs: {', '.join(sorted(ours)[:2])} and {', '.join(sorted(theirs)[:2])}"
            found.append(Fact("number_differs", text, _first(ours).later(_first(theirs))))
    return found


def conflicts(a: Record, b: Record) -> list[Conflict]:
    """Why two records cannot be one party; empty where nothing speaks against it."""
    found = []
    if a.group and b.group and a.group != b.group:
        found.append(Conflict("kind", f"kind differs: {', '.join(a.kinds)} and {', '.join(b.kinds)}", ALWAYS))
    said = birth_verdict(a, b)
    if said and said[0].rule == "conflicts":
        found.append(Conflict("birth", said[0].text, said[1]))
    for kind in _APART:
        ours, theirs = _sound(a, kind), _sound(b, kind)
        if ours and theirs and not ours.keys() & theirs.keys():
            text = f"{kind} number conflicts: {', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
            found.append(
                Conflict("imo" if kind == "imo" else "number", text, _first(ours).later(_first(theirs)))
            )
    found += same_list(a, b)
    return found


def same_list(a: Record, b: Record) -> list[Conflict]:
    """That one list has both records: it would not list one party twice."""
    both = sorted(a.lists & b.lists)
    return [Conflict("list", f"{both[0]} holds both as records of their own", ALWAYS)] if both else []


def birth_verdict(a: Record, b: Record) -> tuple[birth.Verdict, Since] | None:
    """The best that any two dates of birth say, and from when both were known."""
    if not a.births or not b.births:
        return None
    best: tuple[birth.Verdict, Since] | None = None
    for x, known in a.births.items():
        for y, since in b.births.items():
            said = two_dates(x, y)
            if best is None or _RANK[said.rule] < _RANK[best[0].rule]:
                best = said, known.later(since)
    return best


_RANK = {
    r: i for i, r in enumerate(("agrees", "agrees_in_part", "swapped", "near", "one_digit", "conflicts"))
}


def two_dates(a: Date, b: Date) -> birth.Verdict:
    """What two dates say, each read with its precision: spans, and dates that are only about right."""
    if a.to and not b.to:
        a, b = b, a
    said = birth.compare([a.text], [b])
    assert said is not None
    if a.to and said.rule == "conflicts" and not (a.to < b.text[:4] or b.to < a.text[:4]):
        return birth.Verdict("agrees_in_part", f"birth years overlap: {a.shown} and {b.shown}")
    if a.circa and said.rule in ("conflicts", "one_digit") and abs(int(a.text[:4]) - int(b.text[:4])) <= 2:
        return birth.Verdict("near", f"birth year is close: {a.shown} and {b.shown}")
    return said


def _births(a: Record, b: Record) -> list[Fact]:
    said = birth_verdict(a, b)
    return [Fact(f"birth_{said[0].rule}", said[0].text, said[1])] if said else []


def _shared(a: Record, b: Record) -> list[tuple[str, str, Since]]:
    """The numbers that both have; a source may put words or a country around one."""
    found = []
    for (kind, plain), known in sorted(a.numbers.items()):
        for other, since in b.of_kind(kind).items():
            short, long = sorted((_bare(kind, plain), _bare(kind, other)), key=len)
            inside = kind in _WRAPPED and short in long and not (long.replace(short, "", 1)).isdigit()
            if short == long or (inside and sum(c.isdigit() for c in short) >= _WRAPPED_DIGITS):
                found.append((kind, short, known.later(since)))
    return found


_WRAPPED, _WRAPPED_DIGITS = ("national-id", "passport", "registration", "tax"), 6
"""Kinds of numbers that sources write within a text, and how many digits make one known there."""


def _bare(kind: str, plain: str) -> str:
    """A number without the noughts before it, which sources write or leave out."""
    return (plain.lstrip("0") or plain) if kind in _WRAPPED else plain


def _countries(a: Record, b: Record) -> list[Fact]:
    shared = sorted(a.countries.keys() & b.countries.keys())
    if shared:
        since = a.countries[shared[0]].later(b.countries[shared[0]])
        return [Fact("country_agrees", "country agrees: " + ", ".join(shared), since)]
    if not any(map(countries.known, a.countries)) or not any(map(countries.known, b.countries)):
        return []
    text = f"country differs: {', '.join(sorted(a.countries)[:3])} and {', '.join(sorted(b.countries)[:3])}"
    return [Fact("country_differs", text, _first(a.countries).later(_first(b.countries)))]


def _sound(record: Record, kind: str) -> dict[str, Since]:
    held = record.of_kind(kind)
    return {n: s for n, s in held.items() if kind != "imo" or not identifiers.imo_fails(n)}


def _first(held: dict[str, Since]) -> Since:
    return min(held.values(), default=Since(NEVER, NEVER))
