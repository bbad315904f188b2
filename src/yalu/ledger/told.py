"""Turns what a database says into an error that a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from yalu.errors import StorageError, YaluError
from yalu.ledger.place import Place

ROOM = "Make room on its disk; then run it again."
RIGHTS = "Run it as a user who may write there, or name another ledger with --ledger URL."
RESTORE = "Look at it with yalu ledger verify; bring a backup back with yalu ledger restore FILE --force."

_SQLITE = (
    ("SQLITE_FULL", "database or disk is full", ROOM),
    ("SQLITE_IOERR", "the disk refused it (full, too large a file, or faulty)", ROOM),
    ("SQLITE_READONLY", "it may not be written", RIGHTS),
    ("SQLITE_CANTOPEN", "it cannot be opened, or its folder may not be written", RIGHTS),
    ("SQLITE_PERM", "it may not be written", RIGHTS),
    ("SQLITE_BUSY", "another command has been writing for half a minute", "Run it again."),
    ("SQLITE_LOCKED", "another command is writing", "Run it again."),
    ("SQLITE_NOTADB", "it is not a ledger", RESTORE),
    ("SQLITE_CORRUPT", "its file is damaged", RESTORE),
)


class Damaged(StorageError):
    """The file is no database, or a damaged one."""


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Raise StorageError in place of the database's own errors; nothing was changed then."""
    try:
        yield
    except DBAPIError as error:
        raise _storage_error(place, error.orig or error) from error
    except sqlite3.Error as error:
        raise _storage_error(place, error) from error
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise YaluError(
            f"The ledger {place.name} needs the Python package psycopg, which is not installed.",
            expected="Yalu with its extra for servers",
            do="pip install 'yalu[serve]'",
        ) from error


def _storage_error(place: Place, error: BaseException) -> StorageError:
    said = " ".join(str(error).split())
    code = getattr(error, "sqlite_errorname", "")
    for prefix, why, do in _SQLITE:
        if code.startswith(prefix):
            kind = Damaged if do == RESTORE else StorageError
            return kind(
                f"The ledger {place.name} failed: {why} ({said}). What it held before it still holds.",
                expected="a database that can be read and written",
                do=do,
            )
    return StorageError(
        f"The ledger {place.name} failed: {said}. What it held before it still holds.",
        expected="a database that answers, in which you may make and fill tables",
        do="Check the URL (--ledger, YALU_LEDGER), the server, and your rights in its database.",
    )
