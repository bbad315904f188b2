"""The signed page of a bulletin: its number, on what it rests, and the digest of each of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Literal

import orjson
from pydantic import Field

from yalu.fleet.bulletin.state import Strict

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"


class File(Strict):
    """A file of the bulletin."""

    sha256: str
    bytes: int


class Head(Strict):
    """Where the ledger's chain stood."""

    ledger: str
    seq: int
    hash: str


class Earlier(Strict):
    """An earlier bulletin, and the digest of its manifest."""

    number: int
    as_of: str
    manifest_sha256: str


class Key(Strict):
    """The key that signs."""

    algorithm: Literal["Ed25519"] = "Ed25519"
    fingerprint: str


class Manifest(Strict):
    """What is signed. ``previous`` is the bulletin before, ``since`` the one compared with."""

    version: Literal[1] = 1
    kind: Literal["fleet bulletin"] = "fleet bulletin"
    number: int = Field(ge=1)
    issued: str
    as_of: str
    mode: str
    previous: Earlier | None
    since: Earlier | None
    snapshot: str
    ledger: Head | None
    lists: dict[str, str]
    hulls: int
    changes: int
    key: Key
    files: dict[str, File]

    def content(self) -> bytes:
        """The bytes that are signed."""
        options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
        return orjson.dumps(self.model_dump(), option=options)


def listed(files: Mapping[str, bytes]) -> dict[str, File]:
    """Files by name, with size and digest."""
    return {name: File(sha256=digest(content), bytes=len(content)) for name, content in files.items()}


def digest(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()
