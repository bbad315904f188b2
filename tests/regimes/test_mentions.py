"""A text is as young as the latest thing that it speaks of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regimes.small import write_regime
from yalu.regimes import Mention, late_texts, latest_mention, load_regime

TABLE = [
    Mention(name="resolution 2321", match=r"(?<!\d)2321(?!\d)( \(2016\))?", date="2016-11-30"),
    Mention(name="an act", match=r"Sample Act( of 2017)?", date="2017-08-02"),
]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("nothing dated", None),
        ("2,000 t in 25 containers, 1718 and 1874", None),
        ("under 2321 para 34", date(2016, 11, 30)),
        ("resolution 2321 (2016)", date(2016, 11, 30)),
        ("the Sample Act of 2017", date(2017, 8, 2)),
        ("the Sample Act, in force since 2019", date(2019, 12, 31)),
        ("13 June 2017", date(2017, 6, 13)),
        ("June 13, 2017", date(2017, 6, 13)),
        ("on 2017-06-13 and 2017-06-12", date(2017, 6, 13)),
        ("first seen 2017-06", date(2017, 6, 30)),
        ("Sept. 2017", date(2017, 9, 30)),
        ("Jan-Aug 2017", date(2017, 8, 31)),
        ("Feb 2016", date(2016, 2, 29)),
        ("Q4 2017", date(2017, 12, 31)),
        ("2014-16", date(2016, 12, 31)),
        ("2009-12", date(2012, 12, 31)),
        ("regulation 2017/74", date(2017, 12, 31)),
        ("the 1980s", date(1989, 12, 31)),
        ("31 February 2017", None),
        ("9074729 and 20170613", None),
    ],
)
def test_latest_mention(text: str, day: date | None) -> None:
    assert latest_mention(text, TABLE) == day


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y"]))
def test_every_day_is_found_however_it_is_written(day: date, form: str) -> None:
    assert latest_mention(f"seized on {day.strftime(form)} at sea", []) == day


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = latest_mention(text, TABLE)
    assert found is None or found.year >= 1940


def test_a_text_that_peeks_is_found_and_a_clock_settles_it(tmp_path: Path) -> None:
    note = "basis: own_knowledge, note: convicted in May 2013"
    late = list(late_texts(load_regime(write_regime(tmp_path, parties=("basis: own_knowledge", note)))))
    assert [(x.item, x.field, x.mentioned, x.shown) for x in late] == [
        ("x-two", "note", date(2013, 5, 31), date(2010, 6, 30))
    ]
    for clock in ("text_since: {note: 2013-05}", "no_hindsight: [note]"):
        changed = ("basis: own_knowledge", f"{note}, {clock}")
        assert not list(late_texts(load_regime(write_regime(tmp_path, parties=changed))))
    too_early = ("basis: own_knowledge", f"{note}, text_since: {{note: 2013-04}}")
    assert list(late_texts(load_regime(write_regime(tmp_path, parties=too_early))))


def test_the_parts_of_a_row_have_clocks_of_their_own(tmp_path: Path) -> None:
    regime = load_regime(write_regime(tmp_path, parties=("Order 1", "Order 1 as amended in 2015")))
    assert [(x.item, x.field) for x in late_texts(regime)] == [("x-one", "listings[0].authority")]
