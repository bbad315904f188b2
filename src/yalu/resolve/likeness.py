"""How well the names of two records meet."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from yalu.names import Comparison, Prepared, Schema, compare, likely_schema, prepare
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import ALWAYS, Name, Record, Since
from yalu.resolve.worth import LINE, worth

_SCHEMAS = {"person": Schema.PERSON, "craft": Schema.VESSEL, "entity": Schema.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Names:
    """The best of the names of two records, and how the others do."""

    score: float
    a: str
    b: str
    how: tuple[str, ...]
    weak: bool
    information: float
    shared: int
    """How many names, word for word, both have."""
    main: float
    """How well the primary names meet."""
    since: Since


_LEAST = (False, -math.inf, 0.0)
"""Below how any two names rank: those that meet first, then by what the meeting is worth."""
_NONE = Names(0.0, "", "", (), False, 0.0, 0, 0.0, ALWAYS)


def meet(a: Record, b: Record, texts: Iterable[tuple[int, int]], rarity: Rarity) -> Names:
    """Compare the names that the index found alike, and the primary names with each other."""
    group = a.group or b.group
    ours, theirs = {n.number: n for n in a.names}, {n.number: n for n in b.names}
    mains = [(x, y) for x in a.names if x.primary for y in b.names if y.primary][:4]
    main, best, first = 0.0, _NONE, _LEAST
    found = dict.fromkeys([(ours[i], theirs[j]) for i, j in texts if i in ours and j in theirs] + mains)
    for x, y in found:
        met = _compare(x.text, y.text, group)
        weak = x.weak or y.weak
        score = met.score
        if x.primary and y.primary:
            main = max(main, score)
        information = min(rarity.of(x.words, group), rarity.of(y.words, group))
        rank = (score >= LINE, worth(score, information, weak=weak), score)
        if rank > first:
            first = rank
            since = x.since.later(y.since)
            best = Names(score, x.text, y.text, tuple(met.reasons), weak, information, 0, 0.0, since)
    shared = _keys(a.names) & _keys(b.names)
    return Names(
        best.score, best.a, best.b, best.how, best.weak, best.information, len(shared), main, best.since
    )


def _keys(names: Iterable[Name]) -> set[tuple[str, ...]]:
    return {n.words for n in names if not n.weak and len(n.words) > 1}


def _compare(a: str, b: str, group: str) -> Comparison:
    schema = _SCHEMAS.get(group) or likely_schema(a, b)
    return compare(_prepared(a, schema), _prepared(b, schema))


@lru_cache(maxsize=1 << 15)
def _prepared(text: str, schema: Schema) -> Prepared:
    return prepare(text, schema)
