"""Law and partners stand beside the effect; every number is of rows or of assumptions that are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from tests.sections import MEMO, TODAY, Sections
from yalu.coalition.authorities import Force, authorities
from yalu.model.sentence import MUTATION
from yalu.pressure import shares
from yalu.pressure.answer import Pressure, answer
from yalu.pressure.assumptions import DEFAULTS, LEVERS
from yalu.pressure.grounds import Status
from yalu.pressure.model import span
from yalu.pressure.partners import through
from yalu.pressure.streams import Flow
from yalu.regimes import Regime, load_levers

Made = Callable[[str], Pressure]


@pytest.fixture(scope="module")
def of(sections: Sections) -> Made:
    return cache(lambda day: answer(sections.scope(day)))


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_every_number_is_of_rows_or_of_named_assumptions(of: Made, day: str) -> None:
    one = of(day)
    rows = {f.id: f for f in one.flows}
    for cut in (*one.together, *(c for r in one.ranked for c in r.cuts)):
        assert cut.rows and set(cut.by) <= set(one.used)
        low, high = min(rows[r].low or 0 for r in cut.rows), max(rows[r].high or 0 for r in cut.rows)
        assert (cut.base >= low).all() and (cut.base <= high).all()
        assert all(rows[r].statements and rows[r].statements[0].cited for r in cut.rows)
        left = 1.0
        for name in cut.by:
            if name.split(".")[0] in LEVERS:
                left *= 1 - one.assumed[name].high
        assert (cut.taken <= cut.base * (1 - left) + 1e-6).all()
    for name in one.used:
        share = one.assumed[name]
        assert share.why and (share.basis == "judgment" or share.statements)
        assert all(s.known_hi <= day and s.basis != "own_knowledge" for s in share.statements)


@pytest.mark.parametrize("day", [MEMO, TODAY])
def test_totals_never_exceed_the_streams(of: Made, day: str) -> None:
    one = of(day)
    assert (one.total("net") <= one.total("taken") + 1e-3).all()
    assert (one.total("taken") <= one.total("base") + 1e-3).all()
    assert (one.after_theft <= one.total("net") + 1e-3).all() and (one.after_theft >= 0).all()
    for lever in one.ranked:
        assert (lever.net <= one.total("net") + 1e-3).all(), lever.lever
    assert sum(span(r.net)["median"] for r in one.ranked) >= span(one.total("net"))["median"]


def test_the_order_is_by_effect_and_nothing_is_mixed(of: Made) -> None:
    for day in (MEMO, TODAY):
        middles = [span(r.net)["median"] for r in of(day).ranked]
        assert middles == sorted(middles, reverse=True) and len(middles) == len(LEVERS)
        assert not {"score", "index", "rank"} & set(of(day).ranked[0].as_json())


def law(one: Pressure, lever: str) -> dict[str, Status]:
    ranked = next(r for r in one.ranked if r.lever == lever)
    assert [r.stream for r in ranked.law] == [c.stream for c in ranked.cuts]
    return {r.stream: r.status for r in ranked.law}


def test_law_is_that_of_the_day(of: Made) -> None:
    early, late = of(MEMO), of(TODAY)
    assert law(early, "travel")["tourism"] is Status.NONE
    assert law(late, "travel")["tourism"] is Status.IN_FORCE
    assert law(early, "labor")["overseas_labour"] is Status.POWER
    assert law(late, "labor")["overseas_labour"] is Status.IN_FORCE
    assert law(early, "partners")["overseas_labour"] is Status.ASKED
    assert law(early, "partners")["textiles"] is Status.NONE
    assert law(late, "partners")["textiles"] is Status.IN_FORCE
    assert law(early, "ships")["coal"] is Status.IN_FORCE
    for one, day in ((early, MEMO), (late, TODAY)):
        for ground in (g for r in one.ranked for law_ in r.law for g in law_.grounds):
            assert ground.since <= day and all(s.known_hi <= day for s in ground.statements)


def test_the_table_of_levers_agrees_with_the_rows(regime: Regime, sections: Sections) -> None:
    """What the table says of a row is what the rows themselves say of it, on the latest day."""
    assert regime.criteria is not None
    ids = {row.id for row in regime.authorities.authorities}
    force = {a.id: a.force for a in authorities(sections.scope(TODAY).view, regime.criteria)}
    takes = {Force.DUTY, Force.MEASURE}
    for reach in load_levers().reaches:
        assert {*reach.in_force, *reach.powers, *reach.asked} <= ids
        assert reach.lever in LEVERS and {f"{reach.lever}.{s}" for s in reach.streams} <= set(DEFAULTS)
        assert all(force[i] in takes for i in reach.in_force if i in force)
        assert all(force[i] is Force.CALL for i in reach.asked if i in force)
    reached = {f"{r.lever}.{s}" for r in load_levers().reaches for s in r.streams}
    assert reached == {n for n in DEFAULTS if n.split(".")[0] in LEVERS}


def test_shares_that_rows_state(sections: Sections) -> None:
    assert shares.stated(sections.scope(MEMO)) == {}
    found = shares.stated(sections.scope(TODAY))
    assert set(found) == {one.assumption for one in load_levers().shares} <= set(DEFAULTS)
    coal = found["ship_to_ship.coal"]
    assert round(coal.low, 3) == round(370 / 1200 * 2.8 / 3.7, 3)
    assert round(coal.high, 3) == round(555 / 1200 * 2.8 / 3.7, 3)
    assert round(found["rerouting.overseas_labour"].low, 2) == round(13_000 / (30_023 - 11_490), 2)
    for name, one in found.items():
        table = next(s for s in load_levers().shares if s.assumption == name)
        assert shares.again({name: one}, one.statements)[name] == one
        for at in range(len(one.statements)):
            worse = list(one.statements)
            worse[at] = replace(worse[at], value=MUTATION + worse[at].value)
            with pytest.raises(ValueError, match="has no number"):
                shares.of_rows(table, worse)


def test_a_user_outranks_a_source(sections: Sections) -> None:
    one = answer(sections.scope(TODAY), settings=["ship_to_ship.coal=0.1..0.2"])
    mine = one.assumed["ship_to_ship.coal"]
    assert (mine.low, mine.high, mine.basis, mine.statements) == (0.1, 0.2, "set by the user", ())
    assert one.assumed["rerouting.coal"].basis == "stated"


@pytest.mark.parametrize(
    ("partner", "share", "states"),
    [
        ("CN", 1.0, ("CN",)),
        ("SY, MM", 1.0, ("SY", "MM")),
        ("CN 95,000; western 5,000", 0.95, ("CN",)),
        ("CN 350,000", 1.0, ("CN",)),
        ("CN, RU, Gulf, other", None, ("CN", "RU")),
        ("CN, VN, KH and nine others", None, ("CN", "VN")),
        ("all", None, ()),
        ("world", None, ()),
        ("US", None, ()),
        ("", None, ()),
    ],
)
def test_partners(partner: str, share: float | None, states: tuple[str, ...]) -> None:
    row = Flow("revenue.rows.1", "coal", 2016, 1.0, 2.0, "USD", "gross", "observed", "", True, (), partner)
    found = through("coal", [row], "US")
    assert (found.share, found.states) == (share, states)


def test_streams_that_no_lever_reaches_are_listed(of: Made) -> None:
    one = of(TODAY)
    names = {c.stream for c in one.unreached}
    assert {"crude_oil", "food", "missile_parts", "cyber_theft"} <= names
    assert not names & {n.partition(".")[2] for n in DEFAULTS}
    assert all(not c.taken.any() for c in one.unreached)
    assert one.bearing["cyber"] and "adaptation.sts_oil" not in one.bearing["cyber"]
