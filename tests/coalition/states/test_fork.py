"""Help, or measures where help is refused: both ways, what would decide, and no finding."""

from __future__ import annotations

from collections.abc import Callable

from tests.coalition.states.conftest import GridOf
from tests.coalition.states.made import grid_of
from tests.sections import MEMO, TODAY
from yalu.coalition.states.as_json import one_state
from yalu.coalition.states.fork import fork, suggestions
from yalu.coalition.states.grid import Status
from yalu.coalition.states.held import Held


def test_both_ways_stand_beside_what_the_panel_said(of: GridOf) -> None:
    one = of("NA", "2018-01-01")
    made = fork(one, one.having(Status.MISSING)[0])
    assert [m.id for m in made.measures] == ["a107", "a109", "a097", "a095"]
    assert made.help and made.decides
    assert [e.item.id for e in suggestions(made)] == ["implementation.cases.001"]
    assert {e.item.id for e in made.bearing} == {
        "implementation.known_report_status.001",
        "implementation.cases.001",
    }


def test_helpers_and_powers_are_those_of_the_day(of: GridOf) -> None:
    early, late = of("NA", "2018-01-01"), of("TZ", TODAY)
    then = fork(early, early.having(Status.MISSING)[0])
    now = fork(late, late.having(Status.MISSING)[0])
    assert {p.text("provider") for p in then.providers} < {p.text("provider") for p in now.providers}
    assert all(p.verified for p in now.providers)
    assert now.rule and "refuse help" in now.rule.text("from_memo")


def test_a_power_of_a_later_law_is_not_offered_before_it(held_on: Callable[..., Held]) -> None:
    def measures(day: str) -> list[str]:
        one = grid_of(held_on(day), [[("missing", "2017-01-01", True)]])
        return [m.id for m in fork(one, one.having(Status.MISSING)[0]).measures]

    assert measures(MEMO) == measures("2017-08-01") == ["a097"]
    assert measures("2017-08-02") == ["a107", "a109", "a097"]
    assert measures("2017-09-21") == ["a107", "a109", "a097", "a095"]


def test_the_json_has_a_fork_for_each_missing_one_and_no_finding(of: GridOf) -> None:
    answer = one_state(of("NG", TODAY))
    assert [f["obligation"] for f in answer["forks"]] == ["2397-8-repatriate", "2397-8-midterm"]
    for one in answer["forks"]:
        assert one["finding"] is None and one["would_decide"] and one["bearing"]
        assert one["technical_assistance"]["offered_by"] and one["measures_where_refused"]
    assert one_state(of("NZ", TODAY))["forks"] == []
