"""Each missing obligation once as a clause, each unknown one once as a question, no done one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coalition.states.conftest import GridOf
from tests.coalition.states.made import Told, grid_of
from tests.sections import TODAY
from yalu.coalition.states.draft import Draft, draft
from yalu.coalition.states.grid import Grid, Status
from yalu.coalition.states.held import Held
from yalu.publish.instrument.blocks import blocks, summary

THREE = [("NA", "2018-01-01", 1, 1), ("TZ", TODAY, 2, 0), ("CN", TODAY, 1, 8)]
"""States with different gaps: how much is missing, and how much done."""

TOLD = st.tuples(
    st.sampled_from(["done", "missing", "bears"]),
    st.sampled_from(["2018-01-01", "2019-01-01"]),
    st.booleans(),
)


def holds(grid: Grid, made: Draft) -> None:
    """What every draft keeps to, read from the blocks that are printed."""
    clauses = [c.cell.obligation.id for c in made.clauses]
    questions = [q.cell.obligation.id for q in made.questions]
    assert Counter(clauses) == Counter(c.obligation.id for c in grid.having(Status.MISSING))
    assert Counter(questions) == Counter(c.obligation.id for c in grid.having(Status.UNKNOWN))
    printed = list(blocks(made))
    assert Counter(b.text for b in printed if b.kind == "clause") == Counter(
        c.obligation.clause for c in grid.having(Status.MISSING)
    )
    asked = [b.text for b in printed if b.kind == "question"]
    assert len(asked) == len(grid.having(Status.UNKNOWN))
    titles = Counter(c.obligation.title for c in grid.having(Status.UNKNOWN))
    for title, times in titles.items():
        assert sum(f"to {title}" in a or f"{grid.name} {title}" in a for a in asked) >= times
    text = "\n".join(b.text for b in printed)
    for cell in grid.having(Status.DONE):
        assert cell.obligation.clause not in text
        assert cell.obligation.title not in titles or titles[cell.obligation.title]
        if cell.obligation.title not in titles:
            assert cell.obligation.title not in text


@pytest.mark.parametrize(("state", "day", "missing", "done"), THREE)
def test_drafts_for_three_states_with_different_gaps(
    of: GridOf, state: str, day: str, missing: int, done: int
) -> None:
    grid = of(state, day)
    made = draft(grid)
    assert (len(made.clauses), made.done) == (missing, done)
    assert len(made.questions) == len(grid.cells) - missing - done
    holds(grid, made)


@settings(max_examples=40)
@given(st.lists(st.lists(TOLD, max_size=3), max_size=30))
def test_the_same_for_any_grid(held_on: Callable[..., Held], told: list[list[Told]]) -> None:
    grid = grid_of(held_on("2018-01-01"), told)
    holds(grid, draft(grid))


def test_each_clause_names_its_paragraph_and_its_source(of: GridOf) -> None:
    printed = list(blocks(draft(of("TZ", TODAY))))
    for place, block in enumerate(printed):
        if block.kind == "clause":
            note = printed[place + 1]
            assert note.text.startswith("Carries out UNSCR 2397 para 8") and "http" in note.text
            assert printed[place + 2].text.startswith("Missing by M_")


def test_duties_stand_before_calls(of: GridOf) -> None:
    forces = [q.cell.obligation.force for q in draft(of("IS", TODAY)).questions]
    assert forces == sorted(forces, reverse=True) and set(forces) == {"duty", "call"}


def test_where_nothing_is_missing_the_questions_are_the_answer(of: GridOf) -> None:
    made = draft(of("NZ", TODAY))
    assert summary(made).startswith("Nothing missing is known; 83 questions; 11 obligations")
    assert "clause" not in {b.kind for b in blocks(made)}
    hints = [b.text for b in blocks(made) if b.text.startswith("A law for the whole resolution was seen")]
    assert hints and all("LI 20" in h for h in hints)
