"""What changed is told by hull: each kind once, and nothing that did not change."""

from __future__ import annotations

import pytest

from tests.fleet.bulletin.states import A, B, C, fact, fleet, hull, listing
from yalu.fleet.bulletin.difference import difference
from yalu.fleet.bulletin.state import Fact, FleetState, HullState

LATER = "2024-06-01"


def told(old: FleetState, new: FleetState) -> list[tuple[str, str, str, str]]:
    return [(c.imo, c.text, c.before, c.after) for c in difference(old, new)]


def test_the_first_has_no_difference_and_an_equal_one_none() -> None:
    state = fleet(hull(A, listing=[listing()]))
    assert difference(None, state) == []
    assert difference(state, fleet(*state.hulls, copy=LATER)) == []


def test_a_ship_is_listed_and_another_is_new() -> None:
    old = fleet(hull(A))
    new = fleet(hull(A, listing=[listing()]), hull(B, "OTHER", listing=[listing()]), copy=LATER)
    assert told(old, new) == [
        (A, "listed", "", "US: asset freeze"),
        (B, "new hull", "", "OTHER"),
        (B, "listed", "", "US: asset freeze"),
    ]


def test_a_newer_copy_without_it_is_a_delisting() -> None:
    [change] = difference(fleet(hull(A, listing=[listing()])), fleet(hull(A), copy=LATER))
    assert change.text == "delisted" and change.before == "US: asset freeze"
    assert "the copy of ofac_sdn of 2024-06-01 no longer shows it" in change.note


@pytest.mark.parametrize("copy", ["2024-05-01", ""])
def test_without_a_newer_copy_no_delisting_is_claimed(copy: str) -> None:
    """A source that was taken away, or the same copy read anew, says nothing of the list."""
    new = fleet(hull(A), copy=copy, as_of=LATER)
    [change] = difference(fleet(hull(A, listing=[listing()])), new)
    assert change.text == "listing no longer shown"


def test_a_list_that_drops_a_ship_which_a_record_still_tells_of() -> None:
    old = fleet(hull(A, listing=[listing("US", "asset freeze", "ofac_sdn", "casebook")]))
    new = fleet(hull(A, listing=[listing("US", "asset freeze", "casebook")]), copy=LATER)
    [change] = difference(old, new)
    assert change.text == "delisted" and "still shown by casebook" in change.note
    assert [s.source for s in change.sources] == ["ofac_sdn"]


def test_a_measure_changes() -> None:
    old = fleet(hull(A, listing=[listing("UN", "port ban")]))
    new = fleet(hull(A, listing=[listing("UN", "port ban, de-flagging")]), copy=LATER)
    assert told(old, new) == [(A, "measure changed", "UN: port ban", "UN: port ban, de-flagging")]


@pytest.mark.parametrize("field", ["flag", "mmsi", "call_sign", "name", "owner", "manager"])
def test_a_value_takes_the_place_of_another(field: str) -> None:
    old = fleet(hull(A, **{field: [fact("first")]}))
    new = fleet(hull(A, **{field: [fact("second")]}), copy=LATER)
    added, removed = difference(old, new)
    assert (added.field, added.after, removed.before) == (field, "second", "first")
    assert added.before == ("" if field in ("owner", "manager") else "first")


def test_other_case_is_no_other_name() -> None:
    assert told(fleet(hull(A, "JIE SHUN")), fleet(hull(A, "Jie Shun"), copy=LATER)) == []


def test_a_name_that_becomes_a_former_one_is_told_with_the_new_one() -> None:
    former = Fact(key="first (former name)", value="FIRST", detail="former name")
    old = fleet(hull(A, "FIRST"))
    new = fleet(hull(A, "SECOND", name=[fact("SECOND"), former]), copy=LATER)
    assert told(old, new) == [(A, "new name", "FIRST", "SECOND")]
    alone = fleet(hull(A, "FIRST", name=[former]), copy=LATER)
    assert told(old, alone) == [(A, "name no longer given", "FIRST", "")]


def test_incidents_and_results_are_told_once_and_told_anew_when_they_change() -> None:
    old = fleet(hull(A, incident=[fact("i1")]))
    more = fleet(hull(A, incident=[fact("i1"), fact("i2")], result=[fact("r1")]), copy=LATER)
    assert told(old, more) == [
        (A, "new incident", "", "i2"),
        (A, "new result of an inspection", "", "r1"),
    ]
    changed = fact("r1").model_copy(update={"value": "seized"})
    [change] = difference(more, fleet(hull(A, incident=more.hulls[0].facts["incident"], result=[changed])))
    assert (change.before, change.after) == ("r1", "seized")
    assert change.text == "result of an inspection told anew"


def test_events_are_told_only_where_positions_are_held() -> None:
    with_event = hull(A, event=[fact("gap")])
    assert told(fleet(hull(A)), fleet(with_event, positions=True)) == [(A, "new behavior at sea", "", "gap")]
    assert told(fleet(with_event, positions=True), fleet(hull(A))) == []


def test_a_hull_without_a_number_is_the_one_that_gets_it() -> None:
    old = fleet(hull("", "EXAMPLE", ("x-1",)))
    number = hull(A, "EXAMPLE", ("x-1", "x-2"), imo=[fact(A)])
    assert told(old, fleet(number, copy=LATER)) == [(A, "new IMO number", "", A)]


def test_two_records_turn_out_to_be_one_hull() -> None:
    old = fleet(
        hull(A, ids=("x-1",), listing=[listing()]), hull("", "EXAMPLE", ("x-2",), flag=[fact("Togo")])
    )
    new = fleet(hull(A, ids=("x-1", "x-2"), listing=[listing()], flag=[fact("Togo")]), copy=LATER)
    [change] = difference(old, new)
    assert change.text == "joined" and "x-2" in change.before


def test_parting_records_delists_nothing() -> None:
    old = fleet(hull(A, ids=("x-1", "x-2"), listing=[listing()], flag=[fact("Togo")]))
    parts = hull(A, ids=("x-1",), listing=[listing()]), hull("", "EXAMPLE", ("x-2",), flag=[fact("Togo")])
    assert told(old, fleet(*parts, copy=LATER)) == []


def test_two_numbers_are_two_hulls_whatever_ids_they_share() -> None:
    old, new = hull(A, ids=("x-1",)), hull(C, ids=("x-1",))
    assert [t[:2] for t in told(fleet(old), fleet(new, copy=LATER))] == [
        (C, "new hull"),
        (A, "no longer held"),
    ]


def test_a_wrong_number_identifies_no_hull() -> None:
    wrong: HullState = hull("9074720", ids=("x-1",))
    assert not wrong.number
    assert told(fleet(wrong), fleet(wrong, copy=LATER)) == []
