"""An index shows, on each day, exactly what the view of the evidence shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screening.made import index, party, statement
from yalu.evidence.view import SAME, Evidence, When
from yalu.evidence.workspace import Workspace
from yalu.model.clock import Clocks, KnownBy, Mode
from yalu.model.dates import Interval
from yalu.model.vocabulary import LISTING, NAME_PROPS, PARTY_KINDS
from yalu.screening import clock
from yalu.screening.day import Day
from yalu.screening.screener import Screener

DAYS = st.sampled_from(["", "2016-05-01", "2017-06-13", "2017-06-14", "2020-02-29"])
INTERVALS = st.builds(Interval, DAYS, DAYS)


@given(
    st.lists(st.tuples(INTERVALS, INTERVALS, INTERVALS, INTERVALS), min_size=1, max_size=20),
    DAYS.filter(bool),
    DAYS.filter(bool),
    st.sampled_from(Mode),
)
def test_clocks_are_those_of_the_model(
    rows: list[tuple[Interval, Interval, Interval, Interval]], as_of: str, on: str, mode: Mode
) -> None:
    columns = [
        [clock.number(day) for day in (known.lo, known.hi, from_.lo, from_.hi, to.hi, ended.hi)]
        for known, from_, to, ended in rows
    ]
    clocks = clock.Clocks(*np.array(columns, np.int32).T)
    a, b = clock.number(as_of), clock.number(on)
    shown = clock.begun(clocks, a, b, mode) & ~clock.over(clocks, a, b)
    told = [Clocks(k, KnownBy.COPIES, f, t, e).shows(as_of, on, mode) for k, f, t, e in rows]
    assert shown.tolist() == told


@pytest.mark.parametrize(
    ("as_of", "on"), [("2017-06-13", ""), ("2026-08-14", "2016-03-02"), ("2026-08-14", "")]
)
@pytest.mark.parametrize("mode", Mode)
def test_the_casebook_is_seen_as_the_view_sees_it(
    casebook: Path, evidence: Evidence, as_of: str, on: str, mode: Mode
) -> None:
    view = evidence.at(as_of, on, mode)
    day = Screener.open(Workspace(casebook), as_of, on, mode).day
    seen = set()
    for row in np.flatnonzero(day.shown):
        prop = day.index.prop_of(int(row))
        if prop in (*NAME_PROPS, LISTING, "birthDate", "country", "imoNumber"):
            id_, text = (
                day.index.party_id(int(day.index.party[row])),
                day.index.text(int(day.index.value[row])),
            )
            seen.add((id_, prop, text))
    props = (*NAME_PROPS, LISTING, "birthDate", "country", "imoNumber")
    rows = view.statements(prop=props, kind=tuple(PARTY_KINDS))
    assert seen == {(s.party, s.prop, s.value) for s in rows}
    assert seen
    for number in range(day.index.parties):
        id_ = day.index.party_id(number)
        assert list(day.ids(day.head(number))) == view.ids(id_)


def test_sources_can_be_chosen(tmp_path: Path) -> None:
    rows = [*party("a", "Person", "Ann Ames"), statement("b", "Person", "name", "Ann Ames", source="list_b")]
    made = index(tmp_path, rows)
    assert Day(made, When.at("2026-01-01")).shown.sum() == 3
    assert Day(made, When.at("2026-01-01"), ["list_b"]).shown.sum() == 1


def test_ids_are_joined_on_the_day_that_says_so(tmp_path: Path) -> None:
    same = statement("a", "Person", SAME, "b", known_lo="2022-01-01", known_hi="2022-01-01")
    made = index(tmp_path, [*party("a", "Person", "Ann"), *party("b", "Person", "Ann"), same])
    before, after = Day(made, When.at("2021-12-31")), Day(made, When.at("2022-01-01"))
    first, second = made.find("a"), made.find("b")
    assert before.head(second) == second
    assert after.head(second) == first
    assert after.ids(first) == ("a", "b")
    assert made.find("nobody") == -1
