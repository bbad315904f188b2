"""Merges records by their edges, strongest first, and never brings a conflict together.

Like Kruskal's way to a spanning tree: whatever order the edges come in, the strongest that may be taken is taken
first, so the edge left out of a contradiction is the weakest on its way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from yalu.resolve.pair import Edge

Key = tuple[str, str]
Apart = Callable[[str, str], str]
"""Why two records cannot be one party, or ``""``."""


class LeftOut(NamedTuple):
    """An edge that was not taken, and the two records that would have come together against a fact."""

    edge: Edge
    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of the edges: the members of each party of several, the edges taken, those left out."""

    members: Mapping[str, tuple[str, ...]]
    """Each record in a party of several to all of that party, in order."""
    taken: tuple[Edge, ...]
    left_out: tuple[LeftOut, ...]

    def party(self, record: str) -> tuple[str, ...]:
        """All records of the party."""
        return self.members.get(record, (record,))


def union(edges: Iterable[Edge], different: Mapping[Key, str], apart: Apart) -> Merged:
    """Merge. ``different`` are pairs that were judged apart, each with the words for it.

    Nothing joins what was judged apart. A judgement of ``same`` and a curator's join stand against a list's
    facts, and the pair itself of a strong edge stands against "one list holds both".
    """
    ordered = sorted(edges, key=lambda e: e.order)
    strong = {(e.a, e.b) for e in ordered if e.rule in ("judged", "curated", "imo")}
    members: dict[str, tuple[str, ...]] = {}
    taken: list[Edge] = []
    left_out: list[LeftOut] = []
    for edge in ordered:
        ours, theirs = members.get(edge.a, (edge.a,)), members.get(edge.b, (edge.b,))
        if edge.b in ours:
            taken.append(edge)
            continue
        against = _between(ours, theirs, edge, strong, different, apart)
        if against is not None:
            left_out.append(against)
            continue
        taken.append(edge)
        together = tuple(sorted(ours + theirs))
        members.update(dict.fromkeys(together, together))
    return Merged(members, tuple(taken), tuple(left_out))


def _between(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    edge: Edge,
    strong: set[Key],
    different: Mapping[Key, str],
    apart: Apart,
) -> LeftOut | None:
    stated = edge.rule in ("judged", "curated")
    for x in ours:
        for y in theirs:
            key = (x, y) if x < y else (y, x)
            if why := different.get(key):
                return LeftOut(edge, *key, why)
            if not stated and key not in strong and (why := apart(*key)):
                return LeftOut(edge, *key, why)
    return None
