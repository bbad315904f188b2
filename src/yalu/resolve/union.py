"""Merges records by their edges, strongest first, and never brings a conflict together.

Like Kruskal's way to a spanning tree: whatever order the edges come in, the strongest that may be taken is
taken first, so the edge left out of a contradiction is the weakest on its way round.
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


class _Rules(NamedTuple):
    """What keeps records apart; ``strong`` are the pairs of edges that are more than a score."""

    strong: set[Key]
    different: Mapping[Key, str]
    unsure: Mapping[Key, str]
    apart: Apart


def union(
    edges: Iterable[Edge],
    different: Mapping[Key, str],
    apart: Apart,
    unsure: Mapping[Key, str] | None = None,
) -> Merged:
    """Merge. ``different`` and ``unsure`` are pairs that were judged so, each with the words for it.

    Nothing joins what was judged different; what was left unsure only a judgement joins. A judgement of
    ``same`` and a curator's join stand against facts; so does the pair itself of a number or a reference,
    whose own facts were looked at before, but not what it would bring together beside it.
    """
    ordered = sorted(edges, key=lambda e: e.order)
    strong = {(e.a, e.b) for e in ordered if e.rule != "score"}
    members: dict[str, tuple[str, ...]] = {}
    taken: list[Edge] = []
    left_out: list[LeftOut] = []
    for edge in ordered:
        ours, theirs = members.get(edge.a, (edge.a,)), members.get(edge.b, (edge.b,))
        if edge.b in ours:
            taken.append(edge)
            continue
        against = _between(ours, theirs, edge, _Rules(strong, different, unsure or {}, apart))
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
    rules: _Rules,
) -> LeftOut | None:
    stated = edge.rule in ("judged", "curated")
    for x in ours:
        for y in theirs:
            key = (x, y) if x < y else (y, x)
            why = rules.different.get(key, "")
            if not why and edge.rule != "judged":
                why = rules.unsure.get(key, "")
            if not why and not stated and key not in rules.strong:
                why = rules.apart(*key)
            if why:
                return LeftOut(edge, *key, why)
    return None
