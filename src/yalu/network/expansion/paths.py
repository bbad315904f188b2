"""The shortest evidenced paths from a party to another, or to the nearest parties on a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from yalu.evidence.scope import Scope
from yalu.graph import Graph, of_view
from yalu.network.expansion.shortest import Shortest, shortest
from yalu.network.expansion.tie import Tie, Ties
from yalu.network.terminals import lists_of

ENOUGH = 5_000
"""Paths that are looked at in order to show the best evidenced of them."""

INNOCENT = (
    "A path says that sources tie each of its parties to the next, not that money, goods or orders went along"
    " it. Ordinary trade, a shared bank, agent or office, a namesake, or a tie that ended long before the"
    " next began give the same path."
)


@dataclass(frozen=True)
class Path:
    """Parties by first id, and the ties between each and the next, the best evidence first."""

    parties: tuple[str, ...]
    steps: tuple[tuple[Tie, ...], ...]

    @property
    def rank(self) -> tuple[list[int], tuple[str, ...]]:
        """For sorting: a path is as good as its weakest step."""
        return sorted((step[0].rank for step in self.steps), reverse=True), self.parties

    @property
    def unverified(self) -> bool:
        """Whether a step rests on nothing but a lead."""
        return any(step[0].unverified for step in self.steps)

    @property
    def weakest(self) -> str:
        """The grade of the step with the weakest evidence."""
        return max((step[0] for step in self.steps), key=lambda tie: tie.rank).statement.grade


@dataclass(frozen=True)
class Answer:
    """What leads from ``party`` to ``to``: ``number`` paths of ``length`` ties, of which some are told.

    ``leads`` are shorter paths, or the only ones, that need a tie that no stored text backs; they decide
    nothing. ``to`` is empty where the nearest listed parties were asked for.
    """

    party: str
    to: str
    length: int
    number: int
    paths: list[Path]
    leads: list[Path]
    names: dict[str, str]
    lists: dict[str, tuple[str, ...]]

    def as_json(self) -> dict[str, Any]:
        """The whole answer."""
        told = {p for path in (*self.paths, *self.leads) for p in path.parties} | {self.party}
        return {
            "party": self.party,
            "to": self.to,
            "length": self.length,
            "number": self.number,
            "paths": [_path_json(path) for path in self.paths],
            "unverified_paths": [_path_json(path) for path in self.leads],
            "parties": {
                p: {"name": self.names[p], "listed": list(self.lists.get(p, ()))} for p in sorted(told)
            },
            "innocent_explanations": INNOCENT,
        }


class Network:
    """The network around a regime's parties on a day: all ties that touch it, and all that touch those."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.lists = lists_of(scope)

    @cached_property
    def graph(self) -> Graph:
        """The ties that a stored text backs."""
        return self._graph(leads=False)

    @cached_property
    def with_leads(self) -> Graph:
        """The same with unverified ties."""
        return self._graph(leads=True)

    def _graph(self, *, leads: bool) -> Graph:
        return of_view(
            self.scope.view, head=self.scope.head, without=self.scope.aggregates.keys(), leads=leads
        )

    def name(self, party: str) -> str:
        """The party's name on the day, or its id."""
        return self.scope.view.name(party)

    def paths(self, party: str, to: str = "", limit: int = 20) -> Answer:
        """All shortest paths; to the nearest listed parties where ``to`` is empty. Ids are first ids."""
        sound = self._shortest(self.graph, party, to)
        paths = self._evidenced(self.graph, sound)[:limit]
        led = self._shortest(self.with_leads, party, to)
        leads = []
        if led and (not sound or led.length < sound.length):
            leads = [p for p in self._evidenced(self.with_leads, led) if p.unverified][:limit]
        told = {p for path in (*paths, *leads) for p in path.parties} | {party, *([to] if to else [])}
        return Answer(
            party=party,
            to=to,
            length=sound.length if sound else 0,
            number=sound.number if sound else 0,
            paths=paths,
            leads=leads,
            names={p: self.name(p) for p in told},
            lists=self.lists,
        )

    def _shortest(self, graph: Graph, party: str, to: str) -> Shortest | None:
        start = graph.number.get(party)
        goals = [graph.number[g] for g in ([to] if to else self.lists) if g in graph.number]
        return shortest(graph.undirected(), start, goals, ENOUGH) if start is not None else None

    def _evidenced(self, graph: Graph, found: Shortest | None) -> list[Path]:
        if found is None:
            return []
        pairs = [pair for route in found.routes for pair in pairwise(route)]
        ties = Ties(self.scope, graph).between(pairs)
        made = [
            Path(tuple(graph.ids[i] for i in route), tuple(tuple(ties[pair]) for pair in pairwise(route)))
            for route in found.routes
        ]
        return sorted(made, key=lambda path: path.rank)


def _path_json(path: Path) -> dict[str, Any]:
    return {
        "parties": list(path.parties),
        "weakest": path.weakest,
        "unverified": path.unverified,
        "steps": [[tie.as_json() for tie in step] for step in path.steps],
    }
