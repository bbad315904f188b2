"""Reads a ledger: its rows, its head, its judgements and undos."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import orjson
from sqlalchemy import Connection, inspect, select

from yalu.ledger import engines, migrate, tables
from yalu.ledger.chain import Head, Row
from yalu.ledger.judgement import Entry, Judgement, Undo, Verdict
from yalu.ledger.place import Place
from yalu.ledger.told import told

FIRST = 1
"""The number of the row that begins a ledger and names it."""


@contextmanager
def reading(place: Place) -> Iterator[Connection | None]:
    """A consistent view of the ledger, or ``None`` where there is none yet. Makes no file.

    Raises StorageError where it cannot be read, YaluError where a newer version of Yalu wrote it.
    """
    if place.file and not place.file.exists():
        yield None
        return
    with told(place), engines.reader(place) as connection:
        found = migrate.revision(connection)
        migrate.check(found, place.name)
        yield connection if found else None


def head(connection: Connection) -> Head | None:
    """The last row's place and hash, or ``None`` in an empty ledger."""
    row = last(connection)
    return Head(ledger_id(connection), row.seq, row.hash) if row else None


def last(connection: Connection) -> Row | None:
    """The last row of the audit."""
    found = connection.execute(select(tables.audit).order_by(tables.audit.c.seq.desc()).limit(1)).first()
    return Row(*found) if found else None


def ledger_id(connection: Connection) -> str:
    """The name that the first row gave the ledger, or ``""`` where that row is gone."""
    query = select(tables.audit.c.payload).where(tables.audit.c.seq == FIRST)
    payload = connection.execute(query).scalar()
    try:
        return str(orjson.loads(payload or "{}")["ledger"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return ""


def rows(connection: Connection) -> Iterator[Row]:
    """Every row of the audit, in order."""
    for found in connection.execute(select(tables.audit).order_by(tables.audit.c.seq)):
        yield Row(*found)


def entries(connection: Connection) -> dict[int, Entry]:
    """Every judgement and undo by the number of its audit row, in order. ValueError for a wrong verdict."""
    found: dict[int, Entry] = {}
    for id_, seq, a, b, verdict, who, at, why in connection.execute(select(tables.judgement)):
        found[seq] = Judgement(id_, a, b, Verdict(verdict), who, at, why)
    for id_, seq, undoes, who, at, why in connection.execute(select(tables.undo)):
        found[seq] = Undo(id_, undoes, who, at, why)
    return dict(sorted(found.items()))


def moved_to(connection: Connection) -> str:
    """Where the ledger was moved, or ``""`` where it is in force here."""
    if not inspect(connection).has_table("closed"):
        return ""
    return connection.execute(select(tables.closed.c.moved_to)).scalar() or ""
