"""The clock test in Python and the one in SQL are one rule."""

from __future__ import annotations

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu.model.clock import Clocks, KnownBy, Mode, shows_sql
from yalu.model.dates import Interval

DAYS = st.sampled_from(["", "2016-01-01", "2017-06-13", "2017-06-14", "2018-01-01", "2026-11-24"])
DATES = DAYS.filter(bool)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, hi = draw(DAYS), draw(DAYS)
    return Interval(hi, lo) if lo and hi and lo > hi else Interval(lo, hi)


CLOCKS = st.builds(
    Clocks,
    known=intervals(),
    known_by=st.just(KnownBy.COPIES),
    from_=intervals(),
    to=intervals(),
    ended_known=intervals(),
)


@given(CLOCKS, DATES, DATES, st.sampled_from(Mode))
@settings(max_examples=300)
def test_python_and_sql_agree(clocks: Clocks, as_of: str, on: str, mode: Mode) -> None:
    row = {
        "known_lo": clocks.known.lo,
        "known_hi": clocks.known.hi,
        "from_lo": clocks.from_.lo,
        "from_hi": clocks.from_.hi,
        "to_hi": clocks.to.hi,
        "ended_known_hi": clocks.ended_known.hi,
    }
    columns = ", ".join(f"'{value}' AS {name}" for name, value in row.items())
    found = duckdb.sql(f"SELECT {shows_sql(as_of, on, mode)} FROM (SELECT {columns})").fetchall()
    assert found == [(clocks.shows(as_of, on, mode),)]


@given(CLOCKS, DATES, DATES)
def test_strict_never_shows_what_was_not_certainly_public(clocks: Clocks, as_of: str, on: str) -> None:
    if clocks.shows(as_of, on):
        assert clocks.known.hi
        assert clocks.known.hi <= as_of
