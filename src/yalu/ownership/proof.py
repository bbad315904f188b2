"""The steps by which a party comes to be blocked, each from a party that was blocked before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from yalu.ownership.cascade import Cascade, Outcome, Walk
from yalu.ownership.levels import Level
from yalu.ownership.shares import FULL, Share, figure, span

LONGEST = 200
"""Steps of a proof that are shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """A holding, or a control, that counts because its owner is blocked. Shares are in units."""

    owner: str
    owned: str
    low: Share
    high: Share
    ground: str  # "share", "control" or "joint arrangement"
    statements: tuple[str, ...] = ()
    together_with: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The step as JSON shows it; shares in percent, as text, so that no digit is lost."""
        return {
            "owner": self.owner,
            "owned": self.owned,
            "ground": self.ground,
            "low": figure(self.low),
            "high": figure(self.high),
            "together_with": self.together_with,
            "statements": self.statements,
        }

    def text(self) -> str:
        """What the owner has of the owned: ``25% to 50%``."""
        if self.ground == "control":
            return "control"
        return span(self.low, self.high) + (" by a joint arrangement" if self.together_with else "")


class Backing:
    """What stands behind the verdict on one party, in one spread."""

    def __init__(self, cascade: Cascade) -> None:
        self._levels = cascade.levels
        self._holdings = cascade.holdings
        order = np.argsort(cascade.levels.indices, kind="stable")
        counts = np.bincount(cascade.levels.indices, minlength=cascade.levels.size)
        self._order, self._starts = order, np.concatenate(([0], np.cumsum(counts)))

    def steps(self, walk: Walk, party: int, *, before: bool = True) -> list[tuple[int, Step]]:
        """The holdings in a party whose owners are blocked, ``before`` it was, with the owner's number."""
        found = []
        place = walk.place[party] if before else -1
        for e in self._order[self._starts[party] : self._starts[party + 1]]:
            near = int(self._levels.origins[e])
            if walk.place[near] >= 0 and (place < 0 or walk.place[near] < place):
                found.append(self._step(walk, int(self._levels.behind[e]), near, party))
        return [one for one in found if one[1].high or one[1].ground != "share"]

    def _step(self, walk: Walk, behind: int, near: int, party: int) -> tuple[int, Step]:
        h, ids = self._holdings, self._holdings.ids
        if behind < 0:
            return self._joint(walk, -1 - behind, near, party)
        holding = behind % max(h.m, 1)
        controls = bool(h.control[holding]) and self._levels.period.control
        ground = "control" if behind >= h.m or controls else "share"
        low, high = int(h.low[holding]), int(self._levels.high[holding])
        return near, Step(ids[near], ids[party], low, high, ground, h.statements(holding))

    def _joint(self, walk: Walk, group: int, near: int, party: int) -> tuple[int, Step]:
        h, ids = self._holdings, self._holdings.ids
        members = self._levels.members(group)
        owners = sorted(
            (int(h.owner[e]) for e in members), key=lambda o: (walk.place[o] < 0, walk.place[o], ids[o])
        )
        low = min(FULL, sum(int(h.low[e]) for e in members))
        high = min(FULL, sum(int(self._levels.high[e]) for e in members))
        statements = tuple(s for e in members for s in h.statements(e))
        others = tuple(ids[o] for o in owners[1:])
        return owners[0], Step(ids[owners[0]], ids[party], low, high, "joint arrangement", statements, others)

    def proof(self, walk: Walk, party: int) -> list[Step]:
        """Every step from the listed parties to this one, in the order in which they follow."""
        found: list[tuple[int, Step]] = []
        seen, waiting = {party}, [party]
        while waiting and len(found) < LONGEST:
            asked = waiting.pop(0)
            for owner, step in self.steps(walk, asked):
                found.append((int(walk.place[asked]), step))
                if owner not in seen and owner not in walk.start:
                    seen.add(owner)
                    waiting.append(owner)
        return [step for _, step in sorted(found, key=lambda one: (one[0], one[1].owner))][:LONGEST]

    def held(self, outcome: Outcome, party: int) -> tuple[Share, Share]:
        """The least and the most that blocked parties hold of a party, together or one of them."""
        low = self._most(outcome, Level.CERTAIN, party)[0]
        high = self._most(outcome, Level.POSSIBLE, party)[1]
        return low, max(low, high)

    def _most(self, outcome: Outcome, level: Level, party: int) -> tuple[Share, Share]:
        """The sums of the lower and of the upper ends, each in the spread where it is largest."""
        stated = int(self._holdings.stated[party])
        over = max(stated - FULL, 0)
        most_low = most_high = 0
        for walk in outcome.walks(level, party):
            steps = [step for _, step in self.steps(walk, party, before=False)]
            low, high = sum(s.low for s in steps), sum(s.high for s in steps)
            room = FULL if over or party in self._holdings.itself else FULL - stated + low
            most_low, most_high = max(most_low, low), max(most_high, min(high, room))
        return max(most_low - over, 0), most_high
