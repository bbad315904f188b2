"""The ties within two steps of the party, and the stakes that it holds or that are held in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from yalu.designation.held import Held, Tie
from yalu.designation.package.days import held, span
from yalu.designation.package.model import End, Holding, Network, Tied
from yalu.model.figures import counted
from yalu.model.statement import Statement
from yalu.network.chart import KINDS
from yalu.network.ties import ACCUSATIONS

STEPS = 2
MOST = 24
"""Parties that are drawn; those one step away come first."""
OWNERSHIP = "Ownership"


class Surroundings:
    """The verified ties around a party. A party that stands for several is reached, and leads no further."""

    def __init__(self, held: Held, party: str) -> None:
        self.held = held
        self.party = held.joins.head(party)
        self._aggregates = {held.joins.head(s.party) for s in held.view.statements(prop="aggregate")}
        self._banks = {held.joins.head(s.party) for s in held.view.statements(prop="bank") if not s.lead}

    def network(self) -> Network:
        """The ties by step, the nearest first."""
        steps = {self.party: 0}
        found: dict[str, tuple[Tie, int]] = {}
        edge = [self.party]
        for step in range(1, STEPS + 1):
            reached: list[str] = []
            for one in edge:
                for tie in self.held.ties.get(one, ()):
                    if tie.statement.lead or tie.other == one:
                        continue
                    found.setdefault(tie.statement.id, (tie, step))
                    if tie.other not in steps:
                        steps[tie.other] = step
                        if tie.other not in self._aggregates:
                            reached.append(tie.other)
            edge = reached
        ties = _once(self._tied(tie, step) for tie, step in found.values())
        drawn = self._drawn(ties, steps)
        return Network(tuple(ties), tuple(drawn), self._words(ties, drawn, steps))

    def holdings(self, ties: Iterable[Tied]) -> tuple[Holding, ...]:
        """Stakes that begin or end at the party."""
        found: dict[tuple[str, str, str], list[Tied]] = defaultdict(list)
        for tie in ties:
            if tie.step == 1 and tie.statement.prop == OWNERSHIP:
                owner, owned = self._ends(tie)
                found[owner.id, owned.id, tie.share].append(tie)
        return tuple(
            Holding(*self._ends(rows[0]), rows[0].share, rows[0].held, tuple(t.statement for t in rows))
            for _, rows in sorted(found.items(), key=lambda kv: (kv[0][0] != self.party, kv[0]))
        )

    def _ends(self, tie: Tied) -> tuple[End, End]:
        """Owner and owned: a stake is stated of the owner, whichever way its source words it."""
        owner = self.held.joins.head(tie.statement.party)
        return (tie.begin, tie.end) if tie.begin.id == owner else (tie.end, tie.begin)

    def _tied(self, tie: Tie, step: int) -> Tied:
        s = tie.statement
        near, far = s.party, s.value
        begin, end = (far, near) if s.details.get("reversed") else (near, far)
        return Tied(
            begin=self._end(begin),
            role=str(s.details.get("role", s.prop)).replace("_", " "),
            end=self._end(end),
            step=step,
            accusation=s.grade in ACCUSATIONS,
            share=str(s.details.get("share") or ""),
            held=held(s),
            known=span(s.clocks.known),
            statement=s,
        )

    def _end(self, party: str) -> End:
        head = self.held.joins.head(party)
        kind = KINDS.get(self._kinds.get(head, ""), "other body")
        lists = tuple(sorted({s.value for s in self.held.listings.get(head, ())}))
        return End(head, self.held.view.name(head), "bank" if head in self._banks else kind, lists)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of each party, by the statements that name it; of several the last in their order."""
        rows = self.held.view.statements(prop="name")
        return {self.held.joins.head(s.party): s.kind for s in rows}

    def _drawn(self, ties: list[Tied], steps: dict[str, int]) -> list[Tied]:
        """Ties among the nearest parties: the party, those one step away, then those with most ties."""
        degree = Counter(end.id for t in ties for end in (t.begin, t.end))
        parties = sorted(
            (p for p in degree if p not in self._aggregates), key=lambda p: (steps.get(p, 9), -degree[p], p)
        )
        kept = set(parties[:MOST])
        return [t for t in ties if {t.begin.id, t.end.id} <= kept]

    def _words(self, ties: list[Tied], drawn: list[Tied], steps: dict[str, int]) -> str:
        parties = {end.id for t in ties for end in (t.begin, t.end)}
        shown = {end.id for t in drawn for end in (t.begin, t.end)}
        near = sum(steps.get(p) == 1 for p in parties)
        words = (
            f"Public ties within two steps of the party: {counted(len(ties), 'tie')} between"
            f" {len(parties)} parties, {near} of them one step away."
        )
        if shown < parties:
            words += f" {len(shown)} parties are drawn; the table has every tie."
        return words


def _once(ties: Iterable[Tied]) -> list[Tied]:
    """A tie of several sources stands once for each source; equal rows of one source once."""
    found: dict[tuple[str, ...], Tied] = {}
    for t in ties:
        s: Statement = t.statement
        found.setdefault((t.begin.id, t.role, t.end.id, t.share, s.source, s.cites, s.locator), t)
    return sorted(found.values(), key=lambda t: (t.step, t.begin.name, t.role, t.end.name, t.statement.id))
