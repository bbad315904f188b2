"""Numbers that merge without asking: a ship's IMO number, a passport beside the date of birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from yalu.resolve.facts import birth_verdict
from yalu.resolve.pair import Edge
from yalu.resolve.record import Record, Since
from yalu.screening import identifiers

Meets = Callable[[Record, Record], bool]
"""Whether the names of two records meet."""


def by_numbers(records: Mapping[str, Record], meets: Meets) -> tuple[list[Edge], list[Edge]]:
    """Edges that numbers prove, and those that they would prove if one list had not two records of them."""
    bearers: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records.values():
        for number in record.numbers:
            if number[0] in ("imo", "passport"):
                bearers[number].append(record)
    proven: list[Edge] = []
    doubtful: list[Edge] = []
    for (kind, plain), found in sorted(bearers.items()):
        held = sorted(found, key=lambda r: r.id)
        if kind == "passport":
            proven += _passports(held, plain)
        elif not identifiers.imo_fails(plain):
            ships = [r for r in held if r.group in ("craft", "")]
            twice = _twice(ships, meets)
            for edge in _pairs(ships, "imo", plain):
                (doubtful if edge.a in twice or edge.b in twice else proven).append(edge)
    return proven, doubtful


def _twice(held: Iterable[Record], meets: Meets) -> set[str]:
    """Records whose list puts the number on another of its records too, under another name."""
    return {
        one.id
        for a, b in combinations(held, 2)
        if (a.lists & b.lists) - {"casebook"} and not meets(a, b)
        for one in (a, b)
    }


def _pairs(held: Iterable[Record], kind: str, plain: str) -> Iterator[Edge]:
    for a, b in combinations(held, 2):
        since = a.numbers[kind, plain].later(b.numbers[kind, plain])
        yield Edge(a.id, b.id, "imo", 0.99, f"IMO number is the same: {plain}", since)


def _passports(held: Iterable[Record], plain: str) -> Iterator[Edge]:
    key = ("passport", plain)
    for a, b in combinations([r for r in held if r.group in ("person", "")], 2):
        countries = {c for r in (a, b) if (c := r.issuers.get(key))}
        born = birth_verdict(a, b)
        if len(countries) > 1 or born is None or born[0].rule not in ("agrees", "agrees_in_part"):
            continue
        if a.lists & b.lists:
            continue
        since: Since = a.numbers[key].later(b.numbers[key]).later(born[1])
        text = f"passport number is the same: {plain}; {born[0].text}"
        yield Edge(a.id, b.id, "passport", 0.98, text, since)
