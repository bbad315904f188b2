"""Done, missing or unknown: what sources public on the day say, and nothing from silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.coalition.states.conftest import GridOf
from tests.coalition.states.made import Told, evidence
from tests.sections import MEMO, TODAY
from yalu.coalition.states.as_json import one_state, statements
from yalu.coalition.states.grid import Cell, Grid, Status, in_force, states_with_evidence
from yalu.coalition.states.held import Held
from yalu.coalition.states.naming import state_code
from yalu.errors import UsageError
from yalu.model.clock import Mode

HeldOn = Callable[..., Held]


def ids(one: Grid, status: Status) -> list[str]:
    return [c.obligation.id for c in one.having(status)]


def test_a_state_of_which_nothing_is_held_lacks_nothing(of: GridOf) -> None:
    """Silence is unknown: never missing, never done."""
    assert set(of("IS", TODAY).counts) == {Status.UNKNOWN}


def test_namibia_reported_and_did_not_answer_the_panel(of: GridOf) -> None:
    one = of("NA", "2018-01-01")
    assert ids(one, Status.DONE) == ["2321-36"]
    assert ids(one, Status.MISSING) == ["panel-answers"]
    [cell] = one.having(Status.MISSING)
    assert cell.decisive[0].words == "Panel coordinator said questions stayed unanswered for over a year"
    assert cell.decisive[0].day == "2017-10-25"


def test_nothing_is_said_of_namibia_the_day_before_the_source(of: GridOf) -> None:
    assert set(of("NA", "2017-10-24").counts) == {Status.UNKNOWN}
    assert Status.MISSING in of("NA", "2017-10-25").counts


def test_an_answer_to_the_panel_is_asked_only_while_it_stands(of: GridOf) -> None:
    last = {c.obligation.id for c in of("NA", "2024-04-29").cells}
    assert "panel-answers" in last
    assert last - {c.obligation.id for c in of("NA", "2024-05-05").cells} >= {"panel-answers"}


def test_what_was_replaced_is_no_longer_in_force(held_on: HeldOn) -> None:
    def on(day: str) -> set[str]:
        return {o.id for o, _ in in_force(held_on(day))}

    assert "2321-26" in on(MEMO) and "2321-26" not in on("2018-01-01")
    assert "2371-8-10" not in on("2017-08-04") and "2371-8-10" in on("2017-08-05")
    assert not on("2006-07-14")


def test_workers_seen_after_the_last_day_are_missing_by_that_source_alone(of: GridOf) -> None:
    assert ids(of("TZ", TODAY), Status.MISSING) == ["2397-8-repatriate", "2397-8-midterm"]
    assert ids(of("TZ", "2026-01-11"), Status.MISSING) == ["2397-8-midterm"]


def test_a_member_is_done_through_the_unions_law_while_it_is_one(of: GridOf) -> None:
    [freeze] = [c for c in of("DE", TODAY).cells if c.obligation.id == "1718-8d"]
    assert freeze.status is Status.DONE and freeze.decisive[0].through == "EU"
    assert {e.through for c in of("GB", "2020-12-30").cells for e in c.evidence} >= {"EU"}
    assert "EU" not in {e.through for c in of("GB", "2021-01-02").cells for e in c.evidence}


def test_a_case_that_no_text_backs_decides_nothing(of: GridOf) -> None:
    [arms] = [c for c in of("TZ", TODAY).cells if c.obligation.id == "1874-9-10"]
    assert arms.status is Status.UNKNOWN
    assert [e.item.verified for e in arms.evidence] == [False]


@pytest.mark.parametrize("day", ["2007-02-01", MEMO, "2018-06-01", "2020-01-01", TODAY])
def test_nothing_later_than_the_day_is_shown(held_on: HeldOn, of: GridOf, day: str) -> None:
    for state in states_with_evidence(held_on(day)):
        shown = statements(of(state, day))
        assert shown and all(s.known_hi and s.known_hi <= day for s in shown), state


def test_likely_shows_what_may_have_been_public(of: GridOf) -> None:
    strict = {c.obligation.id for c in of("NA", "2018-06-01").cells}
    likely = of("NA", "2018-06-01", Mode.LIKELY)
    more = [c for c in likely.cells if c.obligation.id not in strict]
    assert "2397-17" in {c.obligation.id for c in more}
    assert all("no text of it is held" in c.doubts for c in more)


def test_the_latest_source_decides_and_a_tie_is_unknown(of: GridOf) -> None:
    cell = of("IS", TODAY).cells[0]

    def status(*told: Told) -> Status:
        rows = tuple(evidence(number, one) for number, one in enumerate(told))
        return Cell(cell.obligation, cell.authority, rows).status

    missing: Told = ("missing", "2019-01-01", True)
    done: Told = ("done", "2020-01-01", True)
    assert status(missing, done) is Status.DONE
    assert status(("missing", "2021-01-01", True), done) is Status.MISSING
    assert status(("missing", "2020-01-01", True), done) is Status.UNKNOWN
    assert status(missing, ("done", "2020-01-01", False)) is Status.MISSING
    assert status(("bears", "2020-01-01", True)) is Status.UNKNOWN


def test_every_cell_of_the_json_is_cited(of: GridOf) -> None:
    answer = one_state(of("RU", TODAY))
    assert answer["version"] == 1 and answer["counts"]["missing"] == 1
    for cell in answer["obligations"]:
        assert cell["sources"] and cell["force"] in ("duty", "call")
        assert all(e["sources"] and e["words"] for e in cell["evidence"])
        assert set(cell["sources"]) <= set(answer["sources"])
        if cell["status"] != "unknown":
            assert any(e["says"] == cell["status"] for e in cell["evidence"])


@pytest.mark.parametrize(
    ("text", "code"), [("na", "NA"), ("Namibia", "NA"), ("united states", "US"), ("UK", "GB")]
)
def test_a_state_by_code_or_name(text: str, code: str) -> None:
    assert state_code(text) == code


def test_no_such_state_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="no state") as error:
        state_code("Namibya")
    assert "Namibia (NA)" in error.value.do


def test_the_target_is_asked_nothing_here(held_on: HeldOn, of: GridOf) -> None:
    with pytest.raises(UsageError, match="about North Korea"):
        of("KP", TODAY)
