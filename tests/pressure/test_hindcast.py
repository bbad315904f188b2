"""The forecast knows nothing after the memo; outcomes show once public, hits and misses alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from tests.sections import MEMO, TODAY, Sections
from yalu.errors import YaluError
from yalu.pressure.hindcast import Hindcast, Verdict, compare, hindcast
from yalu.pressure.model import span


@pytest.fixture(scope="module")
def told(sections: Sections) -> dict[str, Hindcast]:
    return {day: hindcast(sections.scope(day)) for day in (MEMO, "2019-06-01", TODAY)}


def test_the_forecast_is_that_of_the_memo_s_day_whenever_it_is_asked(told: dict[str, Hindcast]) -> None:
    first, *later = ([(f.cut.stream, f.left) for f in h.forecasts] for h in told.values())
    assert first and all(one == first for one in later)
    for one in told.values():
        assert all(s.known_hi <= MEMO for s in one.made.statements)
        assert all(one.made.assumed[n].basis == "judgment" for n in one.made.used)


def test_a_day_before_the_outcome_shows_the_forecast_alone(told: dict[str, Hindcast]) -> None:
    assert not any(f.outcomes for f in told[MEMO].forecasts) and not told[MEMO].without_base
    counts = [sum(len(f.outcomes) for f in h.forecasts) for h in told.values()]
    assert counts == sorted(counts) and counts[0] == 0 < counts[1] < counts[2]
    for day, one in told.items():
        for o in (o for f in one.forecasts for o in f.outcomes):
            known = [s.known_hi for s in o.flow.statements]
            assert MEMO < max(known) <= day and f"{o.flow.year}-12-31" < day
            assert o.flow.verified and o.flow.year in (2018, 2019)


def test_hits_and_misses_are_counted_and_none_is_left_out(told: dict[str, Hindcast]) -> None:
    one = told[TODAY]
    outcomes = [(f, o) for f in one.forecasts for o in f.outcomes]
    assert (
        one.count(*Verdict) == len(outcomes) == one.count(Verdict.HIT) + one.misses + one.count(Verdict.OPEN)
    )
    assert one.misses > 0 and one.count(Verdict.HIT) > 0
    for f, o in outcomes:
        assert compare(f.cut, o.flow) == o
        if o.flow.low is None or o.flow.high is None:
            assert o.verdict is Verdict.OPEN and o.ratio is None
            continue
        middle = (o.flow.low + o.flow.high) / 2
        inside = f.left["low"] <= middle <= f.left["high"]
        assert (o.verdict is Verdict.HIT) == inside
        if middle:
            assert o.ratio is not None and abs(o.ratio * middle - f.left["median"]) < 1
    zero = next(o for f, o in outcomes if f.cut.stream == "iron_ore_and_iron")
    assert zero.verdict is Verdict.TOO_HIGH and zero.ratio is None


def test_what_is_left_never_exceeds_the_stream(told: dict[str, Hindcast]) -> None:
    for f in told[MEMO].forecasts:
        base = span(f.cut.base)
        assert 0 <= f.left["low"] <= f.left["high"] <= base["high"]


def test_before_the_memo_there_is_no_forecast(sections: Sections) -> None:
    with pytest.raises(YaluError, match="day of the memo"):
        hindcast(sections.scope("2017-06-12"))


def test_command(casebook: Path) -> None:
    found = yalu_json("pressure", "--hindcast", workspace=casebook)["hindcast"]
    assert found["day"] == MEMO and found["hits"] + found["misses"] + found["undecided"] > 0
    assert all(o["sources"] for f in found["forecasts"] for o in f["outcomes"])
    text = yalu("pressure", "--hindcast", "--as-of", MEMO, workspace=casebook).stdout
    assert "the forecast stands alone" in text and "miss" not in text
    for words, code, said in ((("--as-of", "2017-06-12"), 1, "the memo"), (("--verified",), 2, "--hindcast")):
        done = yalu("pressure", "--hindcast", *words, workspace=casebook, check=False)
        assert done.returncode == code and said in done.stderr and not done.stdout
