"""Other records of one list that fit as well: a list does not list a party twice, so at most one is right.

Unless strong proof, or what the list says of both, makes them one party: two records that tell one listing
again are no two explanations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from yalu.resolve.again import listed_again
from yalu.resolve.config import config
from yalu.resolve.pair import Pair
from yalu.resolve.record import Record
from yalu.resolve.score import score

FAR = 2.0
"""A lead of more than this adds nothing."""
Rivals = Callable[[str, str], bool]
"""Whether two records of a list are alternatives."""


def settle(pairs: Iterable[Pair], records: Mapping[str, Record], root: Callable[[str], str]) -> None:
    """Set the score of each pair, and its rival where there is one.

    ``records`` are whole. ``root`` gives the party of a record as far as strong proof makes it: records of
    one party are no rivals.
    """
    rows = list(pairs)
    by: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in rows:
        by[pair.a].append((pair.odds, pair.b))
        by[pair.b].append((pair.odds, pair.a))
    for held in by.values():
        held.sort(reverse=True)

    @cache
    def apart(one: str, other: str) -> bool:
        a, b = records[one], records[other]
        return not a.lists.isdisjoint(b.lists) and root(one) != root(other) and not listed_again(a, b)

    weight, room = config().weight("rival"), config().weight("rival_room")
    for pair in rows:
        best, name = _best(pair, by, apart)
        lead = pair.odds - best if name else FAR
        pair.score = score(pair.odds + weight * max(-FAR, min(FAR, lead)))
        pair.rival = name if lead < room else ""


def _best(pair: Pair, by: Mapping[str, list[tuple[float, str]]], apart: Rivals) -> tuple[float, str]:
    found: list[tuple[float, str]] = []
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for odds, rival in by[one]:
            if odds < pair.odds - FAR:
                break
            if rival != other and apart(*sorted((rival, other))):
                found.append((odds, rival))
                break
    return max(found, default=(0.0, ""))
