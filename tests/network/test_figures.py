"""The figures on facilitators: lists that grow, and who is tied to whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.sections import MEMO, TODAY, Sections, table
from yalu.evidence.scope import Scope
from yalu.model.section import Figure
from yalu.network.chart import MOST, core, listings_over_time, network
from yalu.network.ties import between_named, groups, public_ties

DAYS = (MEMO, "2020-01-01", TODAY)


def figure(sections: Sections, name: str, day: str) -> Figure:
    return next(f for f in sections.of("facilitators", day).figures if f.id == name)


def rule(one: Figure) -> list[str]:
    """The days at which a rule stands."""
    return [layer["data"]["values"][0]["day"] for layer in one.spec["layer"][1:2]]


def test_the_rule_stands_at_the_memo_and_only_from_its_day_on(sections: Sections) -> None:
    assert sections.regime.memo_day == MEMO
    for day, expected in ((MEMO, [MEMO]), (TODAY, [MEMO]), ("2017-06-12", [])):
        one = figure(sections, "listings-over-time", day)
        assert rule(one) == expected
        assert ("the memo" in one.alt.text) == bool(expected)


def test_another_regime_has_its_own_memo_or_none(sections: Sections) -> None:
    view = sections.evidence.at(TODAY)
    for memo in ("2019-03-01", ""):
        (one,) = listings_over_time(Scope(view, sections.plan, memo))
        assert rule(one) == ([memo] if memo else [])
        assert MEMO not in one.alt.text


def test_lines_rise_on_the_days_of_listing_and_end_on_the_day_asked(sections: Sections) -> None:
    rows = [r.texts for r in figure(sections, "listings-over-time", MEMO).data.rows]
    un = [(day, int(n)) for name, day, n in rows if name == "UN"]
    assert un == sorted(un)
    assert un[-1] == (MEMO, 121) and un[-2][0] == "2017-06-02"
    assert {len(day) for _, day, _ in rows} == {10}


def test_the_words_tell_what_came_after_the_memo(sections: Sections) -> None:
    one = figure(sections, "listings-over-time", TODAY)
    rows = [r.texts for r in one.data.rows]
    by_memo = [int(n) for name, day, n in rows if name == "UN" and day <= MEMO][-1]
    by_today = [int(n) for name, _, n in rows if name == "UN"][-1]
    assert f"UN {by_today} since 2009-04-24, {by_today - by_memo} of them after the memo" in one.alt.text
    assert "all of them after the memo" in one.alt.text


@pytest.mark.parametrize("day", DAYS)
def test_every_tie_of_the_drawing_is_one_of_the_table(sections: Sections, day: str) -> None:
    drawn = [r.texts for r in figure(sections, "network", day).data.rows]
    ties = Counter(
        (r.texts[0], r.texts[1], r.texts[2]) for r in table(sections.of("facilitators", day), "ties").rows
    )
    assert not Counter((r[0], r[3], r[4]) for r in drawn) - ties
    parties = {r[9] for r in drawn} | {r[10] for r in drawn}
    assert 3 <= len(parties) <= MOST


def test_whole_groups_are_drawn_where_they_fit(sections: Sections) -> None:
    alt = figure(sections, "network", MEMO).alt.text
    assert alt.startswith("The 4 largest groups that public ties join: 39 parties and 42 ties.")
    assert "Not drawn here, but in the table of ties: 43 more ties." in alt


def test_of_a_group_too_large_to_draw_its_core_is_told_as_such(sections: Sections) -> None:
    scope = sections.scope(TODAY)
    public = public_ties(scope)
    ties = between_named(scope, public)
    largest = max(groups(ties), key=len)
    kept = core(ties, largest)
    assert len(largest) > MOST >= len(kept)
    inside = [s for s in ties if {s.party, s.value} <= kept]
    assert max(groups(inside), key=len) == kept
    beside = {
        p: {s.party for s in inside if s.value == p} | {s.value for s in inside if s.party == p} for p in kept
    }
    assert sum(len(others - {p}) > 1 for p, others in beside.items()) > 0.9 * len(kept)
    alt = figure(sections, "network", TODAY).alt.text
    assert "The core of the largest group" in alt
    assert f"{len(public) - len(inside)} more ties" in alt


def test_who_is_listed_is_said_by_the_lists_of_the_day(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    listed = {s.party for s in scope.listings}
    for row in figure(sections, "network", MEMO).data.rows:
        cells = row.texts
        assert bool(cells[2]) == (cells[9] in listed) and bool(cells[6]) == (cells[10] in listed)
        assert {cells[1], cells[5]} <= {"person", "company", "bank", "ship", "aircraft", "other body"}


def test_an_accusation_is_marked(sections: Sections) -> None:
    rows = [r.texts for r in figure(sections, "network", TODAY).data.rows]
    accused = [r for r in rows if r[8]]
    assert accused and all(r[7].startswith("charge") for r in accused)
    assert not any(r[7].startswith("charge") for r in rows if not r[8])


def test_too_few_ties_are_not_drawn(sections: Sections) -> None:
    scope = sections.scope(MEMO)
    one = replace(public_ties(scope)[0], party="a", value="b")
    assert network(scope, []) == [] and network(scope, [one]) == []
