"""Days between listings: which are counted, and when a list only repeats another one's days."""

from __future__ import annotations

import pytest

from tests.coalition.listings import listing
from yalu.coalition import lag
from yalu.model.countries import state, states


def test_days_are_negative_where_the_partner_was_first() -> None:
    seen = [listing("a", "UN", "2013-03-07"), listing("a", "US", "2013-03-01")]
    assert lag.lags(seen, "US") == {"a": -6}
    assert lag.median_in_words("US")(seen) == "6 days earlier on the US list (1 party)"


def test_the_same_day_and_one_day() -> None:
    seen = [listing("a", "UN", "2013-03-07"), listing("a", "JP", "2013-03-07")]
    assert lag.median_in_words("JP")(seen) == "the same day on the JP list (1 party)"
    seen = [listing("a", "UN", "2013-03-07"), listing("a", "JP", "2013-03-08")]
    assert lag.median_in_words("JP")(seen) == "1 day later on the JP list (1 party)"


@pytest.mark.parametrize(("lo", "hi"), [("2013-03-01", "2013-03-31"), ("2013-03-01", ""), ("", "")])
def test_an_inexact_day_is_not_counted(lo: str, hi: str) -> None:
    seen = [listing("a", "UN", "2013-03-07"), listing("a", "US", lo, hi)]
    assert lag.lags(seen, "US") == {}


def test_a_day_that_no_text_backs_is_not_exact() -> None:
    assert not lag.exact(listing("a", "US", "2013-03-07", unverified="date"))


def test_without_the_un_days_count_from_the_first_list() -> None:
    seen = [
        listing("a", "US", "2016-01-01"),
        listing("a", "JP", "2016-01-11"),
        listing("b", "US", "2016-01-01"),
    ]
    assert lag.lags(seen, "JP", lag.from_first) == {"a": 10}
    assert lag.lags(seen, "US", lag.from_first) == {"a": 0}


def test_no_listing_that_can_be_timed_is_an_error() -> None:
    with pytest.raises(ValueError, match="no listing by US can be timed"):
        lag.middle([listing("a", "UN", "2013-03-07")], "US")


def test_names_of_states() -> None:
    assert state("MY") == "Malaysia"
    assert state("??") == "??"
    assert states(["NL", "MY", "MY", "PL"]) == ["Malaysia", "the Netherlands", "Poland"]
