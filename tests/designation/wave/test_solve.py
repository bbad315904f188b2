"""The wave is the best one: against every choice on small networks, and by search on larger ones."""

from __future__ import annotations

from itertools import combinations
from random import Random

from tests.designation.wave.drawn import Drawn
from yalu.designation.wave.coverage import Worth, cover, value
from yalu.designation.wave.solve import solve
from yalu.network.breaking.task import clock


def test_the_wave_is_the_best_of_all_choices_on_three_hundred_networks() -> None:
    struck = 0
    for seed in range(300):
        drawn = Drawn(seed)
        found = solve(drawn.problem, drawn.network)
        assert drawn.allowed(found.chosen), seed
        assert drawn.problem.measured(found.left) == drawn.left(found.chosen) == drawn.best(), seed
        assert found.proven, seed
        struck += bool(found.chosen)
    assert struck > 150


def test_coverage_is_the_best_of_all_choices_too() -> None:
    for seed in range(60):
        drawn, rng = Drawn(seed), Random(seed)
        blocks = {p.key: [rng.choice("abc")] for p in drawn.pairs if rng.random() < 0.5}
        worth = Worth(blocks, {p.party: rng.randint(0, 3) * 500_000 for p in drawn.pairs}, {"p0": 3, "p1": 1})
        found = cover(drawn.pairs, drawn.limits, worth, clock(30))
        every = (c for many in range(5) for c in combinations(range(len(drawn.pairs)), many))
        assert drawn.allowed(found.chosen) and found.proven, seed
        assert found.value == max(
            value([drawn.pairs[i] for i in c], worth) for c in every if drawn.allowed(c)
        ), seed


def test_what_is_left_of_the_budget_is_filled_and_who_is_struck_stays_so() -> None:
    filled = 0
    for seed in range(40):
        drawn = Drawn(seed)
        best = solve(drawn.problem, drawn.network)
        struck = drawn.problem.struck(best.chosen)
        found = cover(drawn.pairs, drawn.limits, Worth(), clock(30), struck=struck, begin=best.chosen)
        assert drawn.allowed(found.chosen) and drawn.left(found.chosen) == drawn.best(), seed
        filled += len(found.chosen) > len(best.chosen)
    assert filled
