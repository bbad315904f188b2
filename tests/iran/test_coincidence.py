"""Visits before tests: a planted signal is found, false alarms stay at the level, few give no number."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from yalu.iran.coincidence import ALPHA, LEAST, coincidence

FIRST, LENGTH = date(2010, 1, 1), 2500
SPAN = (FIRST.isoformat(), (FIRST + timedelta(LENGTH - 1)).isoformat())


def days(numbers: object) -> list[str]:
    return [(FIRST + timedelta(int(n))).isoformat() for n in np.asarray(numbers).tolist()]


def series(
    seed: int, *, planted: bool, visits: int = 14, clustered: bool = False
) -> tuple[list[str], list[str]]:
    """Tests at random, or in clusters late in the span; visits at random, or days before a test."""
    rng = np.random.default_rng(seed)
    done = rng.choice(np.arange(60, LENGTH), 25, replace=False)
    if clustered:
        done = np.unique(rng.choice([1500, 1800, 2200], 25) + rng.integers(0, 40, 25))
    came = rng.choice(LENGTH, visits, replace=False)
    if planted:
        came = rng.choice(done, visits, replace=False) - rng.integers(1, 20, visits)
    return days(came), days(done)


def test_a_planted_signal_is_found() -> None:
    found = [coincidence(*series(n, planted=True), SPAN, shifts=400) for n in range(40)]
    assert sum(c is not None and c.p <= ALPHA for c in found) >= 36


@pytest.mark.parametrize("clustered", [False, True])
def test_false_alarms_stay_at_the_level(clustered: bool) -> None:
    runs = 800
    found = [
        coincidence(*series(n, planted=False, clustered=clustered), SPAN, shifts=199)
        for n in range(1000, 1000 + runs)
    ]
    alarms = sum(c is not None and c.p <= ALPHA for c in found)
    assert all(found) and alarms / runs <= ALPHA + 3 * (ALPHA * (1 - ALPHA) / runs) ** 0.5
    assert alarms > 0  # the test is not one that never rings


@pytest.mark.parametrize("visits", [0, 1, LEAST - 1])
def test_no_number_below_the_sample_size(visits: int) -> None:
    came, done = series(3, planted=False, visits=visits)
    assert coincidence(came, done, SPAN) is None
    assert coincidence(done, came, SPAN) is None


def test_a_day_that_is_told_twice_counts_once() -> None:
    came, done = series(3, planted=False, visits=LEAST - 1)
    assert coincidence(came * 5, done, SPAN) is None


def test_it_repeats() -> None:
    came, done = series(9, planted=True)
    assert coincidence(came, done, SPAN) == coincidence(came, done, SPAN)
    assert coincidence(came, done, ("2010-01-01", "2010-02-01")) is None
