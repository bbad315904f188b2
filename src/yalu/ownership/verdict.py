"""The verdict on one party under one rule: what, how much, by which steps, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from yalu.graph.compiled import Compiler
from yalu.ownership.cascade import Cascade, Outcome, Walk
from yalu.ownership.holdings import Holdings
from yalu.ownership.levels import Level
from yalu.ownership.proof import Backing, Step
from yalu.ownership.rules import Period, Rule
from yalu.ownership.shares import Share, figure, span


class Says(StrEnum):
    """What a rule says of a party on a day."""

    LISTED = "listed"
    BLOCKED = "blocked"
    CONTROL = "control indicated"
    UNCERTAIN = "uncertain"
    NOT_BLOCKED = "not blocked"


AT = {Level.CERTAIN: Says.BLOCKED, Level.INDICATED: Says.CONTROL, Level.POSSIBLE: Says.UNCERTAIN}
MEANS = {
    Says.LISTED: "on the authority's list",
    Says.BLOCKED: "blocked through ownership or stated control",
    Says.CONTROL: "control by a blocked party is indicated; a person must weigh it",
    Says.UNCERTAIN: "blocked if the upper ends of the ranges hold",
    Says.NOT_BLOCKED: "not blocked on the ties that are held",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of one party. ``low`` and ``high`` are what blocked parties hold, in units."""

    rule: Rule
    period: Period
    party: str
    says: Says
    low: Share
    high: Share
    proof: tuple[Step, ...]
    start: tuple[str, ...]
    """The listed parties from which the proof begins."""

    def as_json(self) -> dict[str, Any]:
        """The verdict as JSON shows it."""
        return {
            "rule": self.rule.id,
            "party": self.party,
            "verdict": self.says,
            "means": MEANS[self.says],
            "threshold": self.period.threshold,
            "low": figure(self.low),
            "high": figure(self.high),
            "from_listed": self.start,
            "proof": [step.as_json() for step in self.proof],
        }

    def range_text(self) -> str:
        """What blocked parties hold: ``25% to 50%``."""
        return span(self.low, self.high)


class Court:
    """Gives verdicts on the holdings of a day, under one rule, with some parties listed."""

    def __init__(
        self, holdings: Holdings, rule: Rule, on: str, listed: set[str], compiler: Compiler | None = None
    ) -> None:
        self.holdings, self.rule, self.on = holdings, rule, on
        self.period = rule.on(on)
        self.cascade = Cascade(holdings, self.period, compiler)
        number = holdings.number
        self.listed = tuple(sorted(number[party] for party in listed if party in number))
        self.outcome: Outcome = self.cascade.run(self.listed)

    @cached_property
    def backing(self) -> Backing:
        """What stands behind each verdict; costs a sort of the holdings."""
        return Backing(self.cascade)

    def says(self, party: int) -> Says:
        """The verdict in a word."""
        if party in self.listed:
            return Says.LISTED
        level = self.outcome.level(party)
        return Says.NOT_BLOCKED if level is None else AT[level]

    def parties(self, says: Says) -> list[str]:
        """The parties of a verdict, sorted; the listed among the holdings for ``LISTED``."""
        if says is Says.LISTED:
            return [self.holdings.ids[i] for i in self.listed]
        if says is Says.NOT_BLOCKED:
            held = self.outcome.blocked(Level.POSSIBLE)
            return [party for party, blocked in zip(self.holdings.ids, held, strict=True) if not blocked]
        level = next(level for level, word in AT.items() if word is says)
        return [self.holdings.ids[i] for i in self.outcome.only(level)]

    def verdict(self, party: int) -> Verdict:
        """The verdict with its range and its proof."""
        says = self.says(party)
        low, high = self.backing.held(self.outcome, party)
        walk = self._walk(party) if says not in (Says.LISTED, Says.NOT_BLOCKED) else None
        steps = self.backing.proof(walk, party) if walk else self._held_now(party)
        ids = self.holdings.ids
        owners = {step.owner for step in steps} | {o for step in steps for o in step.together_with}
        start = tuple(ids[i] for i in self.listed if ids[i] in owners)
        return Verdict(self.rule, self.period, ids[party], says, low, high, tuple(steps), start)

    def _walk(self, party: int) -> Walk | None:
        level = self.outcome.level(party)
        found = (
            (w for w in self.outcome.walks(level, party) if w.place[party] > 0)
            if level is not None
            else iter(())
        )
        return next(found, None)

    def _held_now(self, party: int) -> list[Step]:
        """What blocked parties hold of one that is not blocked by it."""
        found = {
            s
            for w in self.outcome.walks(Level.POSSIBLE, party)
            for _, s in self.backing.steps(w, party, before=False)
        }
        return sorted(found, key=lambda s: (-s.high, s.owner))

    def with_listed(self, *, add: int = -1, drop: int = -1) -> Outcome:
        """The outcome with one more party listed, or one fewer."""
        return self.cascade.run(({*self.listed, add} - {drop}) - {-1})

    def independent(self, party: int) -> Share:
        """The least that parties hold of this one who are blocked whether it is or not."""
        most = 0
        for walk in self.outcome.walks(Level.CERTAIN, party):
            apart = self.cascade.walk(Level.CERTAIN, walk.start, immune=party)
            most = max(most, sum(s.low for _, s in self.backing.steps(apart, party, before=False)))
        return most
