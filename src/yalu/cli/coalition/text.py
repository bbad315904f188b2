"""Grids as a terminal shows them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from yalu.coalition.duties import RESPONSES
from yalu.coalition.states.as_json import statements, studies
from yalu.coalition.states.cited import ids, works
from yalu.coalition.states.fork import Fork, fork, suggestions
from yalu.coalition.states.grid import Cell, Evidence, Grid, Status
from yalu.coalition.states.held import Held
from yalu.model.figures import counted


def print_one(grid: Grid) -> None:
    """A state: what is missing, with the fork; what is done; what bears on the rest; what is unknown."""
    out = _console()
    when = grid.view.when
    n = grid.counts
    duties = sum(c.obligation.force == "duty" for c in grid.cells)
    out.print(f"{grid.name}  {grid.state}", style="bold")
    out.print(f"as known on {when.as_of}, {when.mode}; snapshot {grid.view.evidence.snapshot.id}")
    out.print(
        f"{counted(len(grid.cells), 'obligation')} in force: {counted(duties, 'duty', 'duties')},"
        f" {counted(len(grid.cells) - duties, 'call')}; done {n[Status.DONE]}, missing {n[Status.MISSING]},"
        f" unknown {n[Status.UNKNOWN]}\n"
    )
    for cell in grid.having(Status.MISSING):
        _print_missing(out, fork(grid, cell))
    if not n[Status.MISSING]:
        out.print(
            "Missing: no source that is held calls anything missing; that is no proof that all is done\n"
        )
    _print_cells(out, "Done", grid.having(Status.DONE))
    unknown = grid.having(Status.UNKNOWN)
    _print_cells(out, "Unknown, though a source bears on it", [c for c in unknown if c.evidence])
    _print_silent(out, [c for c in unknown if not c.evidence])
    for item in studies(grid):
        out.print(
            f"Named in alleged cases of {item.text('period')} ({', '.join(ids(item.statements))}):"
            " being named is no finding of breach"
        )
    _print_works(out, grid)


def print_every(held: Held, grids: Sequence[Grid]) -> None:
    """A line for each state of which a source speaks."""
    out = _console()
    when = held.view.when
    out.print(f"as known on {when.as_of}, {when.mode}; snapshot {held.view.evidence.snapshot.id}")
    if grids:
        out.print(
            f"{counted(len(grids[0].cells), 'obligation')} in force; a state not here is unknown in all\n"
        )
    table = _table("state", "", "done", "missing", "unknown", "bears", "missing, as a source says")
    for g in grids:
        n = g.counts
        bears = sum(bool(c.evidence) for c in g.having(Status.UNKNOWN))
        missing = "; ".join(c.where for c in g.having(Status.MISSING))
        figures = (n[Status.DONE], n[Status.MISSING], n[Status.UNKNOWN], bears)
        table.add_row(g.state, g.name, *(str(f) for f in figures), missing)
    out.print(table)
    out.print("\nbears: unknown, though a source bears on it. One state in full: yalu coalition state CODE")


def _print_missing(out: Console, one: Fork) -> None:
    cell = one.cell
    out.print(f"Missing  {cell.where} ({cell.obligation.force}): {cell.obligation.title}", style="bold")
    for e in cell.decisive:
        out.print(f"  says so: {_said(e)}")
    for e in one.bearing:
        if e not in cell.decisive:
            out.print(f"  bears on it: {_said(e)}")
    if one.rule:
        cited = ", ".join(ids(one.rule.statements)) or "the memo's own words"
        out.print(f"  rule of the memo: {one.rule.text('from_memo')} ({cited})")
    offers = "; ".join(f"{p.text('provider')} ({', '.join(ids(p.statements))})" for p in one.providers)
    out.print(
        f"  help, where the state is willing: {one.help}" + (f"; offered by {offers}" if offers else "")
    )
    powers = "; ".join(
        f"{m.text('instrument')} {m.text('provision')} ({', '.join(ids(m.statements))})" for m in one.measures
    )
    none = "no power of the day is held"
    out.print(f"  measures, where help is refused and it goes on: {powers or none}")
    for line in one.decides:
        out.print(f"  would decide: {line}")
    for e in suggestions(one):
        response = RESPONSES.get(e.item.text("memo_response"), "")
        out.print(f"  suggested by the compiler for {e.item.id}: {response}; no finding about the state")
    out.print()


def _print_cells(out: Console, title: str, cells: list[Cell]) -> None:
    if not cells:
        return
    table = _table(title, "force", "to", "what the source says")
    for c in cells:
        said = "\n".join(_said(e) for e in (c.decisive or c.evidence))
        said += "\nsources of one day disagree" if c.disagree else ""
        table.add_row(c.where, c.obligation.force, c.obligation.title, said)
    out.print(table, "")


def _print_silent(out: Console, cells: list[Cell]) -> None:
    if not cells:
        return
    table = _table("Unknown: no source speaks of it", "force", "to", "due", "not read", "source")
    for c in cells:
        due = c.due.text("deadline") if c.due else ""
        doubts = ", ".join(c.doubts)
        table.add_row(
            c.where, c.obligation.force, c.obligation.title, due, doubts, ", ".join(ids(c.citation))
        )
    out.print(table, "")


def _said(e: Evidence) -> str:
    marks = ["unverified, decides nothing"] if not e.item.verified else []
    marks += [f"as a member of the {e.through}"] if e.through else []
    marks += [e.record.reading.rstrip(".")] if e.record.reading else []
    return f"{e.day}: {e.words} ({'; '.join([', '.join(ids(e.statements)), *marks])})"


def _print_works(out: Console, grid: Grid) -> None:
    out.print("Sources cited", style="bold")
    for name, work in works(grid.view, statements(grid)).items():
        parts = (work.get(k) for k in ("publisher", "title", "date", "url"))
        out.print(f"  {name}: " + ", ".join(p for p in parts if p), soft_wrap=True)


def _console() -> Console:
    return Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 160)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    return table
