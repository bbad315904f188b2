"""What is measured: the network of a day, which source backs each tie, and where routes begin and end."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.graph import Graph, of_scope
from yalu.graph.evidence import KINDS
from yalu.model.statement import Statement
from yalu.network.structure.net import Net
from yalu.network.terminals import Terminals, terminals

LISTS = "official lists"
"""Lists and their releases count as one source: states take over each other's entries."""

_BETWEEN = re.compile(r" / |[()]|, ")

Pair = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Material:
    """A network without direction, under first ids.

    ``sources`` are the independent sources of each pair of tied parties, ``since`` the first day on which
    each source was known to name a tie; both are empty for a network from a file, which has none.
    """

    net: Net
    loops: int = 0
    sources: Mapping[Pair, frozenset[str]] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    ends: Terminals | None = None

    @property
    def pairs(self) -> list[Pair]:
        """The two ids of each tie, in the order of the net's ties."""
        ids = self.net.ids
        return [(ids[a], ids[b]) for a, b in zip(self.net.near, self.net.far, strict=True)]

    def without(self, source: str) -> Net:
        """The network without the ties that rest on one source alone."""
        alone = np.array([self.sources[p] == {source} for p in self.pairs], np.bool_)
        return self.net.with_ties(~alone)

    def digest(self) -> str:
        """The same for the same network, sources and ends, and for no other."""
        ends = self.ends or Terminals((), ())
        lines = [f"{a}\t{b}\t{';'.join(sorted(self.sources.get((a, b), ())))}" for a, b in self.pairs]
        lines += [f"since {s} {day}" for s, day in sorted(self.since.items())]
        lines += [f"principal {p}" for p in ends.principals] + [f"bank {p}" for p in ends.banks]
        return hashlib.sha256("\n".join([*lines, *self.net.ids, str(self.loops)]).encode()).hexdigest()


def of_graph(graph: Graph) -> Material:
    """A network of which nothing but its ties is known."""
    return Material(Net.of(graph.undirected()), graph.loops)


def of_day(scope: Scope) -> Material:
    """The network of a regime on the day of the scope."""
    graph = of_scope(scope)
    found = {s.id: s for s in scope.view.statements(prop=KINDS)}
    of = sources_of(scope)
    sources: dict[Pair, frozenset[str]] = defaultdict(frozenset)
    since: dict[str, str] = {}
    for edge in range(graph.m):
        one, other = graph.ids[int(graph.origins[edge])], graph.ids[int(graph.indices[edge])]
        for ref in graph.statements(edge):
            named = of(found[ref])
            sources[min(one, other), max(one, other)] |= named
            for source in named:
                since[source] = min(since.get(source, "9999"), found[ref].known_hi)
    return Material(Net.of(graph.undirected()), graph.loops, dict(sources), since, terminals(scope))


def sources_of(scope: Scope) -> Callable[[Statement], frozenset[str]]:
    """A function that tells on which independent sources a statement of a tie rests.

    Works whose publishers have a name in common are one source: "Reuters / a blog" repeats Reuters, and
    "Korea Herald (Yonhap)" Yonhap. That joins too many rather than too few. Whatever a listing cites is part
    of the official lists.
    """
    lists = {c for s in scope.listings for c in s.cited}
    houses = {c: _houses(scope, c) for s in scope.ties for c in s.cited if c not in lists}
    first: dict[str, str] = {}

    def root(house: str) -> str:
        while first.setdefault(house, house) != house:
            house = first[house]
        return house

    for names in houses.values():
        for name in names[1:]:
            one, other = sorted((root(names[0]), root(name)))
            first[other] = one

    # A source is called by the name that most of its works bear.
    works = Counter(name for names in houses.values() for name in dict.fromkeys(names))
    called: dict[str, str] = {}
    for name in sorted(works, key=lambda name: (-works[name], name)):
        called.setdefault(root(name), name)

    def source(work: str) -> str:
        house = (houses.get(work) or _houses(scope, work))[0]
        return called.get(root(house), house)

    def of(s: Statement) -> frozenset[str]:
        if s.source != CASEBOOK and not s.cited:
            return frozenset({LISTS})
        named = {LISTS if c in lists else source(c) for c in s.cited}
        return frozenset(named or {s.source})

    return of


def _houses(scope: Scope, work: str) -> list[str]:
    """The names in a publisher's: who wrote, who passed it on; the work's own id where it has none."""
    publisher = scope.view.work(work).get("publisher", "")
    parts = [part.strip() for part in _BETWEEN.split(publisher)]
    return [part for part in parts if part] or [work]
