"""What must hold of the fold for any copies."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.evidence.copies import row
from yalu.evidence.fold import CopyContent, fold
from yalu.model.clock import Mode
from yalu.model.dates import Interval
from yalu.model.statement import Statement

DAYS = st.dates().map(lambda d: d.isoformat()) | st.integers(2010, 2026).map(lambda y: f"{y}-06-15")
PARTIES = ("p-1", "p-2", "p-3")
ROWS = st.builds(
    row, st.sampled_from(PARTIES), st.sampled_from(("Sanction", "name", "alias")), st.sampled_from("UVW")
)


@st.composite
def contents(draw: st.DrawFn) -> CopyContent:
    first, second = sorted((draw(DAYS), draw(DAYS)))
    date = Interval(first, second if draw(st.booleans()) else first)
    parts = {"main": draw(st.lists(ROWS, max_size=6))}
    if draw(st.booleans()):
        parts["alt"] = draw(st.lists(ROWS, max_size=4))
    quarantined = frozenset(draw(st.sets(st.sampled_from(PARTIES), max_size=1)))
    return CopyContent(date, {p: f"{p}{date}{len(rows)}" for p, rows in parts.items()}, parts, quarantined)


COPIES = st.lists(contents(), min_size=1, max_size=6)


def in_order(copies: list[CopyContent]) -> list[CopyContent]:
    return sorted(copies, key=lambda c: (c.date.hi, c.date.lo, str(c.documents), str(c.sightings)))


@given(COPIES, st.randoms())
def test_any_order_of_loading_gives_the_same_history(copies: list[CopyContent], rng: random.Random) -> None:
    shuffled = list(copies)
    rng.shuffle(shuffled)
    assert fold("s", in_order(copies)) == fold("s", in_order(shuffled))


@given(COPIES, DAYS)
def test_what_is_shown_at_a_day_does_not_depend_on_later_copies(copies: list[CopyContent], day: str) -> None:
    # A copy that may be from before the day and may be from after it can end what an earlier one showed.
    assume(not any(c.date.lo <= day < c.date.hi for c in copies))
    ordered = in_order(copies)
    public = [c for c in ordered if c.date.hi <= day]
    assert shown(fold("s", ordered), day) == shown(fold("s", public), day)


@given(COPIES, DAYS)
def test_likely_shows_all_that_strict_shows(copies: list[CopyContent], day: str) -> None:
    statements = fold("s", in_order(copies))
    strict = {s.id for s in statements if s.shows(day)}
    likely = {s.id for s in statements if s.shows(day, mode=Mode.LIKELY)}
    assert strict <= likely


@given(COPIES)
def test_intervals_run_forward_and_ids_are_unique(copies: list[CopyContent]) -> None:
    statements = fold("s", in_order(copies))
    assert len({s.id for s in statements}) == len(statements)
    for s in statements:
        for lo, hi in ((s.known_lo, s.known_hi), (s.to_lo, s.to_hi), (s.seen_first, s.seen_last)):
            assert lo <= hi or not hi


@given(COPIES)
def test_a_second_copy_of_the_same_day_and_content_adds_no_spell(copies: list[CopyContent]) -> None:
    ordered = in_order(copies)
    doubled = [c for pair in ((c, replace(c)) for c in ordered) for c in pair]
    assert keys(fold("s", doubled)) == keys(fold("s", ordered))


def keys(statements: list[Statement]) -> list[tuple[str, ...]]:
    return [(s.party, s.prop, s.value, s.known_hi, s.to_lo, s.to_hi) for s in statements]


def shown(statements: list[Statement], day: str) -> set[tuple[str, str, str]]:
    return {(s.party, s.prop, s.value) for s in statements if s.shows(day)}
