"""States and what the resolutions ask of them: done, missing or unknown, with the evidence; a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from yalu.coalition.states.draft import draft as made_draft
from yalu.coalition.states.fork import fork
from yalu.coalition.states.grid import Cell as Obliged
from yalu.coalition.states.grid import Evidence, Grid, Status, grid, states_with_evidence
from yalu.coalition.states.held import Held, held
from yalu.coalition.states.naming import state_code
from yalu.regimes import load_duties
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model, row
from yalu.workbench.pages.common import Cited

NO_FINDING = "“Missing” stands only where a source says so; silence is unknown. It finds no breach."


class Terms(Model):
    """The words of the grid."""

    note: str = NO_FINDING


class StateCell(Model):
    """The obligations of one resolution: how many are done, missing and unknown, the missing ones named."""

    resolution: str
    done: int
    missing: int
    unknown: int
    bears: int
    href: str


class StateRow(Model):
    """One state of which a source speaks."""

    code: str
    name: str
    cells: tuple[StateCell, ...]


def terms() -> Terms:
    """What stands beside the grid."""
    return Terms()


def rows_held(ask: Ask) -> Held:
    """The rows on obligations as the day shows them."""
    return ask.kept("duties", lambda: held(ask.view, load_duties()))


def state_rows(ask: Ask) -> tuple[StateRow, ...]:
    """A row for each state of which any source speaks, a cell for each resolution."""
    known = rows_held(ask)
    return tuple(_state_row(grid(known, code)) for code in states_with_evidence(known))


def _state_row(one: Grid) -> StateRow:
    by: dict[str, list[Obliged]] = defaultdict(list)
    for cell in one.cells:
        by[str(cell.obligation.resolution)].append(cell)
    return StateRow(
        code=one.state,
        name=one.name,
        cells=tuple(
            StateCell(
                resolution=resolution,
                done=_count(cells, Status.DONE),
                missing=_count(cells, Status.MISSING),
                unknown=_count(cells, Status.UNKNOWN),
                bears=sum(bool(c.evidence) for c in cells if c.status is Status.UNKNOWN),
                href=f"/coalition/state/{one.state}#r{resolution}",
            )
            for resolution, cells in by.items()
        ),
    )


def _count(cells: Sequence[Obliged], status: Status) -> int:
    return sum(c.status is status for c in cells)


def states_table(rows: Sequence[StateRow]) -> Table:
    """The grid as a table of text."""
    resolutions = [c.resolution for c in rows[0].cells] if rows else []
    return Table(
        id="states",
        columns=(
            Column(key="state", label="State", head=True),
            *(Column(key=r, label=r) for r in resolutions),
        ),
        rows=tuple(
            row(Cell(text=one.name, href=f"/coalition/state/{one.code}"), *(_words(c) for c in one.cells))
            for one in rows
        ),
        empty="Nothing of any state was public on this day. Ask a later day.",
    )


def _words(cell: StateCell) -> str:
    parts = [f"{cell.done} done"] if cell.done else []
    parts += [f"{cell.missing} missing"] if cell.missing else []
    return ", ".join(parts) or "unknown"


class StateParams(Params):
    """The state by its code or name."""

    code: Annotated[str, Field(min_length=1, max_length=60)]


class StatePage(Page):
    """One state: counts, and whether a draft would hold anything."""

    code: str
    counts: dict[str, int]
    clauses: int
    questions: int
    note: str = NO_FINDING


def state(ask: Ask, params: StateParams) -> StatePage:
    """The page of a state. Raises UsageError for a name that is no state's."""
    one = grid(rows_held(ask), state_code(params.code))
    cited = Cited(ask.view)
    by: dict[str, list[Obliged]] = defaultdict(list)
    for cell in one.cells:
        by[str(cell.obligation.resolution)].append(cell)
    drafted = made_draft(one)
    missing = one.having(Status.MISSING)
    forks = tuple(_fork(one, c, cited) for c in missing)
    return StatePage(
        title=f"{one.name}: what the resolutions ask",
        kicker=(Cell(text="Coalition", href="/coalition"), Cell(text=f"/ {one.state}")),
        lead=f"Of {len(one.cells)} obligations in force, sources call {one.counts[Status.DONE]} done and"
        f" {one.counts[Status.MISSING]} missing; the rest are unknown.",
        notices=(Notice(text=NO_FINDING),),
        code=one.state,
        counts={status.value: one.counts[status] for status in Status},
        clauses=len(drafted.clauses),
        questions=len(drafted.questions),
        sections=(
            *(
                (Section(id="ways", title="Missing: help, or measures", table=_forks(forks)),)
                if forks
                else ()
            ),
            *(
                Section(id=f"r{name}", title=f"Resolution {name}", table=_obligations(name, cells, cited))
                for name, cells in by.items()
            ),
        ),
        sources=cited.lines,
    )


