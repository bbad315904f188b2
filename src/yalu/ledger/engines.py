"""Connections to a ledger: one that writes, alone, and one that reads and leaves nothing behind."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.pool import NullPool

from yalu.evidence.writing import make_folder, unwritten
from yalu.ledger.place import Place

PATIENCE = 30
"""Seconds that a writer waits for another."""

LOCK = 0x79616C75
"""The number of PostgreSQL's advisory lock that writers hold; one per database."""


@contextmanager
def writer(place: Place) -> Iterator[Connection]:
    """A transaction that alone may write; it commits at the end, or leaves no trace of itself.

    Raises StorageError where the folder cannot be made, and the database's own errors.
    """
    if place.file:
        try:
            make_folder(place.file.parent)
        except OSError as error:
            raise unwritten(place.file.parent, error) from error
        with _sqlite(place.file, "rwc", "BEGIN IMMEDIATE") as connection, connection.begin():
            yield connection
        return
    with _postgresql(place.url) as connection, connection.begin():
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
        connection.execute(text("SET LOCAL synchronous_commit = on"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        yield connection


@contextmanager
def reader(place: Place) -> Iterator[Connection]:
    """A consistent view of the ledger as it is now; needs no right to write. The place must be there."""
    if not place.file:
        with _postgresql(place.url) as raw:
            connection = raw.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection
        return
    with (
        _readable(place.file) as file,
        _sqlite(file, "rw", "BEGIN") as connection,
        connection.begin(),
    ):
        connection.execute(text("PRAGMA query_only = ON"))
        yield connection


@contextmanager
def file_reader(place: Place) -> Iterator[sqlite3.Connection]:
    """SQLite's own connection to the file of a ledger, for copying its pages."""
    assert place.file is not None, "only SQLite has a file"
    with _readable(place.file) as file, _connect(file, "rw") as connection:
        yield connection


@contextmanager
def _readable(file: Path) -> Iterator[Path]:
    """The file, or a copy where SQLite cannot read it in its folder (its log needs the right to write)."""
    if _opens(file):
        yield file
        return
    with tempfile.TemporaryDirectory(prefix="yalu-ledger-") as scratch:
        copy = Path(scratch) / "ledger.sqlite"
        for suffix in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{file}{suffix}", f"{copy}{suffix}")
        yield copy


def _opens(file: Path) -> bool:
    """Whether SQLite can read it where it is; other faults than that show when it is read."""
    try:
        with _connect(file, "rw") as probe:
            probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
    except sqlite3.DatabaseError:
        return True
    return True


@contextmanager
def _connect(file: Path, mode: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(_uri(file, mode), uri=True, timeout=PATIENCE)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _sqlite(file: Path, mode: str, begin: str) -> Iterator[Connection]:
    def creator() -> sqlite3.Connection:
        return sqlite3.connect(_uri(file, mode), uri=True, timeout=PATIENCE)

    engine = create_engine("sqlite://", creator=creator, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # transactions begin where we say so, those of DDL included
        if mode == "rwc":
            with suppress(sqlite3.OperationalError):  # where a log cannot be had, or another is making it
                raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    with engine.connect() as connection:
        yield connection


@contextmanager
def _postgresql(url: str) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 10})
    with engine.connect() as connection:
        yield connection


def _uri(file: Path, mode: str) -> str:
    return f"file:{quote(str(file.absolute()))}?mode={mode}"
