"""One tie as a reader needs it: who to whom, how, since when, by which statement, how well evidenced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yalu.evidence.scope import Scope
from yalu.graph.graph import Graph
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.model.vocabulary import Grade
from yalu.model.words import grade_words

ORDER = {grade: place for place, grade in enumerate(Grade)}


@dataclass(frozen=True)
class Tie:
    """A statement of a tie; its ends stand under the parties' first ids, in the order of ``role``."""

    near: str
    role: str
    far: str
    statement: Statement
    works: tuple[dict[str, str], ...]

    @property
    def unverified(self) -> bool:
        """Whether it is a lead that no stored text backs: shown, and decides nothing."""
        return self.statement.lead

    @property
    def rank(self) -> int:
        """The place of its grade, the best first."""
        return len(ORDER) if self.unverified else ORDER.get(Grade(self.statement.grade), len(ORDER))

    @property
    def since(self) -> str:
        """When it held, as the source has it: ``2012-01-01 to 2014-12-31``, or ``""``."""
        s = self.statement
        start, end = Interval(s.from_lo, s.from_hi).text(), Interval(s.to_lo, s.to_hi).text()
        return f"{start or 'before'} to {end}" if end else start

    def text(self, names: dict[str, str]) -> str:
        """``A acted for B``."""
        return f"{names[self.near]} {self.role} {names[self.far]}"

    def proof(self) -> str:
        """Its grade, its days and its sources, on a line."""
        s = self.statement
        days = [f"held {self.since}"] if self.since else []
        known = Interval(s.known_lo, s.known_hi).text()
        published = [" ".join(w for w in (k.get("publisher"), k.get("title")) if w) for k in self.works]
        told = "; ".join(p for p in published if p) or s.source
        return "; ".join([grade_words(s.grade), *days, f"known {known}", told, f"{s.source} {s.locator}"])

    def as_json(self) -> dict[str, Any]:
        """The tie with its statement's id and place."""
        s = self.statement
        return {
            "from": self.near,
            "to": self.far,
            "type": s.prop,
            "role": self.role,
            "grade": s.grade,
            "unverified": self.unverified,
            "held_from": [s.from_lo, s.from_hi],
            "held_to": [s.to_lo, s.to_hi],
            "known": [s.known_lo, s.known_hi],
            "statement": s.id,
            "source": s.source,
            "locator": s.locator,
            "document": s.document,
            "cites": s.cited,
            "works": list(self.works),
        }


class Ties:
    """The ties of a graph by their two ends, whatever the direction; statements are read when asked for."""

    def __init__(self, scope: Scope, graph: Graph) -> None:
        self.scope = scope
        self.graph = graph

    def between(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], list[Tie]]:
        """For each pair of parties the ties between them, the best evidence first."""
        refs = {pair: self._refs(*pair) for pair in dict.fromkeys(pairs)}
        statements = self._read(sorted({ref for found in refs.values() for ref in found}))
        return {
            pair: sorted(
                (self.of(statements[ref]) for ref in found if ref in statements),
                key=lambda t: (t.rank, t.statement.known_hi, t.statement.id),
            )
            for pair, found in refs.items()
        }

    def of(self, s: Statement) -> Tie:
        """A statement of a tie, read in the direction of its words."""
        near, far = self.scope.head(s.party), self.scope.head(s.value)
        if s.details.get("reversed"):
            near, far = far, near
        works = tuple({"id": c, **work} for c in s.cited if (work := self.scope.view.work(c)))
        return Tie(near, str(s.details.get("role", s.prop)), far, s, works)

    def _refs(self, one: int, other: int) -> list[str]:
        found = []
        for near, far in ((one, other), (other, one)):
            for edge in self.graph.edges(near):
                if self.graph.indices[edge] == far:
                    found += self.graph.statements(edge)
        return found

    def _read(self, ids: list[str]) -> dict[str, Statement]:
        if not ids:
            return {}
        marks = ", ".join("?" * len(ids))
        return {s.id: s for s in self.scope.view.meeting(f"id IN ({marks})", ids)}
