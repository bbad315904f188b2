"""Lead times: every part names a work or says that it is from memory, and no day sees a later page."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from yalu.regimes import load_lead_times
from yalu.regimes.lead_times import LATER, MEMORY, LeadTimes

WINDOW = {"days": "working", "from": "09:00", "to": "17:00", "usual": "10:00", "said": {"text": "hours"}}
STEP = {"id": "one", "what": "a step", "days": 2, "count": "working"}
WORK = {"title": "A page", "publisher": "An office", "url": "https://example.org", "date": "2020-01-01"}


def given(**fields: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "lead-us",
        "by": "US",
        "body": "An office",
        "zone": "America/New_York",
        "medium": {"text": "a list"},
        "effect": {"text": "at once"},
        "windows": [WINDOW],
        "steps": [STEP],
        "ready": [{"text": "the entry", "src": ["L_A"]}],
    }
    return {"about": {"read": "2021-01-01"}, "works": {"L_A": WORK}, "authorities": [row | fields]}


def test_each_authority_that_may_act_has_a_row_and_nothing_decides_without_a_work() -> None:
    times = load_lead_times()
    assert {"US", "EU", "UK", "JP", "KR", "AU", "UN"} <= {row.by for row in times.authorities}
    for row in times.authorities:
        for step in row.steps:
            assert step.decides or MEMORY in step.basis
        for said in (row.medium, row.effect, *row.after, *row.ready):
            assert said.src or said.basis == MEMORY


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"zone": "Asia/Pyeongyang"}, "is no time zone"),
        ({"windows": [WINDOW | {"usual": "18:00"}]}, "must follow each other"),
        ({"windows": []}, "at least 1"),
        ({"medium": {"text": "a list", "src": ["L_B"]}}, "there is no work 'L_B'"),
        ({"ready": [{"text": "the entry"}]}, "nothing rests on the work 'L_A'"),
        ({"steps": [STEP | {"days": -1}]}, "greater than or equal to 0"),
        ({"hours": "9 to 5"}, "Extra inputs"),
    ],
)
def test_a_row_that_cannot_stand_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        LeadTimes.model_validate(given(**fields))


def test_a_day_sees_no_later_page() -> None:
    steps = [STEP | {"src": ["L_A"], "days_src": ["L_A"]}]
    times = LeadTimes.model_validate(given(steps=steps, since="2010-01-01", until="2025-12-31"))
    now, before, between = (times.of("US", day) for day in ("2021-01-01", "2019-12-31", "2020-01-02"))
    assert now and before and between
    assert now.steps[0].decides and between.steps[0].decides and not before.steps[0].decides
    assert [r.ready[0].text for r in (now, between, before)] == ["the entry", "the entry", LATER]
    assert before.medium.text == "a list", "what was written from memory is of no page"
    assert times.of("US", "2009-12-31") is None and times.of("US", "2026-01-01") is None
    assert times.of("EU", "2021-01-01") is None


def test_the_undated_page_is_of_the_day_on_which_it_was_read() -> None:
    undated = {"works": {"L_A": {k: v for k, v in WORK.items() if k != "date"}}}
    times = LeadTimes.model_validate(given() | undated)
    row = times.of("US", "2020-12-31")
    assert row is not None and row.ready[0].text == LATER
