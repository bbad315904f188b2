"""The parties of a wave in order, what is left after each, what each adds, and the plain rules beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from yalu.designation.wave.model import Left, WavePair
from yalu.designation.wave.problem import Problem
from yalu.designation.wave.rules import BETWEENNESS, DEGREE, by_rule
from yalu.network.breaking.arrays import Network

Named = Callable[[str], str]


def ordered(problem: Problem, chosen: Sequence[int]) -> list[str]:
    """The parties that a choice strikes: each time the one whose loss leaves least; of equal ones by id."""
    rest, gone = sorted(problem.struck(chosen)), list[str]()
    while rest:
        best = min(rest, key=lambda p: problem.measured(problem.reduced.left(problem.gone([*gone, p]))))
        rest.remove(best)
        gone.append(best)
    return gone


def curve(problem: Problem, order: Sequence[str], named: Named) -> list[dict[str, Any]]:
    """What is left before anything and after each party is gone."""
    rows = []
    for many in range(len(order) + 1):
        left = problem.reduced.left(problem.gone(order[:many]))
        party = order[many - 1] if many else ""
        rows.append({"struck": many, "party": party, "name": named(party) if party else "", **left.as_json()})
    return rows


def adds(
    problem: Problem, order: Sequence[str], pairs: Sequence[WavePair], named: Named
) -> list[dict[str, Any]]:
    """How much more would be left without each party of the wave, the others staying in it."""
    whole = problem.reduced.left(problem.gone(order))
    rows = []
    for party in dict.fromkeys([*order, *(pair.party for pair in pairs)]):
        without = problem.reduced.left(problem.gone([p for p in order if p != party]))
        rows.append(
            {
                "party": party,
                "name": named(party),
                "by": [pair.authority for pair in pairs if pair.party == party],
                "in_network": party in problem.reduced.node,
                "routes": without.routes - whole.routes,
                "pairs": without.pairs - whole.pairs,
            }
        )
    return rows


def baselines(
    network: Network, problem: Problem, left: Callable[[], float], named: Named
) -> dict[str, dict[str, Any]]:
    """What the plain rules would strike within the same limits, and what they leave."""
    found: dict[str, dict[str, Any]] = {}
    for rule in (DEGREE, BETWEENNESS):
        order = by_rule(network, problem, rule, left)
        if order is None:
            found[rule] = {"said": "not counted: the time was over"}
            continue
        after: Left = problem.reduced.left(problem.gone(order))
        found[rule] = {
            "parties": [{"party": p, "name": named(p)} for p in order],
            "left": after.as_json(),
            "curve": curve(problem, order, named),
        }
    return found
