"""A backup is one SQLite file that holds the whole ledger, whatever database it was taken from."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.ledger import engines, migrate, reading
from yalu.ledger.chain import Head
from yalu.ledger.copying import copy_rows, refuse_faults
from yalu.ledger.place import Place
from yalu.ledger.told import told


def backup(place: Place, file: Path, *, force: bool = False) -> Head:
    """Write a consistent copy while the ledger is in use; its head. Raises UsageError, StorageError.

    The copy is checked before it gets its name. A file that is there is replaced only with ``force``.
    """
    if file.exists() and not force:
        raise UsageError(
            f"{file} is there already.", expected="a new file", do="Name another, or give --force."
        )
    with reading.reading(place) as connection:
        if connection is None or reading.last(connection) is None:
            raise UsageError(f"The ledger {place.name} is empty.", expected="judgements to back up")
        with replacing(file.absolute()) as new:
            copy = copy_to(place, connection, new)
            return check(copy)


def copy_to(place: Place, connection: Connection, file: Path) -> Place:
    """Copy a ledger into a new file, whole, as the connection sees it."""
    copy = Place(place.folder, file)
    if place.file:
        copy_file(place, file)
    else:
        with told(copy), engines.writer(copy) as target:
            migrate.upgrade(target, copy.name)
            copy_rows(connection, target, copy.name)
    close_log(copy)
    return copy


def copy_file(place: Place, to: Path) -> None:
    """Copy an SQLite ledger page by page, as one moment had it."""
    with told(place), engines.file_reader(place) as source:
        target = sqlite3.connect(to)
        try:
            source.backup(target)
        finally:
            target.close()


def close_log(copy: Place) -> None:
    """Make one file of a copy that nobody has open."""
    assert copy.file is not None, "a copy is a file"
    with told(copy):
        connection = sqlite3.connect(copy.file)
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.close()


def check(place: Place) -> Head:
    """The head of a backup whose chain holds. Raises YaluError."""
    with reading.reading(place) as connection:
        head = reading.head(connection) if connection else None
        if connection is None or head is None:
            raise UsageError(f"{place.name} holds no ledger.", expected="a file from yalu ledger backup")
        refuse_faults(place, connection)
        return head
