"""Puts a backup in the place of the ledger; what was there is kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, text

from yalu.errors import UsageError
from yalu.evidence import failpoints
from yalu.evidence.writing import make_folder, replacing, unwritten
from yalu.ledger import backup, engines, heads, migrate, reading
from yalu.ledger.chain import Head
from yalu.ledger.copying import copy_rows
from yalu.ledger.heads import Remembered
from yalu.ledger.place import Place
from yalu.ledger.told import Damaged, told
from yalu.ledger.writing import Warn, Writer, note_head


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the new head, what was kept aside, and heads that the backup had not reached."""

    head: Head
    aside: list[Path]
    lost: list[Head]


def restore(place: Place, file: Path, *, who: str, force: bool, warn: Warn) -> Restored:
    """Bring a backup back. Raises UsageError where the ledger holds anything and ``force`` is not given.

    The audit goes on from the backup's head with a row that says what was restored and what it replaced.
    """
    if not file.is_file():
        raise UsageError(f"{file} is no file.", expected="a file from yalu ledger backup")
    source = Place(place.folder, file)
    came = backup.check(source)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = _set_damaged_aside(place, stamp) if force else []
    with reading.reading(source) as rows, told(place), engines.writer(place) as connection:
        assert rows is not None, "it was checked"
        held = reading.last(connection) if migrate.revision(connection) else None
        if held and not force:
            raise UsageError(
                f"The ledger {place.name} holds {held.seq} rows.",
                expected="an empty ledger",
                do="Give --force to replace it; it is kept aside.",
            )
        replaced = reading.head(connection) if held else None
        if held:
            aside.append(_keep_aside(place, stamp))
            failpoints.reach("restore_kept_aside")
        migrate.drop(connection)
        migrate.upgrade(connection, place.name)
        copy_rows(rows, connection, place.name)
        lost = _not_reached(rows, heads.remembered(place))
        writer = Writer(place, connection, who)
        row = writer.append(
            "restore",
            {
                "backup": came.short,
                "replaced": replaced.short if replaced else "",
                "lost": [head.short for head in lost],
            },
        )
        head = Head(came.ledger, row.seq, row.hash)
        failpoints.reach("ledger_before_commit")
    failpoints.reach("ledger_after_commit")
    if lost:
        aside.append(_begin_heads_anew(place, lost, stamp))
    note_head(place, head, row.at, warn)
    return Restored(head, aside, lost)


def _not_reached(rows: Connection, known: Sequence[Remembered]) -> list[Head]:
    """Heads to which the backup does not lead: of later rows, or of another ledger."""
    hashes = {row.seq: row.hash for row in reading.rows(rows)}
    return [r.head for r in known if hashes.get(r.head.seq) != r.head.hash]


def _keep_aside(place: Place, stamp: str) -> Path:
    file = place.folder / "aside" / f"ledger-{stamp}.sqlite"
    with reading.reading(place) as rows, replacing(file) as new:
        assert rows is not None, "it holds rows"
        backup.copy_to(place, rows, new)
    return file


def _set_damaged_aside(place: Place, stamp: str) -> list[Path]:
    """Move a file away that is no database any more; nobody can have it open to any use."""
    try:
        with reading.reading(place) as connection:
            if connection is None or not place.file or _whole(connection):
                return []
    except Damaged:
        pass
    assert place.file is not None, "only files are found damaged"
    aside = place.folder / "aside"
    moved = []
    try:
        make_folder(aside)
        for suffix in ("", "-wal", "-shm"):
            old = place.file.with_name(place.file.name + suffix)
            if old.exists():
                moved.append(aside / f"damaged-{stamp}.sqlite{suffix}")
                old.rename(moved[-1])
    except OSError as error:
        raise unwritten(aside, error) from error
    return moved[:1]


def _whole(connection: Connection) -> bool:
    return connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def _begin_heads_anew(place: Place, lost: list[Head], stamp: str) -> Path:
    """Keep the heads that lead nowhere aside, and go on with the others."""
    old = place.folder / "aside" / f"heads-{stamp}.jsonl"
    with replacing(old) as new:
        new.write_bytes(place.heads.read_bytes())
    kept = [r for r in heads.remembered(place) if r.head not in lost]
    with replacing(place.heads) as new:
        new.write_bytes(b"".join(heads.line(r) for r in kept))
    return old
