"""At once or in waves: the break-even hazard, what regrows, and the same parties struck one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from yalu.designation.wave.problem import Problem
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.schedule import Schedule, schedule
from yalu.network.breaking.task import Task

HAZARD, REGROWTH, EFFECT = 0.1, 0.3, 1.0
"""Assumed where nothing is given; nobody has measured them."""
REGROWTHS = (0.0, 0.3, 0.6)
DRAWS, WAVES = 50, 3
SIMULTANEOUS, IN_WAVES, EITHER = "simultaneous", "in waves", "does not matter"

ASSUMED = (
    "hazard: the chance that a party, warned by one wave, is out of reach before the next;"
    " regrowth: the chance that a neighbor of a struck party ties itself to another of its neighbors;"
    " effect: the chance that a tie of a listed party breaks. All three are assumed: no list shows them."
)


@dataclass(frozen=True)
class Assumed:
    """The three chances, each from 0 to 1."""

    hazard: float = HAZARD
    regrowth: float = REGROWTH
    effect: float = EFFECT


def when(
    network: Network,
    problem: Problem,
    order: Sequence[str],
    assumed: Assumed,
    left: Callable[[], float],
    *,
    seed: int = 0,
) -> dict[str, Any]:
    """The verdict with its curves. Parties go in their order; waves planned anew keep to eligible ones."""
    number = {party: i for i, party in enumerate(network.ids)}
    chosen = np.array([number[party] for party in order], np.int64)
    base: dict[str, Any] = {
        "assumed": asdict(assumed),
        "assumptions": ASSUMED,
        "break_even": None,
        "curve": [],
        "regrowth_curve": [],
        "one_by_one": {},
    }
    if len(order) < 2:
        why = "Fewer than two parties of the wave stand in the network, so no order of striking can differ."
        return {**base, "verdict": EITHER, "why": why}
    n = len(network)
    open_ = np.array([party in problem.reduced.node for party in network.ids], np.bool_)
    task = Task(network, 1, np.ones(n, np.int64), 1, np.zeros(n, np.bool_), open_)

    def at(regrowth: float) -> Schedule:
        return schedule(
            task, chosen, assumed.hazard, regrowth, waves=WAVES, effect=assumed.effect, draws=DRAWS, seed=seed
        )

    asked = at(assumed.regrowth)
    grown = []
    for regrowth in REGROWTHS:
        if left() <= 0:
            break
        one = asked if regrowth == assumed.regrowth else at(regrowth)
        grown.append({"regrowth": regrowth, **asdict(one.asked), "break_even": one.break_even})
    verdict, why = _verdict(asked, n)
    return {
        **base,
        "verdict": verdict,
        "why": why,
        "break_even": asked.break_even,
        "measured": "the largest group that is left, as a share of all parties; means over the draws",
        "draws": DRAWS,
        "waves": WAVES,
        "curve": [asdict(point) for point in asked.curve],
        "regrowth_curve": grown,
        "one_by_one": _one_by_one(problem, order, assumed.hazard, seed),
    }


def _verdict(found: Schedule, n: int) -> tuple[str, str]:
    """By what each plan leaves at the hazard asked; less than half a party makes no difference."""
    point, h = found.asked, found.break_even
    waves = min(point.fixed_waves, point.adaptive_waves)
    turn = "at no hazard" if h is None else f"from a hazard of {h:.2f} on"
    said = (
        f"At a hazard of {point.hazard:g} and a regrowth of {found.regrowth:g}, striking at once leaves"
        f" a largest group of {point.at_once * n:.1f} parties, {found.waves} waves leave {waves * n:.1f};"
        f" striking at once leaves no more than waves that are planned anew {turn}."
    )
    gap = (point.at_once - waves) * n
    if abs(gap) < 0.5:
        return EITHER, said
    return (IN_WAVES if gap > 0 else SIMULTANEOUS), said


def _one_by_one(problem: Problem, order: Sequence[str], hazard: float, seed: int) -> dict[str, Any]:
    """The mean of what is left when the parties are struck one after the other, without regrowth.

    Before each strike whoever is still to be struck may be out of reach, with the chance of the hazard.
    """
    rng = np.random.default_rng((seed, 1))
    routes, pairs, reached = [], [], []
    for _ in range(200):
        there = rng.random(len(order)) < (1 - hazard) ** np.arange(len(order))
        struck = [party for party, here in zip(order, there, strict=True) if here]
        left = problem.reduced.left(problem.gone(struck))
        routes.append(left.routes)
        pairs.append(left.pairs)
        reached.append(len(struck))
    return {
        "hazard": hazard,
        "draws": len(pairs),
        "parties_reached": float(np.mean(reached)),
        "routes": float(np.mean(routes)),
        "pairs": float(np.mean(pairs)),
        "pairs_low_high": [int(v) for v in np.percentile(pairs, [2.5, 97.5])],
    }
