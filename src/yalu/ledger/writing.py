"""Writes to a ledger: each row of the audit with what it records, one transaction, one writer."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from sqlalchemy import Connection, insert

from yalu.errors import StorageError, UsageError, YaluError
from yalu.evidence import failpoints
from yalu.ledger import clock, engines, heads, migrate, reading, tables
from yalu.ledger.chain import START, Head, Row, linked
from yalu.ledger.judgement import Entry, Judgement, as_json, checked, from_json
from yalu.ledger.place import Place
from yalu.ledger.told import told

RECORDS = ("decide", "undo", "import")
"""Actions whose payload is a judgement or an undo."""

MARK = "mark"
"""The action whose payload is a mark on a hit of screening."""

SIGN = "sign"
"""The action whose payload is a signature under a plan, or its withdrawal."""

OTHERS = {MARK: tables.mark, SIGN: tables.signature}
"""The table of each further action, whose payload holds its fields as they are."""

Warn = Callable[[str], None]


class Writer:
    """The one that may write now. ``now`` is the time of everything that it writes next."""

    def __init__(self, place: Place, connection: Connection, who: str) -> None:
        self.place = place
        self.connection = connection
        self.who = checked("the name of who decides", who)
        self.last = reading.last(connection)
        self.wrote = False

    @property
    def now(self) -> str:
        """The ledger's clock: later than every row."""
        return clock.after(self.last.at if self.last else "")

    @property
    def head(self) -> Head | None:
        """Where the chain is now."""
        return reading.head(self.connection)

    def record(self, action: str, entry: Entry, at: str = "") -> None:
        """Write a judgement or an undo with its audit row."""
        self.append(action, as_json(entry), at)

    def append(self, action: str, payload: Mapping[str, Any], at: str = "") -> Row:
        """Write an audit row, and the judgement or undo that it records; the first row begins the ledger."""
        if self.last is None and action != "begin":
            _refuse_if_lost(self.place)
            self.append("begin", {"ledger": secrets.token_hex(8)}, at)
        seq, prev_hash = (self.last.seq + 1, self.last.hash) if self.last else (reading.FIRST, START)
        row = linked(seq, at or self.now, self.who, action, payload, prev_hash)
        insert_row(self.connection, row)
        self.last, self.wrote = row, True
        return row


@contextmanager
def writing(place: Place, who: str, warn: Warn) -> Iterator[Writer]:
    """The right to write. All that is written inside stands together at the end, or nothing of it.

    ``warn`` is told where all stands and its head could not be noted. Raises StorageError, YaluError.
    """
    with told(place):
        with engines.writer(place) as connection:
            migrate.upgrade(connection, place.name)
            refuse_if_moved(place, connection)
            writer = Writer(place, connection, who)
            yield writer
            head = writer.head
            failpoints.reach("ledger_before_commit")
        failpoints.reach("ledger_after_commit")
    if writer.wrote and head and writer.last:
        note_head(place, head, writer.last.at, warn)


def note_head(place: Place, head: Head, at: str, warn: Warn) -> None:
    """Remember a head; where that fails, what was written stands all the same."""
    try:
        heads.remember(place, head, at)
    except StorageError as error:
        warn(f"The ledger stands at {head.short}, and that could not be noted beside it: {error.what}")
    failpoints.reach("ledger_head_noted")


def insert_row(connection: Connection, row: Row) -> None:
    """Insert an audit row as it is, and what it records."""
    values = (row.seq, row.at, row.who, row.action, row.payload, row.prev_hash, row.hash)
    names = [c.name for c in tables.audit.columns]
    connection.execute(insert(tables.audit).values(dict(zip(names, values, strict=True))))
    failpoints.reach("ledger_half")
    if row.action in RECORDS:
        entry = from_json(orjson.loads(row.payload))
        fields = as_json(entry)
        kind = fields.pop("type")
        table = tables.judgement if isinstance(entry, Judgement) else tables.undo
        assert table.name == kind
        connection.execute(insert(table).values(seq=row.seq, **fields))
    elif row.action in OTHERS:
        fields = orjson.loads(row.payload)
        fields.pop("type")
        connection.execute(insert(OTHERS[row.action]).values(seq=row.seq, **fields))


def refuse_if_moved(place: Place, connection: Connection) -> None:
    """Refuse to write to a ledger that is in force elsewhere. Raises UsageError."""
    elsewhere = reading.moved_to(connection)
    if elsewhere:
        raise UsageError(
            f"The ledger {place.name} was moved to {elsewhere} and takes no more.",
            expected="the ledger in force",
            do=f"Name it with --ledger {elsewhere}, or end the move: yalu ledger move --to {elsewhere}",
        )


def _refuse_if_lost(place: Place) -> None:
    """Refuse to begin anew where a ledger is known to have been. Raises YaluError."""
    known = [r.head for r in heads.remembered(place) if r.place == place.key]
    if known:
        raise YaluError(
            f"The ledger {place.name} is empty, and {place.heads} says that it stood at {known[-1].short}.",
            expected="the ledger that was there",
            do="Bring it back: yalu ledger restore FILE. To begin anew all the same, rename heads.jsonl.",
        )
