"""Coalition: which authority listed which party, when, and how long after the first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.coalition.coverage import coverage
from yalu.coalition.coverage.report import LISTED, NOT_FOUND
from yalu.coalition.coverage.report import Cell as Found
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named

SHOWN = 200


class CoalitionParams(Params):
    """How many parties are shown."""

    most: Annotated[int, Field(ge=1, le=20000)] = SHOWN


def coalition(ask: Ask, params: CoalitionParams) -> Page:
    """The page."""
    found = ask.kept("coverage", lambda: coverage(ask.view, ask.plan))
    rows = ask.kept("coverage rows", lambda: found.rows)
    lists = Table(
        id="lists",
        columns=(
            Column(key="list", label="List", head=True),
            Column(key="parties", label="Persons, entities", kind="number"),
            Column(key="craft", label="Ships, aircraft", kind="number"),
            Column(key="rests", label="Rests on"),
        ),
        rows=tuple(row(c, *found.counts(c), found.standing[c].text()) for c in found.columns),
        empty="No listing was known on this day. Ask a later day, or load lists.",
        sortable=False,
        stack=True,
    )
    parties = Table(
        id="parties",
        columns=(
            Column(key="party", label="Party", head=True),
            *(Column(key=c, label=c, kind="day") for c in found.columns),
        ),
        rows=tuple(
            row(named(r.ids[0], r.name, r.kind), *(_cell(r.cells[c]) for c in found.columns))
            for r in rows[: params.most]
        ),
        empty="No party was listed on this day.",
    )
    shown = f"{min(len(rows), params.most):,} of {len(rows):,}"
    return Page(
        title="Who has listed whom",
        lead="Each cell gives the date and the days after the first listing by anyone.",
        sections=(
            Section(id="by-list", title="Lists", table=lists),
            Section(id="by-party", title="Parties", note=shown, table=parties),
        ),
    )


def _cell(cell: Found) -> Cell:
    if cell.state == LISTED:
        lag = f"+{cell.lag[1]:,} d" if cell.lag and cell.lag[1] else ""
        return Cell(text=cell.since or "listed, no day", sort=cell.since, note=lag)
    if cell.state == NOT_FOUND:
        return Cell(text="not on list", badge="off")
    return Cell(text="unknown", badge="unknown")


ROUTES = (
    PageRoute(
        "/coalition", coalition, CoalitionParams, "coalition.html.j2", nav="Coalition", order=30, key="c"
    ),
)
