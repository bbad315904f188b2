"""Who could take a struck party's place: others tied to the same parties, of the same kind and country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from yalu.evidence.scope import Scope
from yalu.graph import Graph

EACH = 3
SAID = (
    "Whoever is tied to the same parties could carry what the struck one carried. That is a question to look"
    " into, and no finding about anybody."
)


class Rerouting:
    """Compares parties by their ties and by what is known of them."""

    def __init__(self, scope: Scope, graph: Graph) -> None:
        self.scope = scope
        self.near: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for edge in range(graph.m):
            one, other = graph.ids[int(graph.origins[edge])], graph.ids[int(graph.indices[edge])]
            self.near[one][other].add(graph.kind(edge))
            self.near[other][one].add(graph.kind(edge))
        self.persons = {scope.head(s.party) for s in scope.view.statements(prop="name", kind="Person")}
        self.facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for s in scope.view.statements(prop=("country", "address", "name")):
            if not s.lead:
                head = scope.head(s.party)
                self.facts[head]["kind" if s.prop == "name" else s.prop].add(
                    s.kind if s.prop == "name" else s.value
                )

    def substitutes(self, struck: Sequence[str]) -> list[dict[str, Any]]:
        """For each struck party those nearest to its place, the nearest first."""
        rows = []
        for party in struck:
            alike = [self._alike(party, other, struck) for other in self._around(party, struck)]
            found = sorted(filter(None, alike), key=lambda row: (-row["alike"], row["party"]))
            rows.append(
                {"party": party, "name": self.scope.view.name(party), "could_take_its_place": found[:EACH]}
            )
        return rows

    def _around(self, party: str, struck: Sequence[str]) -> list[str]:
        ways = [p for p in self.near.get(party, ()) if p not in struck]
        around = {q for w in ways for q in self.near[w]} - {party, *struck} - set(ways)
        return sorted(q for q in around if (q in self.persons) == (party in self.persons))

    def _alike(self, party: str, other: str, struck: Sequence[str]) -> dict[str, Any] | None:
        """How alike two are; None where nothing but a common neighbor is, which says too little."""
        mine, theirs = self.near[party], self.near[other]
        shared = sorted(p for p in mine.keys() & theirs.keys() if p not in struck)
        role = [p for p in shared if mine[p] & theirs[p]]
        why = [
            f"{len(shared)} of the same parties beside it: {', '.join(map(self.scope.view.name, shared[:3]))}"
        ]
        if role:
            kinds = sorted({kind for p in role for kind in mine[p] & theirs[p]})
            why.append(f"tied to {len(role)} of them in the same way ({', '.join(kinds)})")
        same = [
            what
            for what in ("kind", "country", "address")
            if self.facts[party][what] & self.facts[other][what]
        ]
        why += [f"same {what}" for what in same]
        if not role and "address" not in same:
            return None
        score = 2 * len(shared) + len(role) + len(same)
        return {"party": other, "name": self.scope.view.name(other), "alike": score, "why": why}
