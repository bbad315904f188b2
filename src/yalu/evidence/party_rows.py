"""All statements of each party of a snapshot, laid out so that one party is read without a query.

A server asks for a few parties hundreds of times a second; a query over Parquet takes milliseconds, a
read here microseconds. The files lie in ``index/parties/<snapshot>/``, are mapped into memory, and so are
shared by all processes that open them. They hold nothing of their own: a lost folder is made again.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt
import orjson

from yalu.errors import StorageError
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import connect, reads
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import replacing, write_whole
from yalu.model.statement import COLUMNS, Statement
from yalu.model.vocabulary import EDGE_KINDS, PARTY_KINDS

LAYOUT = "1"
"""Raised when the files below change, so that those of another version are made anew."""

KEPT = 3
"""Folders of other snapshots that stay."""

_FILES = ("ids", "id_ends", "rows", "row_ends")
_PARTY, _PROP, _VALUE = (COLUMNS.index(name) for name in ("party", "prop", "value"))

Row = tuple[str, ...]
Bytes = npt.NDArray[np.uint8]
Ends = npt.NDArray[np.int64]


class PartyRows:
    """The statements about each party, and those of others that tie them to it."""

    def __init__(self, ids: Bytes, id_ends: Ends, rows: Bytes, row_ends: Ends) -> None:
        self._ids, self._id_ends, self._rows, self._row_ends = ids, id_ends, rows, row_ends

    @classmethod
    def open(cls, workspace: Workspace, snapshot: Snapshot) -> PartyRows:
        """Map the files of a snapshot; missing ones are made, in memory if nothing may be written.

        Raises StorageError where the snapshot itself cannot be read.
        """
        folder = _folder(workspace, snapshot)
        if not _whole(folder):
            made = _make(snapshot)
            try:
                _write(folder, made)
            except StorageError:
                return cls(*made)
            _remove_others(folder)
        try:
            found = [np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _FILES]
        except (OSError, ValueError, EOFError):  # removed meanwhile, or torn
            return cls(*_make(snapshot))
        ids, id_ends, rows, row_ends = found
        whole = len(id_ends) == len(row_ends) and _ends(id_ends) == len(ids) and _ends(row_ends) == len(rows)
        return cls(*found) if whole else cls(*_make(snapshot))

    def __len__(self) -> int:
        return len(self._id_ends)

    def ids(self) -> Iterator[str]:
        """The ids of all parties, in order."""
        return (self._id(i) for i in range(len(self)))

    def own(self, party: str) -> list[Statement]:
        """The statements about a party under this one id; none for an id that is not held."""
        return self._read(party)[0]

    def inbound(self, party: str) -> list[Statement]:
        """The ties whose far end is this id."""
        return self._read(party)[1]

    def _read(self, party: str) -> tuple[list[Statement], list[Statement]]:
        at = self._find(party)
        if at < 0:
            return [], []
        start = int(self._row_ends[at - 1]) if at else 0
        own, inbound = orjson.loads(self._rows[start : int(self._row_ends[at])].tobytes())
        return [Statement(*row) for row in own], [Statement(*row) for row in inbound]

    def _id(self, at: int) -> str:
        start = int(self._id_ends[at - 1]) if at else 0
        return self._ids[start : int(self._id_ends[at])].tobytes().decode()

    def _find(self, party: str) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._id(middle) < party:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._id(low) == party else -1


def _folder(workspace: Workspace, snapshot: Snapshot) -> Path:
    return workspace.root / "index" / "parties" / snapshot.id


def _whole(folder: Path) -> bool:
    try:
        return (folder / "layout").read_text() == LAYOUT
    except OSError:
        return False


def _make(snapshot: Snapshot) -> tuple[Bytes, Ends, Bytes, Ends]:
    inbound: dict[str, list[Row]] = defaultdict(list)
    for row in _query(snapshot, f"prop IN {_texts(EDGE_KINDS)}"):
        if row[_VALUE] != row[_PARTY]:
            inbound[row[_VALUE]].append(row)
    ids, id_ends, rows, row_ends = bytearray(), [], bytearray(), []
    # Python's order of ids, by code point, is DuckDB's too; a lookup relies on it
    for party, own in groupby(_query(snapshot, f"kind IN {_texts(PARTY_KINDS)}"), key=itemgetter(_PARTY)):
        ids += party.encode()
        id_ends.append(len(ids))
        rows += orjson.dumps([list(own), inbound.get(party, [])])
        row_ends.append(len(rows))
    return (
        np.frombuffer(bytes(ids), np.uint8),
        np.array(id_ends, np.int64),
        np.frombuffer(bytes(rows), np.uint8),
        np.array(row_ends, np.int64),
    )


def _query(snapshot: Snapshot, condition: str) -> Iterator[Row]:
    files = ", ".join("'" + str(p).replace("'", "''") + "'" for p in snapshot.tables())
    with reads(f"Snapshot {snapshot.id}"), connect() as engine:
        found = engine.execute(
            f"SELECT {', '.join(COLUMNS)} FROM read_parquet([{files}]) WHERE {condition}"
            " ORDER BY party, prop, from_lo, value, lang, detail, source, id"
        )
        while chunk := found.fetchmany(10_000):
            yield from chunk


def _write(folder: Path, made: tuple[npt.NDArray[np.generic], ...]) -> None:
    for name, column in zip(_FILES, made, strict=True):
        with replacing(folder / f"{name}.npy") as new:
            np.save(new, column)
    write_whole(folder / "layout", LAYOUT.encode())


def _ends(ends: Ends) -> int:
    return int(ends[-1]) if len(ends) else 0


def _remove_others(folder: Path) -> None:
    """Remove the oldest folders of other snapshots; who has mapped their files keeps what is mapped."""
    others = [p for p in folder.parent.iterdir() if p.is_dir() and p != folder]
    others.sort(key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _texts(values: frozenset[str]) -> str:
    return "(" + ", ".join(f"'{v}'" for v in sorted(values)) + ")"
