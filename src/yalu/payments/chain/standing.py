"""What the evidence of a day says of a party beside lists: who blocks it, and how near a listed one it is."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from yalu.errors import UsageError
from yalu.evidence.scope import Scope
from yalu.evidence.view import View
from yalu.graph.compiled import Compiler
from yalu.network.expansion.paths import Network
from yalu.ownership import Docket, Says
from yalu.ownership.rules import asked
from yalu.regimes.brief import BriefPlan

SHOWN = frozenset((Says.BLOCKED, Says.CONTROL, Says.UNCERTAIN, Says.LISTED))
FAR = -1


class Standing:
    """One day's evidence, read when the first party is asked for."""

    def __init__(self, view: View, plan: BriefPlan, compiler: Compiler | None = None) -> None:
        self._view = view
        self._plan = plan
        self._compiler = compiler
        self._said: dict[tuple[str, ...], list[dict[str, Any]]] = {}

    @cached_property
    def _docket(self) -> Docket:
        return Docket(self._view, compiler=self._compiler)

    @cached_property
    def _network(self) -> Network:
        scope = Scope(self._view, self._plan)
        scope.joins = self._docket.ownership.joins  # the same view: who is one party is read once
        return Network(scope)

    def ownership(self, ids: tuple[str, ...]) -> list[dict[str, Any]]:
        """The verdicts of each rule that block, or may block; empty where none does."""
        if ids in self._said:
            return self._said[ids]
        found = []
        for rule in asked("all"):
            try:
                court = self._docket.court(rule)
            except UsageError:  # the rule said nothing on that day
                continue
            for one in sorted({self._docket.ownership.head(i) for i in ids}):
                number = self._docket.holdings.number.get(one)
                if number is not None and court.says(number) in SHOWN - {Says.LISTED}:
                    verdict = court.verdict(number).as_json()
                    verdict["from_listed_names"] = [self._view.name(i) for i in verdict["from_listed"]]
                    found.append(verdict)
        self._said[ids] = found
        return found

    def distance(self, ids: tuple[str, ...]) -> int:
        """Evidenced ties to the nearest listed party of the regime; ``FAR`` where none leads there."""
        graph, scope = self._network.graph, self._network.scope
        numbers = (graph.number.get(scope.head(one)) for one in ids)
        steps = (int(self._distances[number]) for number in numbers if number is not None)
        return min((step for step in steps if step != FAR), default=FAR)

    @cached_property
    def _distances(self) -> npt.NDArray[np.int32]:
        """For each party its ties to the nearest listed one, breadth first from all of them."""
        graph = self._network.graph
        around = graph.undirected()
        found = np.full(len(graph.ids), FAR, np.int32)
        edge = [graph.number[i] for i in self._network.lists if i in graph.number]
        found[edge] = 0
        step = 0
        while edge:
            step += 1
            following = []
            for party in edge:
                for other in around.indices[around.indptr[party] : around.indptr[party + 1]]:
                    if found[other] == FAR:
                        found[other] = step
                        following.append(int(other))
            edge = following
        return found
