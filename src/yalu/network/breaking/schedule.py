"""Strike at once or in waves? A toy model, whose two assumptions the caller states.

Hazard: the chance that a party, warned by a wave, is out of reach before the next one. Regrowth: the chance
that a neighbor of a removed party makes a tie to another of its neighbors before the next wave. Neither can
be read off a list: show the curve and the hazard at which the answer turns, and say that both are assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yalu.errors import UsageError
from yalu.network.breaking.arrays import Flags, Floats, Ints, Network
from yalu.network.breaking.baselines import baseline
from yalu.network.breaking.task import Task, clock

HAZARDS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
WAVES, DRAWS = 3, 200


@dataclass(frozen=True, slots=True)
class Point:
    """The largest group at the end, as a share of all parties, at one hazard; means over the draws."""

    hazard: float
    at_once: float
    fixed_waves: float
    adaptive_waves: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """What each plan leaves at the hazard asked, the curve, and where it turns."""

    asked: Point
    curve: tuple[Point, ...]
    break_even: float | None
    """From this hazard on striking at once leaves no more than adaptive waves; None where it never does."""
    regrowth: float
    effect: float
    waves: int
    draws: int


def schedule(
    task: Task,
    chosen: Ints,
    hazard: float,
    regrowth: float,
    *,
    waves: int = WAVES,
    effect: float = 1.0,
    draws: int = DRAWS,
    seed: int = 0,
) -> Schedule:
    """Compare removing the chosen at once, in waves in their order, and in waves that are planned anew.

    Each plan has as many strikes to spend, and the network regrows around each party once, after its wave. A
    strike at one who is out of reach is lost to the fixed waves; the adaptive ones take another party.
    ``effect`` is the chance that a tie of a party that was struck breaks: a listing weakens a party, it does
    not remove it. The same draws serve every hazard. Raises UsageError where a chance is none.
    """
    for name, value in (("hazard", hazard), ("regrowth", regrowth), ("effect", effect)):
        if not 0 <= value <= 1:
            raise UsageError(f"The {name} {value} is no chance.", expected="a number from 0 to 1")
    if waves < 1 or draws < 1:
        raise UsageError("There must be a wave and a draw.", expected="waves and draws of at least 1")
    model = _Model(task, chosen, regrowth, effect, waves, draws, seed)
    points = tuple(model.point(h) for h in HAZARDS)
    return Schedule(model.point(hazard), points, _turn(points), regrowth, effect, waves, draws)


def _turn(points: Sequence[Point]) -> float | None:
    """The lowest hazard from which on striking at once leaves no more, between two points by a line."""
    gaps = [p.at_once - p.adaptive_waves for p in points]
    last = next((i for i in range(len(gaps) - 1, -1, -1) if gaps[i] > 1e-12), None)
    if last is None:
        return points[0].hazard
    if last == len(points) - 1:
        return None
    step = points[last + 1].hazard - points[last].hazard
    return points[last].hazard + step * gaps[last] / (gaps[last] - gaps[last + 1])


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    task: Task
    chosen: Ints
    regrowth: float
    effect: float
    waves: int
    draws: int
    seed: int

    def point(self, hazard: float) -> Point:
        sums = np.zeros(3)
        for draw in range(self.draws):
            escapes = np.random.default_rng((self.seed, draw)).random((self.waves, len(self.task.network)))
            for plan in range(3):
                rng = np.random.default_rng((self.seed, draw, 1))
                sums[plan] += self._run(plan, escapes < hazard, rng)
        shares: Floats = sums / self.draws / max(len(self.task.network), 1)
        return Point(hazard, *map(float, shares))

    def _run(self, plan: int, escapes: Flags, rng: np.random.Generator) -> int:
        """The largest group at the end of one draw; plan 0 is at once, 1 fixed waves, 2 adaptive ones."""
        net, n = self.task.network, len(self.task.network)
        struck, hidden = np.zeros(n, np.bool_), np.zeros(n, np.bool_)
        to_do = len(self.chosen)
        for wave in range(self.waves):
            if wave:
                hidden |= escapes[wave] & ~struck
            many = -(-to_do // (self.waves - wave)) if plan else to_do
            if plan == 2 and wave:
                line = self._anew(net, struck | hidden)
            else:
                line = self.chosen[~struck[self.chosen] & ~hidden[self.chosen]]
            target = line[:many]
            if plan == 1:  # who would have been struck now and is out of reach is lost to the plan
                begin = len(self.chosen) - to_do
                now = self.chosen[begin : begin + many]
                target = now[~hidden[now]]
            to_do -= many
            struck[target] = True
            net = self._after(net, target, rng)
        return int(np.bincount(net.groups()[~struck]).max()) if not struck.all() else 0

    def _anew(self, net: Network, away: Flags) -> Ints:
        """Whom to strike next in the network as it is now: those of most ties, until the limit is reached."""
        task = Task(
            net, self.task.limit, self.task.cost, self.task.scale, np.zeros(len(net), np.bool_),
            self.task.open_ & ~away,
        )  # fmt: skip
        line = baseline("adaptive degree", task, clock(60))
        rest = np.flatnonzero(task.open_)
        return np.concatenate([line, np.setdiff1d(rest, line)]) if line is not None else rest

    def _after(self, net: Network, target: Ints, rng: np.random.Generator) -> Network:
        """Ties of those struck break; then each neighbor who lost one may find another of the neighbors."""
        n = len(net)
        hit = np.zeros(n, np.bool_)
        hit[target] = True
        owner = np.repeat(np.arange(n), net.degrees)
        once = owner < net.ends
        one, other = owner[once], net.ends[once]
        breaks = (hit[one] | hit[other]) & (rng.random(len(one)) < self.effect)
        new_one, new_other = [], []
        for party in target.tolist():
            near = net.ends[net.start[party] : net.start[party + 1]]
            near = near[~hit[near]]
            for a in near[rng.random(len(near)) < self.regrowth].tolist():
                b = int(near[rng.integers(len(near))])
                if a != b:
                    new_one.append(a)
                    new_other.append(b)
        return Network.of(
            net.ids,
            np.concatenate([one[~breaks], np.array(new_one, np.int64)]),
            np.concatenate([other[~breaks], np.array(new_other, np.int64)]),
        )
