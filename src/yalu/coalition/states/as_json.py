"""A grid as JSON: every cell with its status, its paragraph and what rests on what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.coalition.states.cited import ids, works
from yalu.coalition.states.fork import fork, suggestions
from yalu.coalition.states.grid import Cell, Evidence, Grid, Status
from yalu.coalition.states.held import Held
from yalu.evidence.view import items
from yalu.model.statement import Statement


def asked(held: Held) -> dict[str, Any]:
    """The head of every answer."""
    when = held.view.when
    return {
        "version": 1,
        "as_of": when.as_of,
        "on": when.on,
        "mode": str(when.mode),
        "snapshot": held.view.evidence.snapshot.id,
    }


def one_state(grid: Grid) -> dict[str, Any]:
    """The whole grid of a state, with the fork for what is missing and every work that is cited."""
    cells = [_cell(c) for c in grid.cells]
    forks = [_fork(grid, c) for c in grid.having(Status.MISSING)]
    return {
        **asked(grid.held),
        "state": grid.state,
        "name": grid.name,
        "counts": {str(s): grid.counts[s] for s in Status},
        "obligations": cells,
        "forks": forks,
        "named_in": [
            {"row": i.id, "period": i.text("period"), "sources": ids(i.statements)} for i in studies(grid)
        ],
        "sources": works(grid.view, statements(grid)),
    }


def every_state(held: Held, grids: Sequence[Grid]) -> dict[str, Any]:
    """Counts and cells by state; of a state that is not here every obligation is unknown."""
    first = grids[0].cells if grids else ()
    return {
        **asked(held),
        "obligations": [_asked_of_all(c) for c in first],
        "states": [
            {
                "state": g.state,
                "name": g.name,
                "counts": {str(s): g.counts[s] for s in Status},
                "cells": {c.obligation.id: str(c.status) for c in g.cells if c.status is not Status.UNKNOWN},
                "bears": [c.obligation.id for c in g.cells if c.status is Status.UNKNOWN and c.evidence],
            }
            for g in grids
        ],
        "others": "unknown: no source that is held speaks of them",
    }


def statements(grid: Grid) -> list[Statement]:
    """Every statement that the grid shows."""
    found = [s for c in grid.cells for s in c.citation]
    found += [s for c in grid.cells for e in c.evidence for s in e.statements]
    for c in grid.having(Status.MISSING):
        one = fork(grid, c)
        rows = [*one.providers, *one.measures, *([one.rule] if one.rule else [])]
        found += [s for i in rows for s in i.statements]
    return found + [s for i in studies(grid) for s in i.statements]


def studies(grid: Grid) -> list[Any]:
    """Studies that name the state in alleged cases; being named is no finding."""
    return [
        i
        for i in items(grid.view, "StatesNamed")
        if i.verified and i.one("period") and any(s.value == grid.state for s in i.statements)
    ]


def _asked_of_all(c: Cell) -> dict[str, Any]:
    o = c.obligation
    return {
        "id": o.id,
        "force": o.force,
        "kind": o.kind,
        "resolution": o.resolution,
        "paragraph": o.para,
        "to": o.title,
        "authority": c.authority.id,
        "in_force_since": c.authority.text("start"),
        "sources": ids(c.citation),
        "not_read": c.doubts,
        **({"due": c.due.text("deadline")} if c.due and c.due.one("deadline") else {}),
    }


def _cell(c: Cell) -> dict[str, Any]:
    return {
        **_asked_of_all(c),
        "status": str(c.status),
        **({"sources_disagree": True} if c.disagree else {}),
        "evidence": [_evidence(e) for e in c.evidence],
    }


def _evidence(e: Evidence) -> dict[str, Any]:
    return {
        "row": e.item.id,
        "says": e.says,
        "day": e.day,
        "words": e.words,
        "sources": ids(e.statements),
        "unverified": not e.item.verified,
        **({"reading": e.record.reading} if e.record.reading else {}),
        **({"as_member_of": e.through} if e.through else {}),
    }


def _fork(grid: Grid, cell: Cell) -> dict[str, Any]:
    one = fork(grid, cell)
    return {
        "obligation": cell.obligation.id,
        "rule": one.rule.text("from_memo") if one.rule else "",
        "technical_assistance": {
            "when": "no law or no report, and the state is willing",
            "with": one.help,
            "offered_by": [
                {"provider": p.text("provider"), "with": p.text("type"), "sources": ids(p.statements)}
                for p in one.providers
            ],
        },
        "measures_where_refused": [
            {"authority": m.id, "instrument": m.text("instrument"), "provision": m.text("provision")}
            | {"effect": m.text("effect"), "sources": ids(m.statements)}
            for m in one.measures
        ],
        "would_decide": one.decides,
        "bearing": [_evidence(e) for e in one.bearing],
        "suggested_by_compiler": {e.item.id: e.item.text("memo_response") for e in suggestions(one)},
        "finding": None,
    }
