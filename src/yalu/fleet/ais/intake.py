"""Takes in a file, standard input or a feed, block by block; what is read stays read, whatever happens."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from yalu.errors import StorageError, UsageError
from yalu.fleet.ais import files, messages, nmea
from yalu.fleet.ais.layouts import layout
from yalu.fleet.ais.rows import Batch
from yalu.fleet.ais.store import Load, Positions, engine
from yalu.fleet.ais.tables import Table

ROWS = 500_000
"""Rows of a Parquet file that are read at a time."""

TRIES = 12
"""How often a block of a feed is tried before a full disk ends the intake."""

PAUSE = 1.0


@dataclass(frozen=True)
class How:
    """How to read: the format (empty: by the content), which column means what, and a moment (0: none)."""

    format: str = ""
    columns: str = ""
    moment: int = 0


Step = Callable[[Load], None]


def _clock() -> int:
    return int(time.time())


def take_file(
    positions: Positions,
    path: Path,
    how: How,
    *,
    step: Step = lambda load: None,
    now: Callable[[], int] = _clock,
    block: int = files.BLOCK,
) -> tuple[Load, bool]:
    """Read a file to its end, from where an earlier run stopped; return the load, and whether it was new.

    A load is known by the file's sha256 and by how it was read. Raises UsageError and StorageError.
    """
    with files.opened(path) as file:
        head = file.read(1 << 14)
    kind = how.format or files.format_of(head)
    digest = files.sha256(path)
    key = hashlib.sha256(f"{digest} {kind} {how.columns} {how.moment}".encode()).hexdigest()
    positions.sweep()
    held = positions.manifest().loads.get(key)
    if held and held.done:
        return held, False
    load = held or Load(path.name, kind, sha256=digest, size=path.stat().st_size)
    with TemporaryDirectory() as folder, engine(Path(folder)) as con:
        read = _parquet if kind == "parquet" else _lines
        for batch, offset, last in read(path, kind, how, load, con, Path(folder), now, block):
            load.offset, load.done = offset, last
            load = positions.append(key, load, batch, con)
            step(load)
    return load, True


def take_stream(
    positions: Positions,
    blocks: Iterator[bytes],
    name: str,
    how: How,
    *,
    live: bool,
    step: Step = lambda load: None,
    tell: Callable[[str], None] = lambda message: None,
    now: Callable[[], int] = _clock,
) -> Load:
    """Read blocks that cannot be asked for again: standard input, or a feed.

    The digest of the load is that of all its bytes. With ``live`` a line without a time bears that of its
    coming in, and a block that cannot be written is held and tried again. Each block is kept before the
    next one is asked for.
    """
    positions.sweep()
    digest = hashlib.sha256()
    load = Load(name, how.format or "nmea")
    key = hashlib.sha256(f"{name} {time.time_ns()}".encode()).hexdigest()
    reader: Reader | None = None
    with TemporaryDirectory() as folder, engine(Path(folder)) as con:

        def keep(block: bytes, batch: Batch, load: Load) -> Load:
            digest.update(block)
            load.sha256 = digest.hexdigest()
            load.size = load.offset = load.offset + len(block)
            kept = _stubborn(lambda: positions.append(key, load, batch, con), TRIES if live else 1, tell)
            step(kept)
            return kept

        for block in blocks:
            body = block
            if reader is None:
                load.format = how.format or files.format_of(block[: 1 << 14])
                if load.format == "parquet":
                    raise UsageError("Parquet cannot be read from a stream.", do="Give the file's name.")
                reader, body = _reader(load, how, block, Path(folder), now, live=live)
            load = keep(block, reader(body, con, False), load)
        if reader is not None:
            load.done = True
            load = keep(b"", reader(b"", con, True), load)
    return load


def _stubborn(act: Callable[[], Load], tries: int, tell: Callable[[str], None]) -> Load:
    """Try again what a full disk stopped, since a feed will not say it again. Raises StorageError."""
    pause = PAUSE
    while True:
        try:
            return act()
        except StorageError as error:
            tries -= 1
            if tries <= 0:
                raise
            tell(f"{error.what} The last block is held in memory; next try in {pause:.0f} s")
            time.sleep(pause)
            pause = min(pause * 2, 60.0)


Reader = Callable[[bytes, duckdb.DuckDBPyConnection, bool], Batch]


def _reader(
    load: Load, how: How, head: bytes, scratch: Path, now: Callable[[], int], *, live: bool = False
) -> tuple[Reader, bytes]:
    """What reads the blocks of a load, and the first block without a heading."""
    if load.format == "nmea":
        one = nmea.Nmea(messages.decoder(), now, moment=how.moment, live=live, base_clock=load.base_clock)
        nmea.resumed(one, [line.encode("latin-1") for line in load.pending])
        return lambda block, con, last: one.read(block, con, last=last), head
    first, _, rest = head.partition(b"\n")
    headings, delimiter = files.heading(first)
    table = Table(layout(headings, how.columns), now, scratch, delimiter)
    return lambda block, con, last: table.read_csv(block, con), rest


Blocks = Iterator[tuple[Batch, int, bool]]


def _lines(
    path: Path,
    kind: str,
    how: How,
    load: Load,
    con: duckdb.DuckDBPyConnection,
    scratch: Path,
    now: Callable[[], int],
    size: int,
) -> Blocks:
    with files.opened(path) as file:
        head = b"" if kind == "nmea" else file.readline()
        reader, _ = _reader(load, how, head, scratch, now)
        offset = load.offset or len(head)
        file.seek(offset)
        held: bytes | None = None
        for block in files.blocks(file, size):
            if held is not None:
                offset += len(held)
                yield reader(held, con, False), offset, False
            held = block
        offset += len(held or b"")
        yield reader(held or b"", con, True), offset, True


def _parquet(
    path: Path,
    kind: str,
    how: How,
    load: Load,
    con: duckdb.DuckDBPyConnection,
    scratch: Path,
    now: Callable[[], int],
    size: int,
) -> Blocks:
    name = str(path).replace("'", "''")
    try:
        headings = [
            row[0] for row in con.execute(f"DESCRIBE SELECT * FROM read_parquet('{name}')").fetchall()
        ]
        row = con.execute(f"SELECT count(*) FROM read_parquet('{name}')").fetchone()
    except duckdb.Error as error:
        raise UsageError(f"{path} cannot be read as Parquet: {error}.") from error
    total = int(row[0]) if row else 0
    table = Table(layout(headings, how.columns), now, scratch)
    first = load.offset
    while True:
        last = min(first + ROWS, total)
        yield table.read_parquet(path, first, last, con), last, last >= total
        if last >= total:
            return
        first = last
