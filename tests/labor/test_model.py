"""The estimate: independent figures counted once, intervals that repeat, and what moves them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sections import MEMO, TODAY, Sections
from yalu.errors import UsageError, YaluError
from yalu.labor.block import Measure, block, measures, of_file
from yalu.labor.model import as_json, estimate
from yalu.labor.pool import Figure, interval, pooled


def row(name: str, lineage: str, low: float, high: float, year: int = 2016) -> Figure:
    return Figure(name, lineage, lineage, low, high, year, True, ())


def test_the_day_of_the_memo(sections: Sections) -> None:
    made = estimate(sections.scope(MEMO))
    assert made.workers.holds(50_000, 120_000)
    assert (
        made.revenue and made.revenue.holds(500e6, 500e6) and made.stated and made.stated.holds(500e6, 500e6)
    )
    count, money = made.memo
    assert count.inside == {"workers": True} and money.inside == {"revenue": True, "stated": True}
    assert {f.lineage for f in count.differ} == {"darusman", "noland", "rok"}
    assert {f.lineage for f in money.differ} == {"nkdb", "nksc", "noland"}
    assert all(f.statements for f in (*count.differ, *money.differ))
    assert all(s.known_hi <= MEMO for s in made.statements)


def test_it_repeats_from_the_seed(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    first = as_json(estimate(scope))
    assert as_json(estimate(scope)) == first
    other = as_json(estimate(scope, seed=1))
    assert other["revenue_usd"] != first["revenue_usd"]
    assert other["revenue_usd"]["median"] == pytest.approx(first["revenue_usd"]["median"], rel=0.02)


def test_unverified_rows_drop_out(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    every, backed = estimate(scope), estimate(scope, verified=True)
    gone = {f.id for p in every.pools.values() for f in p.figures} - {
        f.id for p in backed.pools.values() for f in p.figures
    }
    assert gone == {"labor.revenue.001"} and every.stated != backed.stated
    assert all(f.verified for p in backed.pools.values() for f in p.figures)


def test_a_repeated_figure_is_one_witness(sections: Sections) -> None:
    pool = estimate(sections.scope(MEMO)).pools["workers"]
    assert ("labor.estimates.005", "repeats labor.estimates.003") in [(f.id, why) for f, why in pool.left_out]
    assert len(pool.lineages) == len({f.lineage for f in pool.figures}) == 7


def test_a_host_and_one_that_nobody_counted(sections: Sections) -> None:
    made = estimate(sections.scope(TODAY), "RU", since=2014)
    assert made.workers.low >= 20_000 and not made.memo
    assert {why for _, why in made.pools["workers"].left_out} >= {
        "a plan, not a count",
        "visas sought, not a count",
    }
    with pytest.raises(YaluError, match="No estimate of workers in Fiji"):
        estimate(sections.scope(TODAY), "FJ")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 100), st.integers(0, 100)), min_size=1))
def test_draws_stay_within_the_figures(rows: list[tuple[str, int, int]]) -> None:
    figures = [row(str(n), who, low, low + more) for n, (who, low, more) in enumerate(rows)]
    pool = pooled(figures, {})
    draws, _ = pool.draw(np.random.default_rng(1), 500)
    assert draws.min() >= min(f.low for f in figures) and draws.max() <= max(f.high for f in figures)


def test_repeating_a_figure_moves_nothing() -> None:
    alone = [row("a", "one", 10, 20), row("b", "two", 100, 200)]
    echo = [*alone, *(row(f"c{n}", "two", 100, 200) for n in range(20))]
    ranges = [
        interval(pooled(rows, apart).draw(np.random.default_rng(5), 50_000)[0])
        for rows, apart in ((alone, {}), (echo, {f"c{n}": "a copy" for n in range(20)}), (echo, {}))
    ]
    assert ranges[0] == ranges[1]
    assert ranges[2] == pytest.approx(ranges[0], rel=0.1)


def test_what_moves_it_most_is_what_varies(sections: Sections) -> None:
    movers = estimate(sections.scope(MEMO)).movers
    assert list(movers) == ["pay", "workers", "taken"] and movers["taken"] < 0.1
    assert sum(movers.values()) >= 0.99


def test_a_measure_never_takes_more_than_there_is(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    for one in measures(scope):
        made = block(scope, one)
        assert all(y.workers.high <= made.before.high and y.workers.low >= 0 for y in made.years), one.name
    everything = Measure("all", "own", "2017-12-31", ("WORLD",), {2018: (1.0, 1.0)}, "all go")
    made = block(scope, everything)
    assert made.years[0].workers == made.before


def test_what_was_reported_stands_beside_the_assumption(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    made = block(scope, next(m for m in measures(scope) if m.name == "repatriation"))
    told = {r.text: made.verdict(r) for r in made.reported}
    assert told["workers, if 23,000 reported returns are all"].startswith("below the assumed 90% to 100%")
    assert told["valid permits in Russia"] == "within the assumed range"
    assert not block(sections.scope("2018-01-01"), made.measure).reported


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"steps": {2018: "0.5-1.5"}}, "no share of workers"),
        ({"steps": {2018: "0.9-0.1"}}, "no share of workers"),
        ({"steps": {}}, "not what they should be"),
        ({"date": "2017-02-30"}, "not a day that exists"),
        ({"hosts": "RU"}, "not what they should be"),
        ({"name": None, "drop": "name"}, "is no measure"),
    ],
)
def test_a_measure_of_your_own(tmp_path: Any, change: dict[str, Any], said: str) -> None:
    import yaml

    good = {
        "name": "mine",
        "date": "2018-01-01",
        "hosts": ["ru"],
        "steps": {2019: "0.1-0.4"},
        "assumption": "a tenth to four",
    }
    file = tmp_path / "m.yaml"
    file.write_text(yaml.safe_dump(good))
    assert of_file(str(file)).steps == {2019: (0.1, 0.4)} and of_file(str(file)).hosts == ("RU",)
    bad = {**good, **change}
    if dropped := bad.pop("drop", ""):
        del bad[str(dropped)]
    file.write_text(yaml.safe_dump(bad))
    with pytest.raises(UsageError, match=said):
        of_file(str(file))
