"""A draft instrument for a state: a clause for what is missing, a question for what is unknown, no more."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.coalition.states.grid import Cell, Grid, Status


@dataclass(frozen=True)
class Clause:
    """A clause that would do what a source calls missing."""

    number: int
    cell: Cell

    @property
    def text(self) -> str:
        """The words to enact, before a drafter adapts them."""
        return self.cell.obligation.clause


@dataclass(frozen=True)
class Question:
    """What to ask of an obligation of which no source says done or missing."""

    number: int
    cell: Cell
    text: str
    law: tuple[Cell, ...] = ()
    """The law for the whole resolution, where one was seen: the place to look first."""


@dataclass(frozen=True)
class Draft:
    """What is missing and what is unknown of a state on a day; what is done is counted and left out."""

    grid: Grid
    clauses: tuple[Clause, ...]
    questions: tuple[Question, ...]

    @property
    def done(self) -> int:
        """How many obligations are left out as done."""
        return self.grid.counts[Status.DONE]


def draft(grid: Grid) -> Draft:
    """Each missing obligation once as a clause, each unknown one once as a question; duties first."""
    missing = _duties_first(grid.having(Status.MISSING))
    unknown = _duties_first(grid.having(Status.UNKNOWN))
    law = [c for c in grid.having(Status.DONE) if c.obligation.kind == "law"]
    kinds = grid.held.duties.table.kinds
    questions = tuple(
        Question(
            number,
            c,
            kinds[c.obligation.kind].question.format(state=grid.name, title=c.obligation.title),
            tuple(x for x in law if x.obligation.resolution == c.obligation.resolution)
            if c.obligation.kind == "act"
            else (),
        )
        for number, c in enumerate(unknown, start=1)
    )
    return Draft(grid, tuple(Clause(n, c) for n, c in enumerate(missing, start=1)), questions)


def _duties_first(cells: list[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda c: c.obligation.force != "duty")
