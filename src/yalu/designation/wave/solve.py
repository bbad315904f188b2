"""The wave that leaves least: proven where the network is small enough, bounded where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yalu.designation.wave.beginnings import broken
from yalu.designation.wave.exact import Program
from yalu.designation.wave.model import Left
from yalu.designation.wave.problem import Problem
from yalu.designation.wave.rules import BETWEENNESS, DEGREE, by_rule
from yalu.designation.wave.search import search
from yalu.designation.wave.unseen import over_completions
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.task import Progress, clock, silent

TINY = 1_200
"""With at most so many pairs of nodes the program alone is quick; else a search goes before it."""
SEARCH = 0.4
"""The share of the time that the search has where a program follows."""
BREAKING = 0.6
"""The share of the search's time in which sets are looked for that break the network to a limit."""
BETWEENNESS_MOST = 1_500
"""Up to so many parties the search also begins from the choice of betweenness."""


@dataclass(frozen=True)
class Solution:
    """Places of the pairs, what they leave, and what no wave within the limits can be below, in order."""

    chosen: tuple[int, ...]
    left: Left
    bound: tuple[int, int]
    proven: bool
    method: str


def solve(
    problem: Problem,
    network: Network,
    *,
    seconds: float = 60.0,
    seed: int = 0,
    prove: bool = True,
    missing: float = 0.0,
    progress: Progress = silent,
) -> Solution:
    """Strike so that least is left in the network, of which ``problem`` was made.

    With ``missing``, least on the mean of networks to which that share of ties is added by chance.
    """
    left = clock(seconds)
    if missing:
        return _reckoned(problem, network, missing, left, seed, progress)
    nobody = problem.left(())
    if not problem.reduced.node or problem.floor == nobody:
        return _solution(problem, (), problem.measured(nobody), "nothing that may be struck parts anybody")
    program = Program(problem) if prove else None
    best: tuple[int, ...] = ()
    fits = program is not None and program.fits
    if program is None or program.size > TINY:
        rules = [DEGREE, BETWEENNESS] if len(network) <= BETWEENNESS_MOST else [DEGREE]
        orders = [order for rule in rules if (order := by_rule(network, problem, rule, left)) is not None]
        share = left() * (SEARCH if fits else 1.0)
        end = left() - share * BREAKING
        orders += broken(network, problem, lambda: left() - end, seed=seed)
        begin = [[problem.reduced.node[party] for party in order] for order in orders]
        best = search(problem, begin, left, share * (1 - BREAKING), seed=seed, progress=progress)
    reached = problem.left(best)
    if problem.measured(reached) == problem.measured(problem.floor):
        return _solution(problem, best, problem.measured(reached), "search; nothing less can be left")
    if program is None or not program.fits:
        return _solution(problem, best, problem.measured(problem.floor), "search")
    progress("proof", SEARCH)
    answer = program.solve(reached, left)
    if answer.chosen is not None and problem.measured(problem.left(answer.chosen)) < problem.measured(
        reached
    ):
        best = answer.chosen
    return _solution(problem, best, answer.bound, "mixed-integer program (HiGHS)")


def _reckoned(
    problem: Problem,
    network: Network,
    missing: float,
    left: Callable[[], float],
    seed: int,
    progress: Progress,
) -> Solution:
    """Begins from the plain rules and from the wave that is best on the ties that are known."""
    rules = [DEGREE, BETWEENNESS] if len(network) <= BETWEENNESS_MOST else [DEGREE]
    begin = [order for rule in rules if (order := by_rule(network, problem, rule, left)) is not None]
    known = solve(problem, network, seconds=left() / 3, seed=seed, prove=False)
    begin.append(problem.struck(known.chosen))
    best = over_completions(network, problem, missing, begin, left, left(), seed=seed, progress=progress)
    floor = problem.measured(problem.floor)
    return _solution(problem, best, floor, f"search, with {missing:.0%} of the ties assumed to be missing")


def _solution(problem: Problem, chosen: tuple[int, ...], bound: tuple[int, int], method: str) -> Solution:
    left = problem.left(chosen)
    measured = problem.measured(left)
    return Solution(chosen, left, min(bound, measured), bound >= measured, method)
