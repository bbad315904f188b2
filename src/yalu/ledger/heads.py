"""The heads that a workspace has seen, beside the ledger: they show when a tail was cut off."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

from yalu.errors import StorageError
from yalu.evidence.writing import make_folder, unwritten
from yalu.ledger.chain import Head
from yalu.ledger.place import Place


@dataclass(frozen=True, slots=True)
class Remembered:
    """A head that was in force at ``place``, written down at ``at``."""

    head: Head
    place: str
    at: str


def remember(place: Place, head: Head, at: str) -> None:
    """Append a head; a line that a crash cut off is ended first. Raises StorageError."""
    try:
        make_folder(place.folder)
        with place.heads.open("a+b") as out:
            torn = False
            if out.tell():
                out.seek(-1, os.SEEK_END)
                torn = out.read(1) != b"\n"
            out.write((b"\n" if torn else b"") + line(Remembered(head, place.key, at)))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise unwritten(place.heads, error) from error


def line(one: Remembered) -> bytes:
    """A line of the file."""
    head = one.head
    fields = {"at": one.at, "ledger": head.ledger, "seq": head.seq, "hash": head.hash, "place": one.place}
    return orjson.dumps(fields) + b"\n"


def remembered(place: Place) -> list[Remembered]:
    """Every head that was written down, in the order of the file; torn lines are passed over."""
    return read(place.heads)


def read(file: Path) -> list[Remembered]:
    """The heads in a file. Raises StorageError."""
    try:
        raw = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StorageError(f"{file} cannot be read: {error.strerror}.") from error
    found = []
    for line in raw.splitlines():
        with suppress(orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            row = orjson.loads(line)
            head = Head(str(row["ledger"]), int(row["seq"]), str(row["hash"]))
            found.append(Remembered(head, str(row["place"]), str(row["at"])))
    return found
