"""The structure of the network as the brief tells it: each figure belongs to the ties that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.evidence.scope import Scope
from yalu.model.figures import counted, joined
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.network.structure.material import Material, of_day
from yalu.network.structure.stored import analysis, root_of
from yalu.network.structure.verdicts import TOO_THIN
from yalu.network.structure.words import QUESTIONS, phrases
from yalu.network.ties import between_named, is_tie, number

WAYS = {"betweenness": "by betweenness", "ties": "by number of ties", "chance": "by chance"}


class Measured:
    """The analysis of a day. A figure is given out only for the very ties that were measured."""

    def __init__(self, scope: Scope, ties: list[Statement]) -> None:
        self.scope = scope
        self.ties = between_named(scope, ties)
        material: Material = of_day(scope)
        self._pairs = set(material.pairs)
        self._number = number(self.ties)
        self.found: dict[str, Any] = analysis(material, root_of(scope)) if self.ties else {}

    def of(self, seen: Sequence[Statement]) -> dict[str, Any]:
        """The analysis of these ties. Raises ValueError where they are not the ones that were measured."""
        if number(seen) != self._number or pairs_of(seen) != self._pairs:
            raise ValueError("these ties are not those that were measured")
        return self.found

    def sentences(self) -> list[Sentence]:
        """Centralized, limited, vulnerable: one sentence each, that may be "not shown" or "too thin"."""
        if not self.ties:
            return []
        return [self._sentence(question) for question in QUESTIONS] + self._routes()

    def _sentence(self, question: str) -> Sentence:
        def slot(name: str) -> SlotFunction:
            return lambda seen: phrases(self.of(seen))[question].values[name]

        phrase = phrases(self.found)[question]
        return sentence(phrase.template, self.ties, fill={name: slot(name) for name in phrase.values})

    def _routes(self) -> list[Sentence]:
        """The fewest parties that stand on all routes between the regime's principals and banks."""
        found = self.found["vulnerable"]["routes"]
        if not found["principals"] or not found["banks"]:
            return []
        names = [name for party in found["cut"] if (name := self.scope.named(party))]

        def cut(seen: Sequence[Statement]) -> str:
            called = {s.party: s.value for s in seen if s.prop == "name"}
            return joined([called.get(p, p) for p in self.of(seen)["vulnerable"]["routes"]["cut"]])

        def count(key: str, one: str, many: str = "") -> SlotFunction:
            return lambda seen: counted(self.of(seen)["vulnerable"]["routes"][key], one, many)

        through = "and no route through others"
        more: dict[str, SlotFunction] = {}
        if found["disjoint"]:
            through = "and {disjoint} through others without a common party, so that all lead through {cut}"
            more = {"disjoint": count("disjoint", "route"), "cut": cut}
        return [
            sentence(
                "Between the regime’s principals ({principals} on the UN list that public ties name) and"
                f" {{banks}} outside it, the public record has {{direct}} {through}.",
                [*self.ties, *names],
                fill=more,
                principals=count("principals", "entity", "entities"),
                banks=count("banks", "bank"),
                direct=count("direct_ties", "direct tie"),
            )
        ]

    def figures(self) -> list[Figure]:
        """What is left of the largest group when parties are taken out, by three ways of choosing them."""
        if not self.ties or self.found["vulnerable"]["verdict"] == TOO_THIN:
            return []
        ties = tuple(self.ties)

        def row(way: str, step: int) -> Row:
            def left(seen: Sequence[Statement]) -> str:
                return f"{100 * self.of(seen)['vulnerable']['curves'][way][step]:.1f}"

            return Row((lambda _: WAYS[way], lambda _: str(step), left), ties)

        curves = self.found["vulnerable"]["curves"]
        data = Table(
            id="disruption",
            title="The largest group after each removal, by the way of choosing whom",
            columns=("way", "removed", "left"),
            rows=tuple(row(way, i) for way in WAYS if way in curves for i in range(len(curves[way]))),
            numeric=frozenset({1, 2}),
        )
        return [Figure("disruption", "What taking parties out would leave", self._alt(), _SPEC, data)]

    def _alt(self) -> Sentence:
        def left(way: str) -> SlotFunction:
            return lambda seen: f"{100 * self.of(seen)['vulnerable']['curves'][way][-1]:.0f}%"

        def removed(seen: Sequence[Statement]) -> str:
            return f"{len(self.of(seen)['vulnerable']['curves']['ties']) - 1:,}"

        ways = [way for way in WAYS if way in self.found["vulnerable"]["curves"]]
        told = ", ".join(f"{{{way}}} where they are chosen {WAYS[way]}" for way in ways)
        return sentence(
            "The share of the largest group that stays joined after each removal: after {removed} it is"
            f" {told} (the mean of many draws). On paper only: whoever is listed may be replaced, and ties"
            " that nobody reported are missing.",
            self.ties,
            fill={"removed": removed, **{way: left(way) for way in ways}},
        )


def pairs_of(ties: Sequence[Statement]) -> set[tuple[str, str]]:
    """Who is tied to whom, without direction; a party tied to itself is tied to nobody."""
    ends = ((s.party, s.value) for s in ties if is_tie(s) and s.party != s.value)
    return {(min(pair), max(pair)) for pair in ends}


_SPEC: dict[str, Any] = {
    "mark": {"type": "line", "point": True},
    "encoding": {
        "x": {"field": "removed", "type": "quantitative", "title": "parties taken out"},
        "y": {"field": "left", "type": "quantitative", "title": "% of the group still joined"},
        "color": {"field": "way", "type": "nominal", "title": "Chosen"},
        "strokeDash": {"field": "way", "type": "nominal"},
        "shape": {"field": "way", "type": "nominal"},
    },
}
