"""Compares two records: names and facts to one pair with its reasons."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.resolve.facts import facts
from yalu.resolve.likeness import meet
from yalu.resolve.pair import Pair
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import Record
from yalu.resolve.score import weigh

MOST = 6
"""Of records whose likely names nobody has looked up, so many names of each are compared."""


def compare(a: Record, b: Record, texts: Iterable[tuple[int, int]], rarity: Rarity) -> Pair:
    """The pair of two records, ``a`` before ``b``, by the names given and their primary names."""
    names, said = meet(a, b, texts, rarity), facts(a, b)
    odds, since = weigh(names, said, a.group or b.group)
    words = f"names {names.a!r} and {names.b!r} meet by {names.score:.2f}" if names.a else "no name meets"
    weak = " (a weak alias)" if names.weak else ""
    rare = f", {names.shared} of them word for word" if names.shared else ""
    reasons = [words + weak + rare, *(f"name: {how}" for how in names.how), *(f.text for f in said)]
    return Pair(a.id, b.id, round(odds, 4), since, reasons)


def all_names(a: Record, b: Record) -> list[tuple[int, int]]:
    """Names of two records to compare where no index was asked: the first of each."""
    return [(x.number, y.number) for x in a.names[:MOST] for y in b.names[:MOST]]
