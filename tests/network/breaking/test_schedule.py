"""At once or in waves; and how much an answer hangs on single ties."""

from __future__ import annotations

import pytest

from tests.network.breaking import graphs
from yalu.errors import UsageError
from yalu.network.breaking.arrays import Ints, Network
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.min_set import beginning
from yalu.network.breaking.schedule import schedule
from yalu.network.breaking.stability import stability
from yalu.network.breaking.task import Task, clock, silent


def planned() -> tuple[Task, Ints]:
    network = graphs.drawn(60, 4, 11).largest()
    task = Task.of(network, len(network) // 10)
    first, _ = beginning(task, clock(5), 0, silent)
    return task, searched(task, first, 10, 0, turns=3000)


def test_without_hazard_and_regrowth_waves_do_what_one_strike_does() -> None:
    task, chosen = planned()
    found = schedule(task, chosen, 0.0, 0.0, draws=3)
    share = graphs.largest(task.network, chosen.tolist()) / len(task.network)
    assert found.asked.at_once == pytest.approx(share) == pytest.approx(found.asked.fixed_waves)


def test_hazard_spoils_waves_and_never_a_single_strike() -> None:
    task, chosen = planned()
    found = schedule(task, chosen, 1.0, 0.3, draws=5)
    assert len({point.at_once for point in found.curve}) == 1
    waves = [point.fixed_waves for point in found.curve]
    assert waves[-1] > waves[0] and found.asked == found.curve[-1]
    assert found.asked.at_once < found.asked.fixed_waves
    assert found.break_even is not None and 0 <= found.break_even <= 1


def test_adaptive_waves_win_where_targets_stay_and_ties_regrow() -> None:
    task, chosen = planned()
    found = schedule(task, chosen, 0.0, 0.5, draws=6, waves=4)
    assert found.asked.adaptive_waves < found.asked.at_once
    assert found.break_even is None or found.break_even > 0


def test_a_listing_that_breaks_no_tie_breaks_nothing() -> None:
    task, chosen = planned()
    found = schedule(task, chosen, 0.0, 0.0, effect=0.0, draws=2)
    assert found.asked.at_once * len(task.network) >= len(task.network) - len(chosen) - 5
    with pytest.raises(UsageError, match=r"hazard 1\.5 is no chance"):
        schedule(task, chosen, 1.5, 0.0)


def test_a_hub_is_in_nearly_every_answer() -> None:
    network = Network.from_pairs([("hub", f"leaf{i}") for i in range(30)])
    found = stability(Task.of(network, 3), draws=12, budget=1, seed=1)
    assert found.draws > 3 and found.shares["hub"] == 1.0
    assert found.interval() == (1, 1)
    thin = stability(Task.of(network, 3), draws=12, missing=0.4, budget=1, seed=1)
    assert thin.shares["hub"] == 1.0 and len(thin.shares) == 1
