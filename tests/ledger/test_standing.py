"""Contradictions among judgements are found, each with a chain that shows it, and nothing is merged."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from yalu.ledger.judgement import Judgement, Verdict, judge, revoke
from yalu.ledger.standing import conflicts, standing

RECORDS = "abcdefg"


def said(a: str, b: str, verdict: str, second: int = 0) -> Judgement:
    return judge(a, b, verdict, "Ann", f"2026-05-01T10:00:{second:02}.000000Z", "x")


def test_a_is_b_and_b_is_c_and_a_is_not_c() -> None:
    same, other, apart = said("a", "b", "same"), said("b", "c", "same"), said("c", "a", "different")
    [found] = conflicts([same, apart, other])
    assert found.path == ("a", "b", "c")
    assert found.same == (same, other)
    assert "a = b = c, and yet a ≠ c" in str(found)
    assert not conflicts([same, other])
    assert not conflicts([same, apart])
    assert not conflicts([same, said("b", "c", "unsure"), apart])


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    pairs = draw(
        st.lists(st.tuples(st.sampled_from(RECORDS), st.sampled_from(RECORDS)).filter(lambda p: p[0] < p[1]))
    )
    return [said(a, b, draw(st.sampled_from(list(Verdict)))) for a, b in dict.fromkeys(pairs)]


@given(judgements())
def test_a_conflict_is_found_where_one_group_holds_both_records(found: list[Judgement]) -> None:
    group = {r: {r} for r in RECORDS}
    for one in found:
        if one.verdict == Verdict.SAME:
            both = group[one.a] | group[one.b]
            for record in both:
                group[record] = both
    apart = {one for one in found if one.verdict == Verdict.DIFFERENT}
    told = conflicts(found)
    assert {c.different for c in told} == {one for one in apart if one.b in group[one.a]}
    for conflict in told:
        assert conflict.path[0] == conflict.different.a and conflict.path[-1] == conflict.different.b
        assert all(one.verdict == Verdict.SAME for one in conflict.same)
        assert len(set(conflict.path)) == len(conflict.path)


@given(st.lists(st.tuples(st.sampled_from(["ab", "bc"]), st.sampled_from(list(Verdict)), st.integers(0, 5))))
def test_of_those_not_undone_the_latest_stands(rows: list[tuple[str, Verdict, int]]) -> None:
    made = [said(*pair, verdict, second) for pair, verdict, second in rows]
    undos = [revoke(one.id, "Ann", "2026-05-01T11:00:00.000000Z", "x") for one in made[::2]]
    gone = {u.undoes for u in undos}
    latest: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for one in made:
        if one.id not in gone:
            latest[one.pair].append(one)
    wanted = {pair: max(found, key=lambda j: j.at).at for pair, found in latest.items()}
    assert {pair: one.at for pair, one in standing([*made, *undos]).items()} == wanted
