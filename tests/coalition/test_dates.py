"""Deadlines, expiries and renewals: past and coming, from rows that were public on the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sections import MEMO, TODAY
from yalu.coalition.dates.event import Event
from yalu.coalition.dates.gather import events
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.dates import Interval
from yalu.regimes import load_duties

On = Callable[..., dict[str, Event]]


@pytest.fixture(scope="module")
def on(evidence: Evidence) -> On:
    duties = load_duties()

    def made(day: str, until: str = "", state: str = "", mode: Mode = Mode.STRICT) -> dict[str, Event]:
        found = events(evidence.at(day, mode=mode), duties, until, state)
        assert len({e.id for e in found}) == len(found)
        return {e.id: e for e in found}

    return made


def days(found: dict[str, Event], coming_from: str) -> dict[str, str]:
    return {k: e.day.text() for k, e in found.items() if e.day and not e.past(coming_from)}


def test_the_memos_day_knows_what_was_to_come_and_no_more(on: On) -> None:
    assert days(on(MEMO), MEMO) == {"emergency-13466-2017-06-26": "2017-06-26", "cn-coal-2017": "2017-12-31"}


def test_a_deadline_is_known_from_the_day_of_the_resolution(on: On) -> None:
    assert "repatriation-2397" not in on("2017-12-21")
    found = days(on("2017-12-22"), "2017-12-22")
    assert (found["midterm-2397"], found["repatriation-2397"], found["final-2397"]) == (
        "2019-03-22",
        "2019-12-22",
        "2020-03-22",
    )
    assert on(TODAY)["repatriation-2397"].past(TODAY)


@pytest.mark.parametrize("day", ["2006-10-14", MEMO, "2018-06-01", "2023-06-01", TODAY])
def test_nothing_later_than_the_day_is_known(on: On, day: str) -> None:
    found = on(day)
    assert found
    for event in found.values():
        assert event.statements and all(s.known_hi <= day for s in event.statements), event.id


def test_an_end_that_nobody_could_foresee_is_told_only_when_it_came(on: On) -> None:
    assert "end-a116" not in on("2020-08-09")
    assert on("2020-08-10")["end-a116"].what.startswith("USA PATRIOT Act s.311")
    assert on("2023-06-01")["panel-2680"].day.lo == "2024-04-30"


def test_each_expiry_of_the_passport_restriction_says_what_became_of_it(on: On) -> None:
    found = {e.day.hi: e for e in on(TODAY).values() if e.row.startswith("travel.")}
    assert len(found) == 9
    assert found["2019-08-31"].outcome == "renewed to 2020-08-31 by a notice of 2019-08-19"
    assert found["2026-08-31"].outcome.startswith("no later notice is held")
    before = on("2026-08-01")
    assert not next(e for e in before.values() if e.day.hi == "2026-08-31").outcome


def test_what_comes_each_year_is_told_once_and_to_a_day_where_one_is_given(on: On) -> None:
    caps = [e for e in on(TODAY).values() if e.id.startswith("refined-year-2397-")]
    assert [e.day.lo for e in caps] == ["2025-12-31", "2026-12-31"]
    more = [e for e in on(TODAY, until="2029-12-30").values() if e.id.startswith("refined-year-2397-")]
    assert [e.day.lo for e in more] == ["2025-12-31", "2026-12-31", "2027-12-31", "2028-12-31"]
    assert [e.day.lo for e in on("2030-01-01").values() if e.id.startswith("ports-report")] == ["2022-08-02"]


def test_until_leaves_out_what_comes_later(on: On) -> None:
    assert max(e.day.lo for e in on(TODAY, until="2027-04-13").values()) == "2027-04-13"


def test_a_state_has_its_own_dates_and_those_of_all(on: On) -> None:
    assert {e.states for e in on(TODAY, state="JP").values()} == {(), ("JP",)}
    assert {e.states for e in on(TODAY, state="TZ").values()} == {()}


def test_what_has_no_day_is_told_without_one(on: On) -> None:
    undated = [e for e in on(TODAY).values() if not e.day]
    assert {e.precision for e in undated} == {"none"} and len(undated) == 3
    assert list(on(TODAY).values())[-3:] == undated


def test_what_no_text_backs_says_so(on: On) -> None:
    assert on(TODAY)["implementation.reporting_duties.008"].unverified == "no text of it is held"
    assert "implementation.reporting_duties.008" not in on("2018-03-01")
    assert "1622(d)" in on(MEMO)["emergency-13466-2017-06-26"].unverified


def test_a_month_is_a_span_and_past_only_after_its_last_day() -> None:
    event = Event("x", "r", "deadline", "w", Interval("2018-08-01", "2018-08-31"), ())
    assert event.precision == "span"
    assert not event.past("2018-08-31") and event.past("2018-09-01")


def test_the_last_days_of_the_calendar_break_nothing(on: On) -> None:
    assert on("9999-12-31") and on(TODAY, until="9999-12-31")
