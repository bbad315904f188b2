"""Coalition: who has listed whom, how long after the first, who could act next, and what states did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from yalu.coalition.authorities import Authority, Force, authorities
from yalu.coalition.coverage import coverage
from yalu.coalition.coverage.report import LISTED, NOT_FOUND, Coverage, Row
from yalu.regimes import load_criteria
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Text
from yalu.workbench.pages.coalition_matrix import Head, MatrixRow, heads, lag_words, matrix_row, powers
from yalu.workbench.pages.common import Cited, named
from yalu.workbench.pages.states import StateRow, Terms, state_rows, states_table, terms

SHOWN = 200
KINDS = {
    "Person": "persons",
    "Company": "companies",
    "Organization": "organizations",
    "Vessel": "ships",
    "Airplane": "aircraft",
}
LISTS_HEAD = (
    Column(key="list", label="List", head=True),
    Column(key="parties", label="Persons, entities", kind="number"),
    Column(key="craft", label="Ships, aircraft", kind="number"),
    Column(key="rests", label="Rests on"),
)


class CoalitionParams(Params):
    """Which parties: by name, kind, who lists them and who does not, lag, day of the first listing."""

    q: Text = ""
    kind: Annotated[str, Field(pattern="^[A-Za-z]{0,40}$")] = ""
    by: Annotated[str, Field(max_length=40)] = ""
    missing: Annotated[str, Field(max_length=40)] = ""
    lag: Annotated[int, Field(ge=0, le=20000)] = 0
    gaps: Annotated[bool, Field()] = False
    before: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    page: Annotated[int, Field(ge=1, le=10**6)] = 1
    most: Annotated[int, Field(ge=1, le=20000)] = SHOWN


class CoalitionPage(Page):
    """The matrix, and the grid of states and obligations."""

    chosen: dict[str, str]
    kinds: dict[str, str] = KINDS
    heads: tuple[Head, ...]
    matrix: tuple[MatrixRow, ...]
    all: int
    fitting: int
    page: int
    pages: int
    terms: Terms
    states: tuple[StateRow, ...]


def coalition(ask: Ask, params: CoalitionParams) -> CoalitionPage:
    """The page."""
    found = ask.kept("coverage", lambda: coverage(ask.view, ask.plan))
    rows = ask.kept("coverage rows", lambda: found.rows)
    acting = ask.kept("authorities", lambda: authorities(ask.view, load_criteria()))
    fitting = [r for r in rows if _fits(found, r, params)]
    pages = max(1, -(-len(fitting) // params.most))
    page = min(params.page, pages)
    here = fitting[(page - 1) * params.most : page * params.most]
    acts = powers(acting)
    cited = Cited(ask.view)
    states = ask.kept("state rows", lambda: state_rows(ask))
    return CoalitionPage(
        title="Who has listed whom, and who can act next",
        lead="Each cell gives the date and the days after the first listing by anyone. “Not on list” and"
        " “no list held” are different things.",
        chosen={
            "q": params.q,
            "kind": params.kind,
            "by": params.by,
            "missing": params.missing,
            "lag": str(params.lag or ""),
            "gaps": "true" if params.gaps else "",
            "before": params.before,
        },
        heads=heads(found),
        matrix=tuple(matrix_row(found, r, acts) for r in here),
        all=len(rows),
        fitting=len(fitting),
        page=page,
        pages=pages,
        terms=terms(),
        states=states,
        sections=(
            Section(id="by-list", title="What each list rests on", table=_lists(found)),
            Section(id="by-party", title="Parties", table=_parties(found, here)),
            Section(id="powers-part", title="Under what each can list", table=_powers(acting, cited)),
            Section(id="states-part", title="What states did", table=states_table(states)),
        ),
        sources=cited.lines,
    )


def _fits(found: Coverage, one: Row, params: CoalitionParams) -> bool:
    cells = one.cells
    if params.kind and one.kind != params.kind:
        return False
    if params.by and (params.by not in cells or cells[params.by].state != LISTED):
        return False
    if params.missing and (params.missing not in cells or cells[params.missing].state != NOT_FOUND):
        return False
    if params.gaps and not any(c.state == NOT_FOUND for c in cells.values()):
        return False
    if params.lag and not any(c.lag and c.lag[1] >= params.lag for c in cells.values()):
        return False
    days = [c.since for c in cells.values() if c.state == LISTED and c.since]
    if params.before and not any(day < params.before for day in days):
        return False
    text = f"{one.name} {' '.join(one.ids)}".casefold()
    return all(word in text for word in params.q.casefold().split())


def _lists(found: Coverage) -> Table:
    return Table(
        id="lists",
        columns=LISTS_HEAD,
        rows=tuple(row(c, *found.counts(c), found.standing[c].text()) for c in found.columns),
        empty="No listing was known on this day. Ask a later day, or load lists.",
        sortable=False,
        stack=True,
    )


def _parties(found: Coverage, rows: Sequence[Row]) -> Table:
    return Table(
        id="parties",
        columns=(
            Column(key="party", label="Party", head=True),
            *(Column(key=c, label=c, kind="day") for c in found.columns),
        ),
        rows=tuple(
            row(named(r.ids[0], r.name, r.kind), *(_cell(found, r, c) for c in found.columns)) for r in rows
        ),
        empty="No party was listed on this day.",
    )


def _cell(found: Coverage, one: Row, column: str) -> Cell:
    cell = one.cells[column]
    if cell.state == LISTED:
        return Cell(text=cell.since or "listed, no day", sort=cell.since, note=lag_words(cell))
    if cell.state == NOT_FOUND:
        return Cell(text="not on list", badge="off")
    held = found.standing[column].text() != "no list held"
    return Cell(text="unknown" if held else "no list held", badge="unknown")


def _powers(acting: Sequence[Authority], cited: Cited) -> Table:
    rows = [
        row(
            one.by,
            Cell(
                text=", ".join(p for p in (one.instrument, one.provision) if p), cites=cited.works(one.cites)
            ),
            one.force.value,
            one.since,
            one.until,
            one.covers or "; ".join(c.text for c in one.criteria),
            "the whole row" if not one.verified else ", ".join(one.doubts),
        )
        for one in acting
        if one.force in (Force.MAY, Force.MUST)
    ]
    return Table(
        id="powers",
        columns=(
            Column(key="by", label="Authority", head=True),
            Column(key="where", label="Instrument"),
            Column(key="force", label="Force"),
            Column(key="since", label="Since", kind="day"),
            Column(key="until", label="Until", kind="day"),
            Column(key="covers", label="On whom"),
            Column(key="doubts", label="Not read"),
        ),
        rows=tuple(rows),
        empty="No power to list is held that was in force on this day.",
        stack=True,
    )


ROUTES = (
    PageRoute(
        "/coalition",
        coalition,
        CoalitionParams,
        "coalition.html.j2",
        nav="Coalition",
        order=30,
        key="c",
        styles=("matrix", "coalition"),
    ),
)
