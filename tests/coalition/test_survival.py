"""The Kaplan-Meier estimate against scipy's, and against values worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from yalu.coalition.coverage.survival import TOO_FEW, curve

DAYS = st.lists(st.integers(0, 40), min_size=1, max_size=40)


@given(events=DAYS, censored=st.lists(st.integers(0, 40), max_size=40))
def test_it_agrees_with_scipy(events: list[int], censored: list[int]) -> None:
    data = stats.CensoredData(uncensored=events, right=censored)
    expected = stats.ecdf(data).sf
    found = curve(events, censored)
    steps = {s.days: s for s in found.steps}
    with np.errstate(all="ignore"):
        interval = expected.confidence_interval(method="log-log")
    for n, days in enumerate(expected.quantiles):
        if int(days) in steps:
            step = steps[int(days)]
            assert step.share == pytest.approx(expected.probabilities[n], abs=1e-9)
            if 0 < step.share < 1 and not np.isnan(interval.low.probabilities[n]):
                assert step.low == pytest.approx(interval.low.probabilities[n], abs=1e-9)
                assert step.high == pytest.approx(interval.high.probabilities[n], abs=1e-9)


def test_freireichs_remission_times() -> None:
    """The textbook's example: median 23 weeks, 95% interval from 13 weeks, open above."""
    events = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    found = curve(events, censored)
    assert (found.n, found.events, found.censored) == (21, 9, 12)
    assert (found.median, found.low, found.high) == (23, 13, None)
    assert found.steps[0].share == pytest.approx(0.857, abs=5e-4)


def test_without_an_event_nothing_is_reached() -> None:
    found = curve([], [5, 6])
    assert (found.median, found.low, found.high, found.steps) == (None, None, None, ())


def test_too_few_is_said() -> None:
    assert curve([1] * (TOO_FEW - 1), []).too_few
    assert not curve([1] * (TOO_FEW - 1), [9]).too_few
