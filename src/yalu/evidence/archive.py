"""Raw documents by sha256, and the records that say which documents make a copy of which day."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson

from yalu.errors import StorageError, YaluError
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.dates import Interval
from yalu.model.statement import statement_id


@dataclass(frozen=True, slots=True)
class Copy:
    """One state of a source: the day (or days between which) it was current, and its documents."""

    source: str
    date: Interval
    documents: dict[str, str]  # part -> sha256
    names: dict[str, str]  # part -> file name or address, for the reader

    @property
    def id(self) -> str:
        """Stable: from the source, the day and the documents."""
        return statement_id(self.source, *self.date, *(f"{p}={s}" for p, s in sorted(self.documents.items())))

    @property
    def order(self) -> tuple[str, str, str]:
        """Copies are folded in this order, whatever the order of loading."""
        return (self.date.hi, self.date.lo, self.id)

    def as_json(self) -> bytes:
        """The record as it is kept."""
        record = {
            "source": self.source,
            "date": list(self.date),
            "documents": self.documents,
            "names": self.names,
        }
        return orjson.dumps(record, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)

    @classmethod
    def from_json(cls, content: bytes) -> Copy:
        """Read a kept record."""
        raw: dict[str, Any] = orjson.loads(content)
        return cls(raw["source"], Interval(*raw["date"]), raw["documents"], raw["names"])


def sha256(content: bytes) -> str:
    """The address of a document."""
    return hashlib.sha256(content).hexdigest()


def keep(workspace: Workspace, content: bytes) -> str:
    """Archive a document and return its sha256. Keeping it twice changes nothing."""
    digest = sha256(content)
    path = workspace.archive / digest[:2] / digest
    if not path.exists():
        write_whole(path, content)
    return digest


def holds(workspace: Workspace, digest: str) -> bool:
    """Whether the document is in the archive."""
    return (workspace.archive / digest[:2] / digest).exists()


def document(workspace: Workspace, digest: str) -> bytes:
    """The bytes of an archived document, checked against their address."""
    path = workspace.archive / digest[:2] / digest
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise YaluError(
            f"The archive lacks document {digest}.", do="Sync its source again, from the same file."
        ) from None
    except OSError as error:
        raise StorageError(
            f"The archived document {path} cannot be read: {error.strerror}.",
            do="Look at the rights of the file and at its disk.",
        ) from error
    if sha256(content) != digest:
        raise YaluError(
            f"The archived document {path} was changed since it was kept.",
            expected=f"content with sha256 {digest}",
            do="Restore it from a backup, or delete it and sync its source again.",
        )
    return content


def record_copy(workspace: Workspace, copy: Copy) -> None:
    """Note a copy whose documents are archived and passed their contract."""
    write_whole(workspace.copies / copy.source / f"{copy.id}.json", copy.as_json())


def forget_others(workspace: Workspace, copy: Copy) -> None:
    """Drop the records of other editions, which this one replaces; their documents stay in the archive."""
    for path in (workspace.copies / copy.source).glob("[!.]*.json"):
        if path.stem != copy.id:
            path.unlink()


def longest(workspace: Workspace, editions: list[Copy]) -> list[Copy]:
    """The edition with the most bytes, as a list of one: of a journal that only grows, that is the last."""

    def size(copy: Copy) -> int:
        return sum((workspace.archive / sha[:2] / sha).stat().st_size for sha in copy.documents.values())

    return [max(editions, key=size)] if editions else []


def copies(workspace: Workspace, source: str) -> list[Copy]:
    """All copies of a source, in the order in which they are folded."""
    folder = workspace.copies / source
    found = (Copy.from_json(p.read_bytes()) for p in folder.glob("[!.]*.json")) if folder.exists() else ()
    return sorted(found, key=lambda c: c.order)
