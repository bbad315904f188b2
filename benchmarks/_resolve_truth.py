"""Which records of the shared lists are one party by IMO number, passport or reference: truth, hidden later.

Numbers, dates of birth and references make the truth and are then taken away, so that a matcher has names,
kinds, countries and lesser numbers alone. A list's own records are negatives: it does not list a party twice.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from yalu.resolve.facts import birth_verdict, conflicts
from yalu.resolve.record import Record
from yalu.resolve.stated import Stated
from yalu.screening import identifiers

HIDDEN = ("imo", "passport")
SEED = "yalu"
SEVERAL = ("us_csl", "casebook", "jp_mof")
"""Sources in which one party may have several records: they say nothing on records of their own."""
LIST_ERROR = 5
"""Dates of birth as near as this may be one person's, with a mistake of a list: nobody knows."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Truth:
    """Pairs of records of different lists that are one party, and the party of each record in them."""

    same: frozenset[Pair]
    party: Mapping[str, str]

    def label(self, a: Record, b: Record) -> bool | None:
        """Whether two records are one party; None where nobody knows."""
        if tuple(sorted((a.id, b.id))) in self.same or (
            a.id in self.party and self.party.get(a.id) == self.party.get(b.id)
        ):
            return True
        both = {name for name in bare(a) & bare(b) if name.partition(":")[0] not in SEVERAL}
        if both and not (a.regimes and b.regimes and a.regimes.isdisjoint(b.regimes)):
            return False
        if any(c.code == "imo" for c in conflicts(a, b)) or years_apart(a, b) > LIST_ERROR:
            return False
        return None


def years_apart(a: Record, b: Record) -> int:
    """The fewest years between any two dates of birth; 0 where one has none."""
    years = [[int(p[:4]) for d in r.births for p in (d.text, d.to) if p] for r in (a, b)]
    return min((abs(x - y) for x in years[0] for y in years[1]), default=0)


def bare(record: Record) -> set[str]:
    """The lists that have the record."""
    return {name.partition("#")[0] for name in record.lists}


def truth(records: Mapping[str, Record], said: Iterable[Stated]) -> Truth:
    """The truth of some records, copies of other lists left out."""
    found: set[Pair] = set()
    held = {i: r for i, r in records.items() if not r.repeats and r.lists - {"casebook"}}
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in held.values():
        for kind, plain in record.numbers:
            if kind in HIDDEN and not (kind == "imo" and identifiers.imo_fails(plain)):
                bearers[kind, plain].append(record.id)
    for (kind, _), ids in bearers.items():
        for a, b in combinations(sorted(ids), 2):
            born = birth_verdict(held[a], held[b])
            if kind == "imo" or (born and born[0].rule in ("agrees", "agrees_in_part")):
                found.add((a, b))
    for one in said:
        a, b = held.get(one.a), held.get(one.b)
        if one.rule == "quoted" and not one.refused and a and b and _confirmed(a, b):
            found.add((one.a, one.b))
    found = {(a, b) for a, b in found if not bare(held[a]) & bare(held[b])}
    root: dict[str, str] = {}
    for a, b in sorted(found):
        x, y = sorted((_find(root, a), _find(root, b)))
        root[y] = x
    return Truth(frozenset(found), {i: _find(root, i) for pair in found for i in pair})


def _confirmed(a: Record, b: Record) -> bool:
    born = birth_verdict(a, b)
    if born is not None:
        return born[0].rule in ("agrees", "agrees_in_part")
    return bool(a.countries.keys() & b.countries.keys() or a.numbers.keys() & b.numbers.keys())


def _find(root: dict[str, str], one: str) -> str:
    while root.setdefault(one, one) != one:
        one = root[one]
    return one


def hidden(records: Mapping[str, Record]) -> dict[str, Record]:
    """The records without what makes the truth; each list is cut in two, so that its own pairs are asked."""
    found = {}
    for record in records.values():
        if record.repeats or not record.lists - {"casebook"}:
            continue
        part = hashlib.sha256((SEED + record.id).encode()).digest()[0] % 2
        found[record.id] = replace(
            record,
            lists=frozenset(f"{name}#{part}" for name in record.lists - {"casebook"}),
            births={},
            numbers={key: s for key, s in record.numbers.items() if key[0] not in HIDDEN},
        )
    return found


def developed(party: str) -> bool:
    """Whether a party is in the half on which the weights may be set; the other half is reported."""
    return hashlib.sha256(f"{SEED}:half:{party}".encode()).digest()[0] % 2 == 0
