"""Parties on a day: the edges known by it, the judgements in force, merged without a contradiction."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from yalu.ledger.judgement import Judgement, Verdict
from yalu.model.clock import Mode
from yalu.resolve.config import rules_hash
from yalu.resolve.facts import conflicts
from yalu.resolve.pair import Edge
from yalu.resolve.queue import Doubt, doubts
from yalu.resolve.record import ALWAYS, Since
from yalu.resolve.resolution import Key, Resolution
from yalu.resolve.union import Merged, union
from yalu.screening import clock

EVER = "9999-12-31"


class Grouped:
    """A resolution with judgements: what views, coverage and the queue read.

    Judgements hold for every day: they say which records are one party, and what those records say keeps its
    own clocks. All else is used from the day on which the statements that prove it were known.
    """

    def __init__(
        self,
        resolution: Resolution,
        judgements: Iterable[Judgement] = (),
        sources: Collection[str] | None = None,
    ) -> None:
        self.resolution = resolution
        self.judgements: Mapping[Key, Judgement] = {j.pair: j for j in judgements}
        self._sources = sources
        self._merged: dict[tuple[str, Mode], Merged] = {}
        self._doubts: dict[tuple[str, Mode], list[Doubt]] = {}
        self._apart: dict[Key, tuple[tuple[str, Since], ...]] = {}

    @property
    def name(self) -> str:
        """The rules and the judgements behind it, as a short text."""
        judged = ",".join(sorted(j.id for j in self.judgements.values()))
        return f"{rules_hash()}-{hashlib.sha256(judged.encode()).hexdigest()[:12] if judged else 'none'}"

    def merged(self, as_of: str = EVER, mode: Mode = Mode.STRICT) -> Merged:
        """The parties of a day, which edges made them and which were left out."""
        key = as_of, mode
        if key not in self._merged:
            day = clock.number(as_of)
            known = [e for e in self._edges if known_by(e.since, day, mode)]
            self._merged[key] = union(
                known, self._different, lambda a, b: self._against(a, b, day, mode), self._unsure
            )
        return self._merged[key]

    def groups(self, as_of: str = EVER, mode: Mode = Mode.STRICT) -> list[tuple[str, ...]]:
        """The parties of several records; first the ids that curators joined, so that they keep their id."""
        found = {ids for ids in self.merged(as_of, mode).members.values() if len(ids) > 1}
        return sorted(self._ordered(ids, as_of, mode) for ids in found)

    def queue(self, as_of: str = EVER, mode: Mode = Mode.STRICT) -> list[Doubt]:
        """The pairs to look at, those that are likeliest one party first."""
        key = as_of, mode
        if key not in self._doubts:
            day = clock.number(as_of)
            self._doubts[key] = doubts(
                self.merged(as_of, mode),
                [p for p in self.resolution.doubtful if known_by(p.since, day, mode)],
                [e for e in self._refused if known_by(e.since, day, mode)],
                self.judgements,
                lambda a, b: self._against(a, b, day, mode),
            )
        return self._doubts[key]

    def pending(self, as_of: str, mode: Mode) -> Collection[str]:
        """Records in the queue, then or now, and those that later proof joins: a count leaves them out."""
        open_ = [*self.queue(as_of, mode), *self.queue()]
        waiting = {record for doubt in open_ for record in (doubt.a, doubt.b)}
        now, ever = self.merged(as_of, mode), self.merged()
        return waiting | {one for one in ever.members if ever.party(one) != now.party(one)}

    def limited(self, sources: Collection[str]) -> Grouped:
        """The same without what records of other sources prove."""
        return Grouped(self.resolution, self.judgements.values(), frozenset(sources))

    def conflict(self, a: str, b: str) -> str:
        """Why two records cannot be one party by all that is known, or ``""``."""
        return self._against(a, b, clock.number(EVER), Mode.STRICT)

    @cached_property
    def _edges(self) -> list[Edge]:
        same = sorted(
            (j for j in self.judgements.values() if j.verdict is Verdict.SAME),
            key=lambda j: (j.at, j.id),
            reverse=True,
        )
        # Of judgements that contradict each other the latest holds.
        judged = [
            Edge(*j.pair, "judged", 1.0 - n * 1e-9, f"judged the same by {j.who}: {j.why} ({j.id})", ALWAYS)
            for n, j in enumerate(same)
        ]
        found = [e for e in (*self.resolution.edges, *self.resolution.by_score) if self._inside(e)]
        return [*judged, *found]

    @cached_property
    def _refused(self) -> list[Edge]:
        return [e for e in self.resolution.refused if self._inside(e)]

    def _inside(self, edge: Edge) -> bool:
        """Whether an edge is between records of the sources asked for."""
        if self._sources is None:
            return True
        held = (self.resolution.records.get(i) for i in (edge.a, edge.b))
        return all(
            r is None or not r.lists or any(name.partition(":")[0] in self._sources for name in r.lists)
            for r in held
        )

    @cached_property
    def _different(self) -> dict[Key, str]:
        return self._said(Verdict.DIFFERENT, "judged different")

    @cached_property
    def _unsure(self) -> dict[Key, str]:
        return self._said(Verdict.UNSURE, "looked at, and not to be told")

    def _said(self, verdict: Verdict, words: str) -> dict[Key, str]:
        return {
            j.pair: f"{words} by {j.who}: {j.why} ({j.id})"
            for j in self.judgements.values()
            if j.verdict is verdict
        }

    def _against(self, a: str, b: str, day: int, mode: Mode) -> str:
        key = (a, b) if a < b else (b, a)
        found = self._apart.get(key)
        if found is None:
            x, y = self.resolution.records.get(key[0]), self.resolution.records.get(key[1])
            said = conflicts(x, y) if x and y else []
            found = self._apart[key] = tuple((c.text, c.since) for c in said)
        return next((text for text, since in found if known_by(since, day, mode)), "")

    def _ordered(self, ids: tuple[str, ...], as_of: str, mode: Mode) -> tuple[str, ...]:
        """The ids of the largest curated group first, then those that the casebook knows; copies last."""
        curated = self._curated(clock.number(as_of), mode)
        held = self.resolution.records

        def rank(part: tuple[str, ...]) -> tuple[int, bool, bool, tuple[str, ...]]:
            known = [held[i] for i in part if i in held]
            named = any("casebook" in r.lists for r in known)
            return -len(part), not named, bool(known) and all(r.repeats for r in known), part

        parts = sorted({curated.party(i) for i in ids}, key=rank)
        return tuple(i for part in parts for i in part if i in ids)

    def _curated(self, day: int, mode: Mode) -> Merged:
        key = f"curated {day}", mode
        if key not in self._merged:
            edges = [e for e in self._edges if e.rule == "curated" and known_by(e.since, day, mode)]
            self._merged[key] = union(edges, {}, lambda a, b: "")
        return self._merged[key]


def known_by(since: Since, day: int, mode: Mode) -> bool:
    """Whether a day in a mode may use what was known since."""
    return (since.strict if mode is Mode.STRICT else since.likely) <= day
