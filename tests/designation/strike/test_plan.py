"""Lead times worked back, lateness that is told and drops nobody, and a digest that follows the content."""

from __future__ import annotations

from datetime import date

import pytest

from tests.designation.strike import made
from yalu.designation.strike.checklist import checklist
from yalu.designation.strike.lead import work_back
from yalu.designation.strike.plan import digest
from yalu.designation.strike.wave_file import read_wave
from yalu.designation.strike.working import back, between, on
from yalu.errors import UsageError
from yalu.regimes.lead_times import MEMORY, LeadTime, Step

TUESDAY = date(2026, 12, 1)
CLAIMS = ("step", "ready", "after")


def row(*steps: tuple[int, str, bool]) -> LeadTime:
    found = [
        Step(
            id="s", what="x", days=days, count="working" if count == "w" else "calendar", days_src=["L_A"] * k
        )
        for days, count, k in steps
    ]
    return LeadTime.model_construct(id="lead-us", by="US", steps=found)


def test_weekends_are_no_working_days() -> None:
    assert back(TUESDAY, 2, "working") == date(2026, 11, 27)
    assert back(TUESDAY, 2, "calendar") == date(2026, 11, 29)
    assert on(date(2026, 11, 27), 1, "working") == date(2026, 11, 30)
    assert back(TUESDAY, 0, "working") == TUESDAY
    assert between(date(2026, 11, 27), TUESDAY) == 2 and between(TUESDAY, TUESDAY) == 0


def test_only_what_a_work_states_makes_an_authority_late() -> None:
    lead = work_back(row((5, "w", False), (3, "w", True), (1, "c", True)), TUESDAY, date(2026, 11, 26))
    assert [d.start.isoformat() for d in lead.steps] == ["2026-11-18", "2026-11-25", "2026-11-30"]
    assert [d.end.isoformat() for d in lead.steps] == ["2026-11-25", "2026-11-30", "2026-12-01"]
    assert (lead.start_by, lead.sourced) == (date(2026, 11, 18), date(2026, 11, 25))
    assert (lead.late, lead.sourced_late, lead.verdict) == (6, 1, "late")
    assert lead.earliest == date(2026, 12, 9)
    memory = work_back(row((5, "w", False), (3, "w", True)), TUESDAY, date(2026, 11, 26))
    assert (memory.sourced_late, memory.verdict) == (0, "late by what is known from memory")
    assert work_back(row((3, "w", True)), TUESDAY, date(2026, 11, 26)).verdict == "in time"


def test_who_is_late_is_told_with_the_days_and_stays_in_the_plan() -> None:
    plan = made.plan("US", "JP", day=date(2026, 12, 1))
    assert {a.by for a in plan.acting} == {"US", "JP"} == {a.by for a in plan.late}
    told = [n for n in plan.notes if "late by" in n]
    assert len(told) == 2 and all("working days by what is known from memory (check)" in n for n in told)
    early = made.plan("US", "JP")
    assert not early.late and not [n for n in early.notes if "late by" in n]


def test_an_authority_without_a_row_and_a_pair_without_a_package_are_told() -> None:
    plan = made.plan("US", "CH", "UK", as_of="2017-06-13", day=date(2017, 6, 20))
    assert plan.without == ("CH", "UK"), "the UK’s own list began in 2020"
    assert [m.pair.authority for m in plan.refused] == ["US", "CH", "UK"]
    assert any("No lead time of CH is held" in n for n in plan.notes)
    shown = plan.as_json()
    assert [p["refused"] for p in shown["pairs"]] == ["nothing verified meets a criterion."] * 3
    assert any("read on 2026-11-24" in n for n in plan.notes)
    assert "2017-12-10" not in str(made.plan("KR", as_of="2017-06-13", day=date(2017, 6, 20)).acting)


def test_every_item_of_the_checklist_has_a_day_and_says_what_it_rests_on() -> None:
    plan = made.plan("US", "EU")
    items = checklist(plan)
    assert {i.authority for i in items} == {"all", "US", "EU"}
    assert all(date.fromisoformat(i.due) for i in items)
    assert all(i.works or MEMORY in i.basis for i in items if i.authority != "all" and i.kind in CLAIMS)
    assert sum("no package" in i.text for i in items) == 2


def test_the_digest_follows_the_content_and_nothing_else() -> None:
    one, same, later = made.plan("US", "EU"), made.plan("US", "EU"), made.plan("US", "EU", begin=TUESDAY)
    assert one.digest == same.digest == digest(one.as_json()) != later.digest
    turned = dict(reversed(list(one.as_json().items())))
    assert digest(turned) == one.digest
    assert digest(turned | {"day": "2027-02-03"}) != one.digest


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is no wave"),
        (b"[]", "it is no object"),
        (made.content("US", version=9), "it has version 9"),
        (made.content("US", as_of="2026-02-30"), "is no wave"),
        (made.content("XX"), r"pairs\.0\.authority"),
        (made.content().replace(b"[]", b'[{"party": "p"}]'), r"pairs\.0\."),
    ],
)
def test_a_file_that_is_no_wave_says_why(content: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_wave(content, "wave.json")


def test_a_plan_needs_a_pair_and_a_day_that_is_to_come() -> None:
    with pytest.raises(UsageError, match="has no pair"):
        made.plan()
    with pytest.raises(UsageError, match="is before 2026-11-24"):
        made.plan("US", day=date(2026, 11, 23))
    with pytest.raises(UsageError, match="stands twice"):
        doubled = made.wave("US").model_dump(mode="json")
        made.wave("US", pairs=doubled["pairs"] * 2)
