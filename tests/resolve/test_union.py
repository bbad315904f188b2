"""Merging: independent of order, never against a fact or a judgement, and undone without a trace."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from yalu.resolve.pair import RULES, Edge
from yalu.resolve.record import ALWAYS
from yalu.resolve.union import Merged, union

IDS = "abcdefgh"
PAIRS = list(combinations(IDS, 2))
pairs = st.sampled_from(PAIRS)
edges = st.lists(
    st.builds(
        lambda pair, rule, score: Edge(pair[0], pair[1], rule, score, "", ALWAYS),
        pairs,
        st.sampled_from(RULES),
        st.sampled_from([0.75, 0.8, 0.9]),
    ),
    max_size=14,
)
apart = st.sets(pairs, max_size=6)


def key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def merge(found: list[Edge], different: set[tuple[str, str]], facts: set[tuple[str, str]]) -> Merged:
    return union(found, dict.fromkeys(different, "judged"), lambda a, b: "fact" if key(a, b) in facts else "")


@given(edges, apart, apart, st.integers())
def test_the_order_of_proofs_does_not_matter(
    found: list[Edge], different: set[tuple[str, str]], facts: set[tuple[str, str]], seed: int
) -> None:
    shuffled = Random(seed).sample(found, len(found))
    assert merge(found, different, facts) == merge(shuffled, different, facts)


@given(edges, apart, apart)
def test_no_party_holds_what_was_judged_different(
    found: list[Edge], different: set[tuple[str, str]], facts: set[tuple[str, str]]
) -> None:
    merged = merge(found, different, facts)
    assert not [pair for pair in different if pair[1] in merged.party(pair[0])]


@given(edges, apart)
def test_scores_bring_no_conflict_together(found: list[Edge], facts: set[tuple[str, str]]) -> None:
    merged = merge([e._replace(rule="score") for e in found], set(), facts)
    assert not [pair for pair in facts if pair[1] in merged.party(pair[0])]


@given(edges, apart)
def test_without_conflicts_every_edge_is_taken(found: list[Edge], facts: set[tuple[str, str]]) -> None:
    merged = merge(found, set(), set())
    assert len(merged.taken) == len(found)
    assert not merged.left_out
    assert all(edge.b in merged.party(edge.a) for edge in found)


@given(edges, apart, apart, pairs, st.booleans())
def test_taking_a_judgement_back_restores_what_was(
    found: list[Edge],
    different: set[tuple[str, str]],
    facts: set[tuple[str, str]],
    pair: tuple[str, str],
    same: bool,
) -> None:
    before = merge(found, different, facts)
    judged = Edge(pair[0], pair[1], "judged", 1.0, "", ALWAYS)
    merge([*found, judged], different, facts) if same else merge(found, {*different, pair}, facts)
    assert merge(found, different, facts) == before


def test_the_weakest_step_of_a_contradiction_is_left_out() -> None:
    found = [
        Edge("a", "b", "score", 0.8, "", ALWAYS),
        Edge("b", "c", "score", 0.9, "", ALWAYS),
    ]
    merged = merge(found, set(), {("a", "c")})
    assert merged.party("b") == ("b", "c")
    [left] = merged.left_out
    assert (left.edge.a, left.edge.b, left.a, left.b, left.why) == ("a", "b", "a", "c", "fact")


def test_a_number_stands_against_one_list_but_not_for_what_it_would_bring() -> None:
    imo = Edge("a", "b", "imo", 0.99, "", ALWAYS)
    assert merge([imo], set(), {("a", "b")}).party("a") == ("a", "b")
    other = Edge("b", "c", "score", 0.9, "", ALWAYS)
    assert merge([imo, other], set(), {("a", "b"), ("a", "c")}).party("c") == ("c",)


def test_what_is_unsure_only_a_judgement_joins() -> None:
    curated = Edge("a", "b", "curated", 1.0, "", ALWAYS)
    unsure = {("a", "b"): "unsure"}
    assert union([curated], {}, lambda a, b: "", unsure).party("a") == ("a",)
    judged = curated._replace(rule="judged")
    assert union([judged], {}, lambda a, b: "", unsure).party("a") == ("a", "b")
