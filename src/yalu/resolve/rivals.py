"""Other records of one list that fit as well: a list does not list a party twice, so at most one is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from yalu.resolve.config import config
from yalu.resolve.pair import Pair
from yalu.resolve.score import score

FAR = 2.0
"""A lead of more than this adds nothing."""


def settle(pairs: Iterable[Pair], lists: Mapping[str, Set[str]], root: Callable[[str], str]) -> None:
    """Set the score of each pair, and its rival where there is one.

    ``root`` gives the party of a record as far as strong proof makes it: records of one party are no rivals.
    """
    rows = list(pairs)
    by: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in rows:
        by[pair.a].append((pair.odds, pair.b))
        by[pair.b].append((pair.odds, pair.a))
    for held in by.values():
        held.sort(reverse=True)
    weight, room = config().weight("rival"), config().weight("rival_room")
    for pair in rows:
        best, name = _best(pair, by, lists, root)
        lead = pair.odds - best if name else FAR
        pair.score = score(pair.odds + weight * max(-FAR, min(FAR, lead)))
        pair.rival = name if lead < room else ""


def _best(
    pair: Pair,
    by: Mapping[str, list[tuple[float, str]]],
    lists: Mapping[str, Set[str]],
    root: Callable[[str], str],
) -> tuple[float, str]:
    found: list[tuple[float, str]] = []
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        mine, party = lists[other], root(other)
        for odds, rival in by[one]:
            if odds < pair.odds - FAR:
                break
            if rival != other and not mine.isdisjoint(lists[rival]) and root(rival) != party:
                found.append((odds, rival))
                break
    return max(found, default=(0.0, ""))
