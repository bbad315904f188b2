"""Positions and voyage data by day, as immutable Parquet files that one manifest binds.

::

    positions/manifest.json                  which files count, and what each intake read
    positions/points/day=2026-03-01/*.parquet    positions, sorted by ship and time
    positions/voyages/day=2026-03-01/*.parquet   static and voyage data
    positions/rejects/*.jsonl                lines that were set apart, with their reason
    positions/EXERCISE                       where it stands, all positions here are invented

A file that the manifest does not name does not count: a crash or a full disk leaves what was in force.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import orjson

from yalu.errors import StorageError
from yalu.evidence import failpoints
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import replacing, unwritten, write_whole
from yalu.fleet.ais.rows import TABLES, Batch

VERSION = 1
MEMORY = "600MB"
MERGE = 24
"""Files of a day from which they are merged into one."""


@dataclass
class Load:
    """What an intake read of one source, and how far it came."""

    name: str
    format: str
    sha256: str = ""
    size: int = 0
    offset: int = 0
    done: bool = False
    lines: int = 0
    points: int = 0
    voyages: int = 0
    duplicates: int = 0
    late: int = 0
    dated: int = 0
    """Positions whose time is a moment given for the whole file."""
    before: str = ""
    """The newest day that was held when the load began; rows of earlier days are late."""
    rejects: dict[str, int] = field(default_factory=dict)
    passed: dict[str, int] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    base_clock: int = 0
    files: int = 0


@dataclass
class Manifest:
    """The files in force, by table and day, with their rows; and the intakes by their id."""

    files: dict[str, dict[str, dict[str, int]]] = field(default_factory=lambda: {t: {} for t in TABLES})
    rejects: list[str] = field(default_factory=list)
    loads: dict[str, Load] = field(default_factory=dict)


class Positions:
    """The positions of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.root = workspace.root / "positions"
        self.path = self.root / "manifest.json"
        self.mark = self.root / "EXERCISE"

    @property
    def exercise(self) -> bool:
        """Whether the positions are those of an exercise, and so none of them is real."""
        return self.mark.exists()

    def manifest(self) -> Manifest:
        """What is in force; empty where nothing was taken in. Raises StorageError."""
        try:
            held = orjson.loads(self.path.read_bytes())
        except FileNotFoundError:
            return Manifest()
        except (OSError, orjson.JSONDecodeError) as error:
            raise StorageError(
                f"{self.path} cannot be read: {error}.", do="Take the files in again with yalu fleet ais."
            ) from error
        if held.get("version") != VERSION:
            raise StorageError(
                f"{self.path} has version {held.get('version')}; this version of Yalu reads {VERSION}.",
                do="Use the version of Yalu that made it, or another workspace.",
            )
        loads = {key: Load(**load) for key, load in held["loads"].items()}
        return Manifest(held["files"], held["rejects"], loads)

    def paths(self, table: str, first: str = "", last: str = "") -> list[Path]:
        """The files of a table, of the days from ``first`` to ``last``, both counted."""
        days = self.manifest().files[table]
        return [
            self.root / table / f"day={day}" / name
            for day in sorted(days)
            if (not first or day >= first) and (not last or day <= last)
            for name in sorted(days[day])
        ]

    def append(self, key: str, load: Load, batch: Batch, engine: duckdb.DuckDBPyConnection) -> Load:
        """Take a batch in, in one step with how far the load came; return the load with what it added.

        Raises StorageError; the load given is then as it was, and the same batch may be tried again.
        """
        load = deepcopy(load)
        with self.workspace.writing():
            manifest = self.manifest()
            if not load.files:
                load.before = max(manifest.files["points"], default="")
            for table in TABLES:
                self._take(table, key, load, manifest, engine)
            self._set_apart(key, load, batch, manifest)
            load.lines += batch.lines
            load.pending = [line.decode("latin-1") for line in batch.pending]
            load.base_clock = batch.base_clock
            for name, count in batch.passed.items():
                load.passed[name] = load.passed.get(name, 0) + count
            manifest.loads[key] = load
            failpoints.reach("positions_written")
            self._publish(manifest)
            failpoints.reach("positions_recorded")
        return load

    def sweep(self) -> None:
        """Remove files that no manifest names, which an earlier run left behind."""
        with self.workspace.writing():
            manifest = self.manifest()
            named = {str(self.root / "rejects" / name) for name in manifest.rejects}
            for table, days in manifest.files.items():
                named |= {str(self.root / table / f"day={d}" / n) for d, names in days.items() for n in names}
            for path in self.root.rglob("*.*"):
                if path.is_file() and path != self.path and str(path) not in named:
                    path.unlink()

    def _take(
        self, table: str, key: str, load: Load, manifest: Manifest, engine: duckdb.DuckDBPyConnection
    ) -> None:
        new, unique = f"new_{table}", f"unique_{table}"
        came = _count(engine, new)
        same = "mmsi, ts, lat, lon" if table == "points" else "ALL"
        distinct = "DISTINCT" if same == "ALL" else f"DISTINCT ON ({same})"
        engine.execute(f"CREATE OR REPLACE TEMP TABLE {unique} AS SELECT {distinct} * FROM {new}")
        days = engine.execute(
            f"SELECT strftime(make_timestamp((ts // 86400) * 86400000000), '%Y-%m-%d'), min(ts), max(ts)"
            f" FROM {unique} GROUP BY ts // 86400 ORDER BY 1"
        ).fetchall()
        kept = 0
        for day, first, last in days:
            held = manifest.files[table].setdefault(day, {})
            folder = self.root / table / f"day={day}"
            earlier = f"FROM read_parquet({_list(folder / n for n in sorted(held))})" if held else ""
            names = same if table == "points" else ", ".join(TABLES[table])
            unseen = (
                f" WHERE ts BETWEEN {first} AND {last} AND NOT EXISTS (SELECT 1 {earlier} h WHERE"
                + " AND ".join(f" h.{c} IS NOT DISTINCT FROM {unique}.{c}" for c in names.split(", "))
                + ")"
                if held
                else f" WHERE ts BETWEEN {first} AND {last}"
            )
            order = ", ".join(["mmsi", "ts", *(c for c in TABLES[table] if c not in ("mmsi", "ts"))])
            name = f"{key[:12]}-{load.files:05}.parquet"
            rows = self._write(engine, folder / name, f"SELECT * FROM {unique}{unseen} ORDER BY {order}")
            if rows:
                held[name] = rows
                kept += rows
                load.late += rows if day < load.before else 0
            elif not held:
                del manifest.files[table][day]
            if len(held) >= MERGE:
                self._merge(table, day, manifest, engine, order)
        if table == "points":
            load.points += kept
            load.duplicates += came - kept
            load.dated += _count(engine, f"{unique} WHERE clock = 'dated'")
        else:
            load.voyages += kept
        load.files += 1

    def _merge(
        self, table: str, day: str, manifest: Manifest, engine: duckdb.DuckDBPyConnection, order: str
    ) -> None:
        """Bind a day's many files into one; the old ones stay until a sweep, for who reads them now."""
        held = manifest.files[table][day]
        folder = self.root / table / f"day={day}"
        source = _list(folder / n for n in sorted(held))
        name = f"merged-{max(held)}"
        rows = self._write(engine, folder / name, f"SELECT * FROM read_parquet({source}) ORDER BY {order}")
        manifest.files[table][day] = {name: rows}

    def _write(self, engine: duckdb.DuckDBPyConnection, path: Path, query: str) -> int:
        with replacing(path) as new, _writes(path):
            row = engine.execute(
                f"COPY ({query}) TO '{_quoted(new)}' (FORMAT parquet, COMPRESSION zstd)"
            ).fetchone()
        rows = int(row[0]) if row else 0
        if not rows:
            path.unlink()
        return rows

    def _set_apart(self, key: str, load: Load, batch: Batch, manifest: Manifest) -> None:
        if not batch.rejects:
            return
        name = f"{key[:12]}-{load.files:05}.jsonl"
        lines = [
            orjson.dumps(
                {"reason": r.reason, "line": load.lines + r.line, "text": r.text, "source": load.name}
            )
            for r in batch.rejects
        ]
        write_whole(self.root / "rejects" / name, b"\n".join(lines) + b"\n")
        manifest.rejects.append(name)
        for reject in batch.rejects:
            load.rejects[reject.reason] = load.rejects.get(reject.reason, 0) + 1

    def _publish(self, manifest: Manifest) -> None:
        content = {
            "version": VERSION,
            "files": manifest.files,
            "rejects": manifest.rejects,
            "loads": manifest.loads,
        }
        write_whole(self.path, orjson.dumps(content))


def engine(scratch: Path | None = None, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """An engine in memory that keeps to a bound, and spills beside the workspace where it must."""
    config: dict[str, Any] = {"memory_limit": memory, "preserve_insertion_order": False}
    if scratch:
        config["temp_directory"] = str(scratch)
    return duckdb.connect(":memory:", config=config)


def day_of(ts: int) -> str:
    """The UTC day of a time."""
    return datetime.fromtimestamp(ts, UTC).date().isoformat()


def _count(engine: duckdb.DuckDBPyConnection, table: str) -> int:
    row = engine.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _list(paths: Iterable[Path]) -> str:
    return "[" + ", ".join(f"'{_quoted(p)}'" for p in paths) + "]"


@contextmanager
def _writes(path: Path) -> Iterator[None]:
    """Turn the engine's own report of a full disk into ours."""
    try:
        yield
    except duckdb.IOException as error:
        number = re.search(r'"errno":"(\d+)"', str(error))
        code = int(number[1]) if number else 0
        raise unwritten(path, OSError(code, os.strerror(code) if code else str(error))) from error
