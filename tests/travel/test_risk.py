"""Detentions over visits, and the restriction beside a statute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from tests.sections import MEMO, TODAY, Sections
from tests.travel.rules import notice
from yalu.travel import detentions, statute
from yalu.travel.passport import read
from yalu.travel.risk import garwood, rate, risks, span


@given(st.integers(0, 400))
def test_the_interval_is_exact(events: int) -> None:
    """At its lower end so many or more have the chance of a tail, at its upper end so few or fewer."""
    low, high = garwood(events)
    assert poisson.cdf(events, high) == pytest.approx(0.025, rel=1e-6)
    if events:
        assert poisson.sf(events - 1, low) == pytest.approx(0.025, rel=1e-6)
    else:
        assert low == 0.0


def test_the_doubt_about_visitors_widens_it() -> None:
    low, high = rate(5, 5000, 7000)
    exact = garwood(5)
    assert low == pytest.approx(exact[0] / 7) and high == pytest.approx(exact[1] / 5)
    assert rate(0, 0, 300) == (0.0, None)


@pytest.mark.parametrize(("events", "low", "high"), [(-1, 1, 2), (1, 2, 1), (1, 0, 0), (1, -5, 5)])
def test_what_is_no_rate(events: int, low: int, high: int) -> None:
    with pytest.raises(ValueError, match="no rate"):
        rate(events, low, high)


def test_periods() -> None:
    assert span("2010 to Aug 2017") == ("2010-01-01", "2017-08-31")
    assert span("Sep 2017 to 2023") == ("2017-09-01", "2023-12-31")
    with pytest.raises(ValueError, match="no period"):
        span("lately")


def test_backed_cases_and_the_rows_own_count_stand_apart(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    found = risks(scope, detentions.read(scope))
    us = [(r.events, r.low, r.high) for r in found if r.period == "2010 to Aug 2017" and r.group == "US"]
    assert [events for events, _, _ in us] == [2, 5]
    for (_, low, high), expected in zip(us, ((0.0346, 1.4449), (0.2319, 2.3337)), strict=True):
        assert (low, high) == pytest.approx(expected, rel=1e-3)
    [none, _] = [r for r in found if r.period == "Sep 2017 to 2023"]
    assert (none.events, none.low, none.high) == (0, 0.0, None)


def test_no_rate_on_the_day_of_the_memo(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    assert risks(scope, detentions.read(scope)) == []


def test_what_the_notices_did(sections: Sections) -> None:
    view = sections.scope(TODAY).view
    done = statute.record(read(view).notices, TODAY)
    assert done is not None
    assert (done.notices, done.days_in_force, done.gaps, done.unknown_since) == (9, 3287, (), "2026-09-01")
    assert statute.record(read(sections.scope(MEMO).view).notices, MEMO) is None


def test_a_lapse_is_seen_and_an_overlap_counts_once() -> None:
    lapsed = statute.record(
        [notice("a", "2017-09-01", "2017-09-10"), notice("b", "2017-09-15", "2017-09-20")], TODAY
    )
    assert lapsed is not None and (lapsed.days_in_force, lapsed.gaps) == (16, ("2017-09-11..2017-09-14",))
    twice = statute.record(
        [notice("a", "2017-09-01", "2017-09-10"), notice("b", "2017-09-05", "2017-09-12")], TODAY
    )
    assert twice is not None and (twice.days_in_force, twice.gaps) == (12, ())


def test_whom_each_would_have_reached(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    hit = statute.reached(detentions.read(scope), scope)
    assert hit["statute and restriction"] == ["Jeffrey Fowle", "Otto Warmbier"]
    assert {name: len(people) for name, people in hit.items()}["restriction alone"] == 2
    assert [w.verified for w in statute.instruments(scope)] == [True, False, False]
