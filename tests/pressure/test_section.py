"""The brief's summary section: figures are computed from what it cites, outcomes show on their day."""

from __future__ import annotations

import pytest

from tests.sections import MEMO, TODAY, Sections, rows, said, words
from yalu.pressure.answer import answer
from yalu.pressure.foretold import made_by
from yalu.pressure.hindcast import Verdict
from yalu.pressure.model import span

DAYS = ("1990-01-01", "2019-06-01")  # the memo's day and today are among those of every section


@pytest.mark.parametrize("day", DAYS)
def test_every_figure_moves_with_its_statements(sections: Sections, day: str) -> None:
    one = sections.of("pressure", day)
    sections.check(one)
    assert one.findings and one.uncertain
    for table in one.tables:
        for row in table.rows:
            assert row.statements and len(row.texts) == len(table.columns)
            assert all(s.known_hi <= day for s in row.statements)


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_the_section_says_what_the_command_says(sections: Sections, day: str) -> None:
    made, one = answer(sections.scope(day)), sections.of("pressure", day)
    text = said(one, ".finding.")
    for field, some in (("base", "low"), ("base", "median"), ("taken", "high"), ("net", "median")):
        assert f"{span(made.total(field))[some] / 1e6:,.0f}" in text, field
    for number in span(made.after_theft).values():
        assert f"{number / 1e6:,.0f}" in text or number == span(made.after_theft)["median"]
    levers = rows(one, "levers")
    titles = {p.id: p.title for p in sections.plan.sections}
    assert [r[0] for r in levers] == [titles[r.lever] for r in made.ranked]
    assert [r[-1] for r in levers] == [r.partners.text for r in made.ranked]
    assert len(rows(one, "streams")) == sum(bool(c.base.any()) for c in made.together)
    assert all(r[-1] == "none" for r in rows(one, "streams") if r[4] == "none")


def test_before_the_outcome_the_forecast_stands_alone(sections: Sections) -> None:
    early = sections.of("pressure", MEMO)
    assert "the forecast stands alone" in said(early).lower()
    assert "missed" not in words(early) and "miss:" not in words(early)
    assert {len(r) for r in rows(early, "hindcast")} == {4}
    assert not rows(sections.of("pressure", "2013-01-01"), "hindcast")


def test_the_outcome_is_printed_whatever_it_shows(sections: Sections) -> None:
    late, told = sections.of("pressure", TODAY), made_by(sections.scope(TODAY))
    assert told is not None and told.misses > 0
    assert said(late, ".detail.").count("A miss:") == told.misses
    counted = next(s.text for _, s in late.sentences() if "came out within" in s.text)
    assert f"{told.count(Verdict.HIT)} came out" in counted and f"{told.misses} did not" in counted
    outcomes = [r[-1] for r in rows(late, "hindcast")]
    assert sum(o == "hit" for o in outcomes) == told.count(Verdict.HIT)
    assert sum(o.startswith("missed") for o in outcomes) == told.misses


def test_law_of_the_day(sections: Sections) -> None:
    early, late = (said(sections.of("pressure", day), ".next.") for day in (MEMO, TODAY))
    assert "Tourist travel: no authority that takes from tourism was held as in force" in early
    assert "22 CFR 51.63" in late and "22 CFR 51.63" not in early
    assert "Overseas laborers, open to use, one decision at a time: EO 13722 s.2(a)(iv)" in early


def test_shares_that_sources_state_are_told(sections: Sections) -> None:
    assert "by what sources report" not in said(sections.of("pressure", MEMO))
    late = said(sections.of("pressure", TODAY))
    assert "at sea win back of coal, by what sources report: 23 to 35 percent" in late
