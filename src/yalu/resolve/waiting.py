"""How many records of a snapshot no resolution has looked at yet."""

from __future__ import annotations

from pathlib import Path

from yalu.errors import YaluError
from yalu.evidence.snapshot import Snapshot, open_snapshot
from yalu.evidence.table import connect, reads
from yalu.evidence.workspace import Workspace
from yalu.model.vocabulary import PARTY_KINDS
from yalu.resolve import store
from yalu.screening.records import PROPS


def waiting(workspace: Workspace, snapshot: Snapshot) -> int | None:
    """Records that are new in a snapshot, or say something else, since the last that was resolved.

    ``None`` where the last one was resolved by other rules, or is no longer held: all are to be looked at.
    """
    last = store.last_snapshot(workspace)
    try:
        before = open_snapshot(workspace, last) if last else None
    except YaluError:
        before = None
    if before is None:
        return None
    other = [name for name, folder in snapshot.folds.items() if before.folds.get(name) != folder]
    return sum(_changed(snapshot.folds[name], before.folds.get(name)) for name in other)


def _changed(fold: Path, before: Path | None) -> int:
    now, then = _said(fold), _said(before) if before else f"{_said(fold)} AND false"
    differ = f"({now} EXCEPT {then}) UNION ALL ({then} EXCEPT {now})"
    query = f"SELECT count(DISTINCT party) FROM ({differ}) WHERE party IN (SELECT party FROM ({now}))"
    with reads(f"The fold {fold.name}"), connect() as engine:
        return int(engine.execute(query).fetchall()[0][0])


def _said(fold: Path) -> str:
    table = str(fold / "statements.parquet").replace("'", "''")
    columns = "party, kind, prop, value, detail, flag, known_lo, known_hi"
    return f"SELECT {columns} FROM '{table}' WHERE prop IN {PROPS} AND kind IN {tuple(sorted(PARTY_KINDS))}"
