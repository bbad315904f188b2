"""Where the ledger of a workspace is: in a file of the workspace, or in a database that a URL names."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import orjson

from yalu.errors import StorageError, UsageError, YaluError
from yalu.evidence.writing import replacing, unwritten

VARIABLE = "YALU_LEDGER"
EMBEDDED = "sqlite"
"""Names the file of the workspace where a URL is expected."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file (SQLite) or a ``url`` (PostgreSQL), and the folder in which the workspace remembers heads."""

    folder: Path
    file: Path | None
    url: str = ""
    named_by: str = ""
    """``--ledger`` or ``YALU_LEDGER``, where one of them names it; else the workspace does."""

    @property
    def name(self) -> str:
        """What users see and heads remember: the file, or the URL without its password."""
        return str(self.file) if self.file else re.sub(r"(//[^/@]*?):[^/@]*@", r"\1@", self.url)

    @property
    def key(self) -> str:
        """Names it among remembered heads; the workspace's own file keeps its name when all is moved."""
        return EMBEDDED if self.file == self.embedded else self.name

    @property
    def heads(self) -> Path:
        """The side file of remembered heads."""
        return self.folder / "heads.jsonl"

    @property
    def config(self) -> Path:
        """The file that names a ledger outside the workspace."""
        return self.folder / "config.json"

    @property
    def embedded(self) -> Path:
        """The file in which the workspace keeps its own ledger."""
        return self.folder / "ledger.sqlite"

    def at(self, url: str) -> Place:
        """The same workspace with the ledger elsewhere. Raises UsageError."""
        return _parsed(self.folder, url, "")

    def switch(self) -> None:
        """Make it the ledger of the workspace. Raises StorageError."""
        if self.file == self.embedded:
            try:
                self.config.unlink(missing_ok=True)
            except OSError as error:
                raise unwritten(self.config, error) from error
            return
        url = self.url or f"sqlite:///{(self.file or self.embedded).resolve()}"
        with replacing(self.config) as new:
            new.touch(mode=0o600)  # the URL may hold a password
            new.write_bytes(orjson.dumps({"version": 1, "url": url}) + b"\n")


def find(root: Path, given: str = "") -> Place:
    """The ledger of a workspace: the URL given, that of ``YALU_LEDGER``, the workspace's. Reads only."""
    folder = root / "ledger"
    if given:
        return _parsed(folder, given, "--ledger")
    if variable := os.environ.get(VARIABLE):
        return _parsed(folder, variable, VARIABLE)
    config = folder / "config.json"
    try:
        return _parsed(folder, str(orjson.loads(config.read_bytes())["url"]), "")
    except (FileNotFoundError, NotADirectoryError):
        return _parsed(folder, EMBEDDED, "")
    except OSError as error:
        raise StorageError(f"{config} cannot be read: {error.strerror}.") from error
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise YaluError(
            f"{config} does not say where the ledger is.",
            expected='{"version": 1, "url": "postgresql+psycopg://..."}',
            do="Write it again with yalu ledger move --to URL, or name the ledger with --ledger URL.",
        ) from None


def _parsed(folder: Path, url: str, named_by: str) -> Place:
    if url == EMBEDDED:
        return Place(folder, folder / "ledger.sqlite", named_by=named_by)
    kind, _, rest = url.partition("://")
    if kind == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Place(folder, Path(unquote(rest[1:])), named_by=named_by)
    if kind in ("postgresql", "postgresql+psycopg", "postgres") and rest:
        return Place(folder, None, f"postgresql+psycopg://{rest}", named_by)
    raise UsageError(
        f"{re.sub(r'//.*@', '//…@', url)!r} names no place for a ledger.",
        expected="postgresql+psycopg://USER@HOST/DATABASE, sqlite:///FILE, or sqlite for the workspace's own",
    )
