"""How exposed a party on no list is: whom on a list it is tied to, by what evidence, from how many sources.

The order is a rule that anybody can check, not a probability: more listed parties directly beside it, then
better evidence, then more independent sources, then more listed parties two ties away. Parties alike in all
of that share their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from yalu.evidence.scope import Scope
from yalu.graph import of_scope
from yalu.network.expansion.tie import ORDER, Tie, Ties
from yalu.network.structure.material import sources_of
from yalu.network.terminals import lists_of

AGAINST = frozenset({"attacked"})
"""Roles in which the far end is a victim: no service to anybody."""

LIMITS = (
    "A place in this order says how much public evidence ties a party to listed ones. It is no finding,"
    " and no forecast: most parties with such ties are never listed, and banks, agents and carriers have them"
    " by their trade."
)


@dataclass(frozen=True)
class Exposed:
    """A party that is named in a source and on no list. ``first`` to ``last`` is its place, from 1.

    ``beside`` are the listed parties it is tied to directly, ``near`` those two ties away, ``ties`` the
    direct ties, the best evidence first.
    """

    party: str
    name: str
    first: int
    last: int
    beside: tuple[str, ...]
    near: int
    sources: int
    ties: tuple[Tie, ...]

    @property
    def key(self) -> tuple[int, int, int, int]:
        """What decides its place, the most exposed first."""
        best = min((tie.rank for tie in self.ties), default=len(ORDER))
        return -len(self.beside), best, -self.sources, -self.near

    def as_json(self, names: dict[str, str], lists: dict[str, tuple[str, ...]]) -> dict[str, Any]:
        """Its place and its reasons."""
        return {
            "party": self.party,
            "name": self.name,
            "status": "named in a source",
            "place": [self.first, self.last],
            "listed_beside": [{"party": p, "name": names[p], "listed": list(lists[p])} for p in self.beside],
            "listed_two_ties_away": self.near,
            "independent_sources": self.sources,
            "reasons": [tie.as_json() | {"text": tie.text(names)} for tie in self.ties],
        }


@dataclass(frozen=True)
class Ranking:
    """All exposed parties of a day, and how many named parties have no listed one within two ties."""

    exposed: list[Exposed]
    unexposed: int
    names: dict[str, str]
    lists: dict[str, tuple[str, ...]]

    def place(self, party: str) -> Exposed | None:
        """Where a party stands, or None where it is not exposed."""
        return next((e for e in self.exposed if e.party == party), None)


def ranking(scope: Scope) -> Ranking:
    """Rank the parties of the regime's network that are on no list on the day of the scope."""
    graph = of_scope(scope)
    lists = lists_of(scope)
    net = graph.undirected()
    ids = graph.ids
    listed = [party in lists for party in ids]
    pairs = [(i, int(j)) for i in range(graph.n) if not listed[i] for j in net.neighbors(i) if listed[int(j)]]
    between = Ties(scope, graph).between(pairs)
    of = sources_of(scope)
    told: dict[int, list[Tie]] = {}
    for (i, _), ties in between.items():
        told.setdefault(i, []).extend(t for t in ties if t.role not in AGAINST)
    made = []
    unexposed = 0
    for i in range(graph.n):
        if listed[i]:
            continue
        ties = sorted(told.get(i, []), key=lambda t: (t.rank, t.statement.known_hi, t.statement.id))
        beside = {p for t in ties for p in (t.near, t.far)} - {ids[i]}
        ways = {p for t in ties for p in (t.near, t.far)}
        ways |= {ids[int(j)] for j in net.neighbors(i) if not listed[int(j)]}
        two = {
            ids[int(k)] for way in ways - {ids[i]} for k in net.neighbors(graph.number[way]) if listed[int(k)]
        }
        near = len(two - beside)
        if not beside and not near:
            unexposed += 1
            continue
        sources = len({source for t in ties for source in of(t.statement)})
        made.append(
            Exposed(ids[i], scope.view.name(ids[i]), 0, 0, tuple(sorted(beside)), near, sources, tuple(ties))
        )
    names = {p: scope.view.name(p) for e in made for p in (e.party, *e.beside)}
    return Ranking(_placed(made), unexposed, names, lists)


def _placed(made: list[Exposed]) -> list[Exposed]:
    found: list[Exposed] = []
    for _, alike in groupby(sorted(made, key=lambda e: (e.key, e.party)), key=lambda e: e.key):
        group = list(alike)
        first, last = len(found) + 1, len(found) + len(group)
        found += [Exposed(e.party, e.name, first, last, e.beside, e.near, e.sources, e.ties) for e in group]
    return found