def _obligations(name: str, cells: Sequence[Obliged], cited: Cited) -> Table:
    rows = tuple(
        row(
            Cell(text=c.where.partition(" ")[2], cites=cited.of(*c.citation)),
            c.obligation.title,
            c.obligation.force,
            _status(c),
            _said(c, cited),
            c.due.text("deadline") if c.due else "",
        )
        for c in cells
    )
    columns = (
        Column(key="where", label="Paragraph", head=True),
        Column(key="what", label="To"),
        Column(key="force", label="Force"),
        Column(key="status", label="Status"),
        Column(key="said", label="What the source says"),
        Column(key="due", label="Due", kind="day"),
    )
    return Table(id=f"obligations-of-{name}", columns=columns, rows=rows, stack=True)


def _status(cell: Obliged) -> Cell:
    match cell.status:
        case Status.DONE:
            return Cell(text="✓ done", sort="1")
        case Status.MISSING:
            return Cell(text="✕ missing, as a source says", sort="0")
        case _:
            said = "unknown: sources of one day disagree" if cell.disagree else "unknown"
            return Cell(text=said, badge="unknown", sort="2")


def _said(cell: Obliged, cited: Cited) -> Cell:
    found = cell.decisive or cell.evidence
    if not found:
        return Cell(text="no source speaks of it")
    first = found[0].statements[0]
    text = "; ".join(_words_of(e) for e in found)
    numbers = tuple(dict.fromkeys(n for e in found for n in cited.of(*e.statements)))
    return Cell(text=text, href=addresses.evidence(first.id), cites=numbers)


def _words_of(e: Evidence) -> str:
    marks = "" if e.item.verified else " (unverified, decides nothing)"
    through = f" (as a member of the {e.through})" if e.through else ""
    return f"{e.day}: {e.words}{through}{marks}"


def _fork(one: Grid, cell: Obliged, cited: Cited) -> tuple[Cell, ...]:
    both = fork(one, cell)
    measures = "; ".join(f"{m.text('instrument')} {m.text('provision')}" for m in both.measures)
    numbers = tuple(dict.fromkeys(n for m in both.measures for n in cited.of(*m.statements[:1])))
    return row(
        cell.where,
        cell.obligation.title,
        both.help,
        Cell(text=measures or "no power of the day is held", cites=numbers),
        " ".join(both.decides),
    )


def _forks(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (
        Column(key="where", label="Paragraph", head=True),
        Column(key="what", label="To"),
        Column(key="help", label="Help, where the state is willing"),
        Column(key="measures", label="Measures, where help is refused"),
        Column(key="decides", label="What would decide"),
    )
    return Table(id="forks", columns=columns, rows=rows, stack=True, sortable=False)


def draft(request: ActionRequest[StateParams]) -> Done:
    """Queue the writing of a draft instrument. Raises UsageError."""
    ask = request.ask
    params = {
        "state": state_code(request.form.code),
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    return Done(f"/jobs/{ask.jobs.submit('draft', params, who=request.who).id}")


ROUTES = (
    PageRoute("/coalition/state/{code}", state, StateParams, "state.html.j2", styles=("coalition",)),
    Action("/coalition/draft", draft, StateParams),
)
