"""Small evidence made for a test: statements in a snapshot, without any source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.model.statement import COLUMNS, Statement, canonical
from yalu.screening import Query, Screener, store
from yalu.screening.day import Day
from yalu.screening.hit import Hit
from yalu.screening.index import Index

DAY = "2026-01-01"


def statement(party: str, kind: str, prop: str, value: str, **more: Any) -> Statement:
    """A statement known since 2020, from the list ``list_a`` unless told otherwise."""
    detail = canonical(more.pop("detail", {}))
    base = dict.fromkeys(COLUMNS, "") | {"known_lo": "2020-01-01", "known_hi": "2020-01-01"}
    base |= {"known_by": "copies", "source": "list_a", "basis": "stored", "detail": detail}
    base |= {"party": party, "kind": kind, "prop": prop, "value": value} | more
    return Statement(**base | {"id": "/".join(base.values())})


def party(id_: str, kind: str, *names: str, listed: str = "US", **facts: Any) -> list[Statement]:
    """A party with its names and facts; ``listed=""`` for one that is on no list."""
    rows = [statement(id_, kind, "name" if not n else "alias", name) for n, name in enumerate(names)]
    rows += [statement(id_, kind, "Sanction", listed)] if listed else []
    for prop, values in facts.items():
        rows += [statement(id_, kind, prop, v) for v in ([values] if isinstance(values, str) else values)]
    return rows


def snapshot(folder: Path, rows: list[Statement]) -> Snapshot:
    """A snapshot of these statements alone."""
    write_parquet(folder / "made" / "statements.parquet", COLUMNS, rows)
    return Snapshot("smade", {"made": folder / "made"})


def index(folder: Path, rows: list[Statement]) -> Index:
    """The index of these statements."""
    return Index(*store.make(snapshot(folder, rows)), "smade")


def screener(
    folder: Path, rows: list[Statement], as_of: str = DAY, on: str = "", mode: Mode = Mode.STRICT
) -> Screener:
    """A screener of these statements as of a day."""
    return Screener(Day(index(folder, rows), When.at(as_of, on, mode)))


def ask(one: Screener, name: str = "", **more: Any) -> list[Hit]:
    """The hits of one query."""
    return one.screen(Query(names=[name] if name else [], **more))
