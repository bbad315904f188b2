"""The cascade against a naive least fixed point, on small graphs of any shape, cycles included."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.ownership.made import Edge, edges, fixed_point, holdings, naive
from yalu.graph.compiled import Compiler
from yalu.ownership.cascade import Cascade
from yalu.ownership.change import changes
from yalu.ownership.levels import Level
from yalu.ownership.rules import rule
from yalu.ownership.shares import FULL
from yalu.ownership.verdict import Court, Says

UNIT = FULL // 20
DAYS = [
    ("ofac", "2010-01-01"),
    ("ofac", "2020-01-01"),
    ("eu", "2020-01-01"),
    ("eu", "2025-01-01"),
    ("uk", "2025-01-01"),
]
PARTIES = "ABCDEFG"


@st.composite
def registers(draw: st.DrawFn, *, ranges: bool = True) -> list[Edge]:
    """Owners of up to seven parties, whose least shares come to at most 100% of each."""
    found: list[Edge] = []
    for owned in PARTIES:
        left = 20
        for owner in draw(st.sets(st.sampled_from(PARTIES.replace(owned, "")), max_size=4)):
            low = draw(st.integers(0, left))
            left -= low
            high = draw(st.integers(low, 20)) if ranges and draw(st.booleans()) else low
            found.append((owner, owned, low * UNIT, high * UNIT))
    return found


LISTED = st.sets(st.sampled_from(PARTIES), max_size=3)


@given(registers(), LISTED, st.sampled_from(DAYS))
def test_the_cascade_is_the_least_fixed_point(
    rows: list[Edge], listed: set[str], day: tuple[str, str]
) -> None:
    made = holdings(rows)
    found = Court(made, rule(day[0]), day[1], listed)
    certain = naive(rows, *day, listed & set(made.ids), high=False)
    possible = naive(rows, *day, listed & set(made.ids), high=True)
    assert set(found.parties(Says.BLOCKED)) == certain
    assert set(found.parties(Says.UNCERTAIN)) == possible - certain
    assert not found.parties(Says.CONTROL)


@given(registers(), LISTED, st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_every_reading_of_the_ranges_lies_between_certain_and_possible(
    rows: list[Edge], listed: set[str], day: tuple[str, str], random: Random
) -> None:
    exact: list[Edge] = []
    for owned in PARTIES:
        into = [r for r in rows if r[1] == owned]
        room = FULL - sum(r[2] for r in into)
        for owner, _, low, high in into:
            more = random.randint(0, min(high - low, room) // UNIT) * UNIT
            room -= more
            exact.append((owner, owned, low + more, low + more))
    court = Court(holdings(rows), rule(day[0]), day[1], listed)
    read = set(Court(holdings(exact), rule(day[0]), day[1], listed).parties(Says.BLOCKED))
    certain = set(court.parties(Says.BLOCKED))
    assert certain <= read <= certain | set(court.parties(Says.UNCERTAIN))


@given(registers(), LISTED, st.sampled_from(DAYS))
def test_a_proof_needs_nothing_but_its_steps(
    rows: list[Edge], listed: set[str], day: tuple[str, str]
) -> None:
    made = holdings(rows)
    found = Court(made, rule(day[0]), day[1], listed)
    for says, high in ((Says.BLOCKED, False), (Says.UNCERTAIN, True)):
        for party in found.parties(says):
            verdict = found.verdict(made.number[party])
            assert set(verdict.start) <= listed and verdict.start
            steps: list[Edge] = [(s.owner, s.owned, s.low, s.high) for s in verdict.proof]
            shown = {step[:2] for step in steps}
            rest = [r for r in rows if r[:2] not in shown] if high else []
            room: list[Edge] = [("nobody", owned, low, low) for _, owned, low, _ in rest]
            assert party in naive(steps + room, *day, verdict.start, high=high)
            assert verdict.high >= found.period.needed
            assert high or verdict.low >= found.period.needed


@given(registers(ranges=False), LISTED, st.sampled_from(DAYS))
def test_the_listing_of_each_alone_is_counted(
    rows: list[Edge], listed: set[str], day: tuple[str, str]
) -> None:
    made = holdings(rows)
    held = listed & set(made.ids)
    cascade = Cascade(made, rule(day[0]).on(day[1]))
    many = cascade.each([made.number[p] for p in held])
    before = naive(rows, *day, held, high=False) | held
    for party in made.ids:
        after = naive(rows, *day, held | {party}, high=False) | held | {party}
        assert many[made.number[party]] == (0 if party in before else len(after - before - {party}))


@given(registers(), LISTED, st.sampled_from(DAYS))
def test_what_would_change_a_verdict_does(rows: list[Edge], listed: set[str], day: tuple[str, str]) -> None:
    made = holdings(rows)
    found = Court(made, rule(day[0]), day[1], listed)
    for party in made.ids:
        for change in changes(found, found.verdict(made.number[party])):
            if change.kind in ("delisting", "listing"):
                other = listed - {change.party} if change.kind == "delisting" else listed | {change.party}
                assert Court(made, rule(day[0]), day[1], other).says(made.number[party]) == change.to
            if (
                change.kind == "purchase"
                and found.period.counted == "all_owners"
                and change.to == Says.BLOCKED
            ):
                bought = [*rows, ("N", party, change.points, change.points)]
                if sum(r[2] for r in bought if r[1] == party) <= FULL:
                    after = Court(holdings(bought), rule(day[0]), day[1], listed | {"N"})
                    assert after.says(after.holdings.number[party]) == Says.BLOCKED
            if change.kind == "sale" and found.period.counted == "all_owners":
                owners = {s.owner for s in found.verdict(made.number[party]).proof}
                most = max((r for r in rows if r[1] == party and r[0] in owners), key=lambda r: r[2])
                kept = most[2] - change.points - 1
                if (
                    kept >= 0
                    and made.m
                    and not any(r[0] == party for r in rows)
                    and all(r[2] == r[3] for r in rows)
                ):
                    sold = [r for r in rows if r != most] + [(*most[:2], kept, kept)]
                    after = Court(holdings(sold), rule(day[0]), day[1], listed)
                    assert after.says(made.number[party]) == Says.NOT_BLOCKED


def test_compiled_and_plain_give_the_same(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    rows: list[Edge] = []
    for owned in range(300):
        for owner in set(rng.integers(0, 300, 3).tolist()) - {owned}:
            low = int(rng.integers(0, 34)) * FULL // 100
            rows.append((chr(65 + owner), chr(65 + owned), low, low + int(rng.integers(0, 2)) * FULL // 10))
    made = holdings(rows)
    seeds, compiler = [made.number["A"], made.number["D"]], Compiler(tmp_path, large=0)
    for by, on in DAYS:
        period = rule(by).on(on)
        plain, quick = Cascade(made, period), Cascade(made, period, compiler)
        assert plain.each(seeds).tolist() == quick.each(seeds).tolist()
        for level in Level:
            assert plain.run(seeds).blocked(level).tolist() == quick.run(seeds).blocked(level).tolist()


def test_a_long_chain_and_a_large_ring_end() -> None:
    n = 3000
    chain = [(f"c{i:05d}", f"c{i + 1:05d}", FULL // 2, FULL // 2) for i in range(n)]
    made = holdings(chain)
    found = Court(made, rule("ofac"), "2020-01-01", {"c00000"})
    assert len(found.parties(Says.BLOCKED)) == n
    ring = Court(
        holdings([*chain, (f"c{n:05d}", "c00000", FULL // 2, FULL // 2)]), rule("ofac"), "2020-01-01", set()
    )
    assert not ring.parties(Says.BLOCKED)
    assert fixed_point(edges("A-B 50, B-A 50"), [], lambda party, held: bool(held)) == set()
