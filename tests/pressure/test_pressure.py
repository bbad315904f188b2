"""Totals never exceed a stream, a lever more never takes less, nothing peeks, wrong calls are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import yalu, yalu_json
from tests.sections import MEMO, TODAY, Sections
from yalu.errors import UsageError
from yalu.pressure.assumptions import DEFAULTS, LEVERS, Assumption, assumed, levers
from yalu.pressure.model import cuts, made_up, total
from yalu.pressure.streams import Flow, bases, flows

SHARE = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)
ROW = Flow("revenue.rows.1", "coal", 2016, 10.0, 20.0, "USD", "gross", "observed", "", True, ())


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(LEVERS)), st.sampled_from(LEVERS), st.data())
def test_totals_and_one_lever_more(some: set[str], more: str, data: st.DataObject) -> None:
    given_ = {n: Assumption(n, *data.draw(SHARE), "") for n in DEFAULTS if n.endswith(".coal")}
    one, other = (cuts({"coal": (ROW,)}, tuple(x), given_, draws=200)[0] for x in (some, some | {more}))
    for cut in (one, other):
        assert (cut.net >= 0).all() and (cut.net <= cut.taken + 1e-9).all()
        assert (cut.taken <= cut.base + 1e-9).all()
    assert (other.taken >= one.taken - 1e-9).all() and (other.net >= one.net - 1e-9).all()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)).map(sorted), min_size=1, max_size=4),
    st.sets(st.sampled_from(LEVERS)),
    st.data(),
)
def test_a_total_never_exceeds_the_streams_it_cuts(
    sizes: list[list[float]], some: set[str], data: st.DataObject
) -> None:
    streams = dict(zip(("coal", "textiles", "overseas_labour", "gold"), sizes, strict=False))
    rows = {
        name: (Flow(f"revenue.rows.{name}", name, 2016, low, high, "USD", "", "observed", "", True, ()),)
        for name, (low, high) in streams.items()
    }
    names = [n for n in DEFAULTS if n == "cyber" or n.partition(".")[2] in streams]
    shares = {n: Assumption(n, *data.draw(SHARE), "") for n in names}
    found = cuts(rows, tuple(some), shares, draws=100)
    base, taken, net = (total(found, field) for field in ("base", "taken", "net"))
    left, used = made_up(net, shares, draws=100)
    assert used == "cyber" and (left >= 0).all() and (left <= net + 1e-6).all()
    assert (net <= taken + 1e-6).all() and (taken <= base + 1e-6).all()
    assert (base <= sum(high for _, high in sizes) + 1e-6).all()


def test_nothing_peeks_and_the_unverified_do_not_decide(sections: Sections) -> None:
    early, late = (flows(sections.scope(day)) for day in (MEMO, TODAY))
    assert all(s.known_hi <= MEMO for f in early for s in f.statements)
    assert max(f.year for f in early) <= 2017 and len(late) > len(early)
    chosen = bases(early, verified=False)
    assert [f.year for f in chosen["coal"]] == [2015]
    assert all(f.verified for rows in bases(late, verified=True).values() for f in rows)
    assert all(f.statements for f in late)


@pytest.mark.parametrize(
    "text", ["coal", "ships.coal=2", "ships.coal=0.4..0.1", "ships.coal=nan", "ships.coal="]
)
def test_assumptions_that_do_not_fit(text: str) -> None:
    with pytest.raises(UsageError):
        assumed([text])


def test_levers() -> None:
    assert levers("") == LEVERS and levers("ships, labor") == ("labor", "ships")
    for wrong, said in (("wishes", "is no lever"), ("ships,ships", "twice")):
        with pytest.raises(UsageError, match=said):
            levers(wrong)


def test_command(casebook: Path) -> None:
    first, second = (yalu_json("pressure", "--as-of", MEMO, workspace=casebook) for _ in range(2))
    assert first == second
    named = {a["name"] for a in first["assumptions"]}
    assert all(set(c["assumptions"]) <= named and c["rows"] for c in first["together"])
    for words, code, said in (
        (("--levers", "wishes"), 2, "facilitators, labor, travel, ships, iran, partners"),
        (("--assume", "ships.coal=0.1", "--assume", "ships.coal=0.2"), 2, "overlap"),
        (("--as-of", "2017-13-01"), 2, "2017-13-01"),
        (("--as-of", "1990-01-01"), 1, "No stream"),
    ):
        done = yalu("pressure", *words, workspace=casebook, check=False)
        assert done.returncode == code and said in done.stderr and not done.stdout
