from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu.model.dates import Interval, day, partial, period


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2016-08-11", "2016-08-11", "2016-08-11"),
    ],
)
def test_a_partial_date_is_the_days_it_may_mean(text: str, lo: str, hi: str) -> None:
    assert partial(text) == Interval(lo, hi)


@pytest.mark.parametrize(
    "text", ["", "16", "2016-13", "2016-00", "2016-02-30", "2016-8", "28-Jul", "2016-08-11T00"]
)
def test_a_bad_date_says_what_it_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a d|there is no month"):
        partial(text)


def test_a_period_may_not_end_before_it_begins() -> None:
    assert period("2016-08/2016-09-02") == Interval("2016-08-01", "2016-09-02")
    with pytest.raises(ValueError, match="ends before"):
        period("2017/2016")


@given(st.dates())
def test_every_day_is_itself(when: date) -> None:
    assert partial(when.isoformat()) == Interval(when.isoformat(), when.isoformat())
    assert day(when.isoformat()) == when.isoformat()


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        found = partial(text)
    except ValueError:
        return
    assert found.lo <= found.hi
