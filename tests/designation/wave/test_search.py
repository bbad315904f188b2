"""The search, for networks too large to prove: right where every choice can be tried, within the limits."""

from __future__ import annotations

import numpy as np

from tests.designation.wave.drawn import Drawn
from yalu.designation.wave.limits import Limits
from yalu.designation.wave.model import WavePair
from yalu.designation.wave.problem import PAIRS, Problem
from yalu.designation.wave.rules import DEGREE, by_rule
from yalu.designation.wave.search import search
from yalu.designation.wave.solve import solve
from yalu.designation.wave.unseen import completed
from yalu.designation.wave.world import BANK, PRINCIPAL, world
from yalu.network.breaking.task import clock, silent


def test_the_search_finds_the_best_of_all_choices_on_small_networks() -> None:
    for seed in range(20):
        drawn = Drawn(seed)
        found = search(drawn.problem, [], clock(60), 60, progress=silent, work=20_000)
        assert drawn.allowed(found), seed
        assert drawn.left(found) == drawn.best(), seed


def test_a_wave_for_missing_ties_keeps_within_the_limits() -> None:
    for seed in range(4):
        drawn = Drawn(seed)
        found = solve(drawn.problem, drawn.network, seconds=0.3, missing=0.25)
        assert drawn.allowed(found.chosen)
        assert drawn.problem.measured(found.left) == drawn.left(found.chosen) >= found.bound


def test_a_world_is_the_same_for_the_same_seed_and_its_principals_are_never_eligible() -> None:
    one, again, other = world(300, 7), world(300, 7), world(300, 8)
    assert (one.network.ids, one.role, one.eligible) == (again.network.ids, again.role, again.eligible)
    assert one.network.ends.tolist() == again.network.ends.tolist() != other.network.ends.tolist()
    assert len(one.network) >= 300 and not set(one.of_role(PRINCIPAL)) & set(one.eligible)
    assert one.of_role(BANK) and len(one.network.largest()) > 0.95 * len(one.network)
    hidden = one.seen(0.25, 7)
    assert hidden.ids == one.network.ids and 0.6 < hidden.ties / one.network.ties < 0.9
    struck = list(one.eligible[:5])
    assert not set(struck) & set(one.regrown(struck, 0.5, 7).ids)


def test_on_a_world_the_wave_leaves_no_more_than_degree_does() -> None:
    drawn = world(300, 11)
    pairs = [WavePair(p, p, "US", "c", ("s",)) for p in sorted(drawn.eligible)]
    problem = Problem.of(drawn.network, pairs, Limits(12), first=PAIRS)
    degree = by_rule(drawn.network, problem, DEGREE)
    assert degree is not None and len(degree) == 12
    found = solve(problem, drawn.network, seconds=2.0, prove=False)
    assert len(found.chosen) <= 12
    assert found.left.pairs <= problem.reduced.left(problem.gone(degree)).pairs


def test_a_completion_only_adds_ties() -> None:
    net = world(300, 3).network
    more = completed(net, 0.25, np.random.default_rng(1))
    ties = {(a, b) for a in range(len(net)) for b in net.ends[net.start[a] : net.start[a + 1]].tolist()}
    after = {(a, b) for a in range(len(more)) for b in more.ends[more.start[a] : more.start[a + 1]].tolist()}
    assert ties < after and len(after) <= len(ties) * 4 / 3 + 2
