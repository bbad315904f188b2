"""Chooses what a picture shows: the shortest evidenced paths first, then what the reader opened."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from yalu.evidence.scope import Scope
from yalu.graph.graph import Graph, Undirected
from yalu.network.expansion.paths import ENOUGH, Network
from yalu.network.expansion.shortest import Shortest, shortest
from yalu.network.expansion.tie import Tie, Ties
from yalu.network.explore import places
from yalu.network.explore.picture import MOST, PAGE, Line, Node, Picture, Selection
from yalu.network.terminals import BANK, Terminals, terminals

STARTS = 12
"""Banks from which the first picture shows a shortest path; the best evidenced ones are kept."""


class Seeing:
    """The network of a day, to be looked at part by part. Any thread may ask it."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.network = Network(scope)

    @cached_property
    def graph(self) -> Graph:
        """All ties, unverified ones too: those are drawn dashed and lead no path."""
        return self.network.with_leads

    @cached_property
    def terminals(self) -> Terminals:
        """The regime's principals, and the banks outside it."""
        return terminals(self.scope)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each party by its first id."""
        found: dict[str, str] = {}
        for s in self.scope.view.statements(prop="name"):
            found.setdefault(self.scope.head(s.party), s.kind)
        return found

    @cached_property
    def banks(self) -> frozenset[str]:
        """Who a source calls a bank."""
        return frozenset(self.scope.head(s.party) for s in self.scope.view.statements(prop=BANK))

    @cached_property
    def first(self) -> tuple[tuple[str, ...], int, int]:
        """The parties of the shortest paths from principals to banks, how many paths, the shortest length."""
        graph = self.network.graph
        goals = [graph.number[p] for p in self.terminals.principals if p in graph.number]
        net = graph.undirected()
        found = []
        for bank in self.terminals.banks:
            start = graph.number.get(bank)
            one = shortest(net, start, goals, ENOUGH) if start is not None and goals else None
            if one:
                found.append((one.length, bank, one))
        found.sort(key=lambda f: f[:2])
        best = [self._best(graph, one) for *_, one in found[:STARTS]]
        return tuple(dict.fromkeys(p for path in best for p in path)), len(best), found[0][0] if found else 0

    def _best(self, graph: Graph, found: Shortest) -> tuple[str, ...]:
        """The path whose weakest tie has the best grade; between equals the first by number."""
        ranked = [
            (sorted((self._grade(graph, a, b) for a, b in pairwise(r)), reverse=True), r)
            for r in found.routes[:200]
        ]
        return tuple(graph.ids[i] for i in min(ranked)[1])

    @staticmethod
    def _grade(graph: Graph, one: int, other: int) -> int:
        pairs = ((one, other), (other, one))
        return min(
            int(graph.grades[e]) for near, far in pairs for e in graph.edges(near) if graph.indices[e] == far
        )

    def head(self, party: str) -> str:
        """The first id of a party."""
        return self.scope.head(party)

    def near(self, party: str) -> list[str]:
        """A party's neighbors: listed ones first, then those with most ties."""
        place = self.graph.number.get(party)
        if place is None:
            return []
        net = self._net
        found = [int(i) for i in net.neighbors(place)]
        found.sort(key=lambda i: (net.ids[i] not in self.network.lists, -len(net.neighbors(i)), net.ids[i]))
        return [net.ids[i] for i in found]

    @cached_property
    def _net(self) -> Undirected:
        return self.graph.undirected()

    def picture(self, chosen: Selection) -> Picture:
        """The picture of a selection, each party with its place."""
        parties, made = self._begin(chosen)
        for party, pages in chosen.opened:
            here = {*parties, party}
            beside = [p for p in self.near(party) if p not in here]
            parties = [*parties, party, *beside[: PAGE * pages]]
        for party in chosen.whole:
            parties = [*parties, party, *self.near(party)]
        hidden = set(chosen.hidden)
        shown = [p for p in dict.fromkeys(parties) if p not in hidden]
        shown = [p for p in shown if not chosen.shapes or self.shape(p) in chosen.shapes]
        cut = max(len(shown) - MOST, 0)
        shown = shown[:MOST]
        lines, left = self._lines(shown, chosen)
        here = set(shown)
        nodes = [self._node(p, here) for p in shown]
        return places.placed(replace(made, cut=cut, left=left), nodes, lines)

    def _begin(self, chosen: Selection) -> tuple[list[str], Picture]:
        """Where the picture begins: a path asked for, the paths of a party, or those of the day."""
        nothing = Picture((), ())
        if chosen.start:
            answer = self.network.paths(chosen.start, chosen.goal, limit=20)
            paths = answer.paths or answer.leads
            parties = [chosen.start, *([chosen.goal] if chosen.goal else [])]
            parties += [p for path in paths for p in path.parties]
            made = replace(nothing, paths=answer.number, length=answer.length, unverified=bool(answer.leads))
            return [*parties, *chosen.wanted], made
        if chosen.party:
            opened = any(p == chosen.party for p, _ in chosen.opened) or chosen.party in chosen.whole
            around = [] if opened else self.near(chosen.party)[:PAGE]
            return [chosen.party, *around, *chosen.wanted], nothing
        if chosen.wanted:
            return list(chosen.wanted), nothing
        first, number, length = self.first
        return list(first), replace(nothing, paths=number, length=length)

    def _lines(self, shown: list[str], chosen: Selection) -> tuple[list[Line], int]:
        graph, net = self.graph, self._net
        here = {graph.number[p] for p in shown if p in graph.number}
        pairs = [(i, int(j)) for i in sorted(here) for j in net.neighbors(i) if i < j and int(j) in here]
        ties = Ties(self.scope, graph).between(pairs)
        told = {tie.statement.id: tie for found in ties.values() for tie in found}
        kept = [tie for tie in told.values() if self._fits(tie, chosen)]
        kept.sort(key=lambda t: (t.rank, t.near, t.far, t.statement.id))
        return [Line(tie, words(tie.statement.prop)) for tie in kept], len(told) - len(kept)

    @staticmethod
    def _fits(tie: Tie, chosen: Selection) -> bool:
        s = tie.statement
        if chosen.kinds and s.prop not in chosen.kinds:
            return False
        grade = "unverified" if tie.unverified else s.grade
        if chosen.grades and grade not in chosen.grades:
            return False
        ended = bool(chosen.since and s.to_hi and s.to_hi < chosen.since)
        later = bool(chosen.until and s.from_lo and s.from_lo > chosen.until)
        return not ended and not later

    def shape(self, party: str) -> str:
        """The kind of a party, ``Bank`` for one that a source calls so."""
        return "Bank" if party in self.banks else self.kinds.get(party, "LegalEntity")

    def _node(self, party: str, here: set[str]) -> Node:
        near = self.near(party)
        return Node(
            id=party,
            name=self.network.name(party),
            kind=self.kinds.get(party, "LegalEntity"),
            bank=party in self.banks,
            lists=self.network.lists.get(party, ()),
            neighbors=len(near),
            more=sum(p not in here for p in near),
        )


def words(kind: str) -> str:
    """``Directorship`` as ``directorship``; what a source does not call anything more is another tie."""
    if kind == "UnknownLink":
        return "other tie"
    return "".join(f" {c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(kind))
