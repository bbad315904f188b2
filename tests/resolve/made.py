"""Small evidence of several lists, and its resolution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.screening.made import snapshot, statement
from yalu.evidence.view import Evidence
from yalu.ledger.judgement import Judgement, judge
from yalu.model.statement import Statement
from yalu.resolve.grouping import Grouped
from yalu.resolve.make import make
from yalu.resolve.resolution import Resolution
from yalu.screening import store
from yalu.screening.index import Index


def record(id_: str, kind: str, *names: str, source: str = "", **facts: Any) -> list[Statement]:
    """A record of a list, by default of the one that its id begins with; a fact may be several."""
    known = facts.pop("known", "2020-01-01")
    clocks = {"known_lo": known, "known_hi": known, "source": source or f"list_{id_.partition('-')[0]}"}
    rows = [statement(id_, kind, "alias" if n else "name", name, **clocks) for n, name in enumerate(names)]
    rows.append(statement(id_, kind, "Sanction", "US", **clocks))
    for prop, values in facts.items():
        for value in [values] if isinstance(values, str) else values:
            rows.append(statement(id_, kind, prop, value, **clocks))
    return rows


def resolution(folder: Path, *records: list[Statement], before: Resolution | None = None) -> Resolution:
    """The resolution of some records."""
    made = snapshot(folder, [s for rows in records for s in rows])
    return make(Evidence(made), Index(*store.make(made), made.id), None, before)


def grouped(folder: Path, *records: list[Statement], judged: list[Judgement] | None = None) -> Grouped:
    """The parties of some records."""
    return Grouped(resolution(folder, *records), judged or [])


def said(a: str, b: str, verdict: str, at: str = "2026-01-01T00:00:00.000000+00:00") -> Judgement:
    """A judgement by Ann."""
    return judge(a, b, verdict, "Ann", at, "looked at both")


def parties(one: Grouped, as_of: str = "2026-01-01") -> set[frozenset[str]]:
    """The parties of several records."""
    return {frozenset(ids) for ids in one.groups(as_of)}
