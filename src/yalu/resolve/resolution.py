"""What was found of a snapshot once: its records in short, its pairs, the edges that strong proof gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from yalu.resolve import rivals
from yalu.resolve.config import config
from yalu.resolve.pair import Edge, Pair
from yalu.resolve.record import Record
from yalu.resolve.union import union

Key = tuple[str, str]


@dataclass(slots=True)
class Counts:
    """What the run that made a resolution had to do."""

    records: int = 0
    changed: int = 0
    compared: int = 0
    kept: int = 0
    removed: int = 0


@dataclass
class Resolution:
    """Everything that is the same for every day and every ledger; days and judgements come on top."""

    snapshot: str
    records: Mapping[str, Record]
    """The records that some pair or edge names, in short: without names that are not needed."""
    pairs: dict[Key, Pair]
    edges: list[Edge]
    """From curators, numbers and references."""
    refused: list[Edge]
    """References and numbers that a fact contradicts; the text says which."""
    prints: Mapping[str, str]
    """The fingerprint of every record of the snapshot."""
    counts: Counts = field(default_factory=Counts)

    def settle(self) -> None:
        """Set scores and rivals, after all pairs are known and while the records are whole."""
        strong = union(self.edges, {}, lambda a, b: "")
        rivals.settle(self.pairs.values(), self.records, lambda one: strong.party(one)[0])

    @cached_property
    def by_score(self) -> list[Edge]:
        """The pairs that merge by their score, as far as they go: conflicts are looked at when they merge."""
        line = config().merge_line.value
        return [
            Edge(
                p.a,
                p.b,
                "score",
                p.score,
                f"score {p.score:.2f}: {p.reasons[0] if p.reasons else ''}",
                p.since,
            )
            for p in self.pairs.values()
            if p.score >= line and not p.rival
        ]

    @cached_property
    def doubtful(self) -> list[Pair]:
        """The pairs between the lines, and those that only a rival keeps from merging."""
        return [p for p in self.pairs.values() if p.score >= config().queue_line.value]

    def of(self, record: str) -> Iterable[Edge]:
        """The strong edges of a record, taken or refused."""
        return self._strong.get(record, ())

    @cached_property
    def _strong(self) -> Mapping[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in (*self.edges, *self.refused):
            found[edge.a].append(edge)
            found[edge.b].append(edge)
        return found
