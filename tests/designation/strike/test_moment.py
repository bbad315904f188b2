"""One moment, or the least spread: against every half hour tried, across clock changes and weekends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu.designation.strike.moment import choose
from yalu.regimes import load_lead_times
from yalu.regimes.lead_times import LeadTime

ROWS = {row.by: row for row in load_lead_times().authorities}
HALF = timedelta(minutes=30)


def rows(*authorities: str) -> dict[str, LeadTime]:
    return {by: ROWS[by] for by in authorities}


def is_open(row: LeadTime, at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(row.zone))
    clock = f"{local:%H:%M}"
    return any(w.from_ <= clock <= w.to and (w.days == "any" or local.weekday() < 5) for w in row.windows)


def tried(some: dict[str, LeadTime], day: date) -> timedelta | None:
    """The least spread whose first publication is on the day, by trying; all hours begin on the half hour."""
    begin = datetime.combine(day, time(), UTC)
    best = None
    for first in (begin + n * HALF for n in range(48)):
        reached = [
            next((at for n in range(192) if is_open(row, at := first + n * HALF)), None)
            for row in some.values()
        ]
        if None not in reached and (first in reached):
            spread = max(at for at in reached if at) - first
            best = spread if best is None or spread < best else best
    return best


@settings(max_examples=25)
@given(
    st.sets(st.sampled_from(sorted(ROWS)), min_size=1, max_size=4),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)).filter(lambda d: d.weekday() < 4),
)
def test_the_spread_is_the_least_that_trying_finds(authorities: set[str], day: date) -> None:
    some = rows(*sorted(authorities))
    found = choose(some, day)
    assert found.spread == found.least == tried(some, day)
    assert found.first.date() == day
    assert all(is_open(some[by], p.at) for by, p in found.by.items())


def test_the_clocks_of_each_zone_are_right_between_two_changes() -> None:
    winter, between, summer = (
        choose(rows("US", "EU"), date(2026, month, day), time(15))
        for month, day in ((3, 3), (3, 17), (3, 31))
    )
    local = [[f"{m.by[by].local:%H:%M}" for by in ("US", "EU")] for m in (winter, between, summer)]
    assert local == [["10:00", "16:00"], ["11:00", "16:00"], ["11:00", "17:00"]]
    assert not (winter.spread or between.spread or summer.spread)


def test_a_moment_that_is_asked_is_kept_where_hours_allow_and_else_is_nearest() -> None:
    found = choose(rows("US", "UK", "AU"), date(2026, 12, 1), time(14))
    assert {by: f"{p.at:%m-%d %H:%M}" for by, p in found.by.items()} == {
        "US": "12-01 14:00",
        "UK": "12-01 14:00",
        "AU": "12-01 06:00",
    }
    assert (found.spread, found.least) == (timedelta(hours=8), timedelta(hours=4.5))


def test_an_urgent_edition_is_taken_only_where_it_brings_nearer() -> None:
    usual = choose(rows("JP"), date(2026, 12, 1)).by["JP"]
    assert not usual.opening.urgent and f"{usual.local:%a %H:%M}" in ("Tue 08:30", "Wed 08:30")
    together = choose(rows("JP", "KR", "AU"), date(2026, 12, 1))
    assert not together.spread and together.by["JP"].opening.urgent


def test_on_a_weekend_the_next_day_on_which_all_can_publish_is_taken() -> None:
    found = choose(rows("US", "UK"), date(2026, 12, 5))
    assert found.first.date() == date(2026, 12, 7) and not found.spread


def test_nobody_publishes_where_no_row_is_held() -> None:
    found = choose({}, date(2026, 12, 1), time(9))
    assert found.by == {} and not found.least


@pytest.mark.parametrize("by", sorted(ROWS))
def test_one_alone_publishes_at_its_usual_hour(by: str) -> None:
    found = choose(rows(by), date(2026, 12, 1)).by[by]
    assert f"{found.local:%H:%M}" == found.opening.window.usual
