"""Listings that may be told twice: by a list, and by the casebook under an id that nothing joins to it.

The casebook copied listings from the lists. Where a name that it gives is too unlike the list's, the two are
not found to be one party, and a count of both would count one listing twice.
"""

from __future__ import annotations

from collections import defaultdict

from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, OWN_KNOWLEDGE
from yalu.sources.registry import sources

CASEBOOK = "casebook"
_GROUPS = {"Person": "person", "Vessel": "craft", "Airplane": "craft", "LegalEntity": "", "": ""}


def doubles(view: View) -> frozenset[str]:
    """Ids of lists that may be a party of the casebook: listed by the same authority on the same day.

    Only where neither is joined to a listing of the other, and their kinds may be one.
    """
    told: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in view.statements(prop=LISTING):
        if s.source in sources() and s.basis != OWN_KNOWLEDGE:
            told[s.value, view.ids(s.party)[0]][s.source].append(s)
    copied: dict[tuple[str, str], set[str]] = defaultdict(set)
    alone: list[tuple[str, str, Statement]] = []
    for (authority, head), by_source in told.items():
        if by_source.keys() == {CASEBOOK}:
            for s in by_source[CASEBOOK]:
                copied[authority, _day(s)].add(_group(s))
        elif CASEBOOK not in by_source:
            alone += ((authority, head, s) for rows in by_source.values() for s in rows if _day(s))
    found = {
        head
        for authority, head, s in alone
        if any(_may_be(_group(s), other) for other in copied.get((authority, _day(s)), ()))
    }
    return frozenset(i for head in found for i in view.ids(head))


def _day(s: Statement) -> str:
    """The day of a listing, or the latest where only that is known; ``""`` between two days."""
    return s.from_hi if s.from_lo in ("", s.from_hi) else ""


def _group(s: Statement) -> str:
    return _GROUPS.get(s.kind, "entity")


def _may_be(one: str, other: str) -> bool:
    return not one or not other or one == other
