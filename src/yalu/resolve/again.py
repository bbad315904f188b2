"""Whether a list has a party twice: under two of its measures it may, and says the same both times.

Japan has a sheet for what the UN designated and another for its own measures; the UK and Australia have a
record for each regime. Such records are one listing told again, not two explanations of a third record.
"""

from __future__ import annotations

from yalu.resolve.facts import conflicts, facts
from yalu.resolve.record import Record

_AGAINST = ("birth_one_digit", "country_differs", "number_differs")
"""Facts that keep nobody apart by themselves, but are no repetition."""


def listed_again(a: Record, b: Record) -> bool:
    """Whether two records of one list are likely one party under two measures.

    The list has them for different measures, all full names of one are the other's too, and no fact differs.
    """
    if not (a.regimes and b.regimes) or a.regimes & b.regimes or a.lists.isdisjoint(b.lists):
        return False
    ours, theirs = _names(a), _names(b)
    if not (ours <= theirs or theirs <= ours) or not any(len(words) > 1 for words in ours & theirs):
        return False
    if any(c.code != "list" for c in conflicts(a, b)):
        return False
    return not any(fact.weight in _AGAINST for fact in facts(a, b))


def _names(record: Record) -> set[tuple[str, ...]]:
    """Its names that no list calls weak, in whatever order their words stand."""
    return {tuple(sorted(n.words)) for n in record.names if not n.weak and n.words}
