"""Sources that a user brings: files of FollowTheMoney, own lists, passages, and what ports reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, Literal

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.sources.registry import Contract, Part, Source, sources
from yalu.sources.sighting import Parsed

Kind = Literal["ftm", "own", "documents", "results"]

KINDS: Final = {
    "ftm": "a file of FollowTheMoney",
    "own": "your own list",
    "documents": "passages of documents, each accepted by a person",
    "results": "results of inspections of ships, as authorities reported them",
}
"""What a user can bring, each with its words."""

DOCUMENTS: Final = "documents"
"""The kind, and the name, of the one source that holds what was cited from documents."""

RESULTS: Final = "port-results"
"""The one source that holds what authorities reported of ships that they inspected."""

COLUMNS: Final = "columns"
"""The document of an own list's copy that says which of its columns means what."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TAKEN = frozenset(
    {"au", "ca", "casebook", "csl", "eu", "gb", "imo", "iran", "jp", "kr", "labor", "ofac", "own"}
)
_TAKEN |= {DOCUMENTS, "travel", "uk", "un", "us", "yalu"}


class UserSource(Source):
    """A source that the workspace defines. Its id begins the ids of its parties."""

    kind: Kind
    columns: dict[str, str] = Field(default={}, description="own lists: what is read, and from which column")

    def parse(self, documents: Mapping[str, bytes]) -> dict[str, Parsed]:
        """Parse the documents of one copy; an own list is read by the columns that its copy names."""
        if self.kind == DOCUMENTS:
            from yalu.sources.documents.parse import parse as parse_journal

            return {part: parse_journal(content, self.id) for part, content in documents.items()}
        if self.kind == "results":
            from yalu.sources.results.parse import parse as parse_results

            return {part: parse_results(content, self.id) for part, content in documents.items()}
        if self.kind == "ftm":
            from yalu.sources.ftm.parse import parse

            return {part: parse(content, self.id) for part, content in documents.items()}
        from yalu.sources.own.parse import parse as parse_own

        columns: dict[str, str] = orjson.loads(documents.get(COLUMNS, b"{}"))
        return {"list": parse_own(documents["list"], self.id, columns), COLUMNS: Parsed()}

    def with_columns(self) -> dict[str, bytes]:
        """The documents that go with a user's file into its copy."""
        if self.kind != "own":
            return {}
        return {COLUMNS: orjson.dumps(self.columns, option=orjson.OPT_SORT_KEYS)}

    def definition(self) -> dict[str, Any]:
        """What the workspace keeps of it."""
        return {"id": self.id, "kind": self.kind, "columns": self.columns}


def user_source(kind: Kind, name: str, columns: Mapping[str, str] | None = None) -> UserSource:
    """Make a source of the user's. Raises UsageError where its name cannot be one."""
    check_name(kind, name)
    if kind == DOCUMENTS:
        return _documents()
    if kind == "results":
        return _results()
    part = "entities" if kind == "ftm" else "list"
    patterns = ["*.json", "*.jsonl", "*.csv", "*.gz"] if kind == "ftm" else ["*.csv", "*.xlsx", "*.tsv"]
    version = 1
    if kind == "ftm":
        from yalu.sources.ftm.parse import PARSER_VERSION

        version = PARSER_VERSION
    return UserSource(
        id=name,
        kind=kind,
        columns=dict(columns or {}),
        title=name if kind == "ftm" else f"{name} (own list)",
        publisher="the user",
        licence="as the file says; it stays in the workspace",
        about=KINDS[kind],
        history="copies",
        parser_version=version,
        stale_after_days=365,
        tried_on_real_file=kind == "own",
        parts=[Part(name=part, files=patterns)],
        contract=Contract(min_records=1, max_records=5_000_000, max_bytes=1_000_000_000),
    )


def _documents() -> UserSource:
    """The source of what was cited: each edition of its journal holds all of the one before."""
    from yalu.sources.documents.parse import PARSER_VERSION

    return UserSource(
        id=DOCUMENTS,
        kind=DOCUMENTS,
        title="Documents cited here",
        publisher="the user",
        licence="as each document says; it stays in the workspace",
        about=KINDS[DOCUMENTS],
        history="replace",
        parser_version=PARSER_VERSION,
        stale_after_days=100_000,
        tried_on_real_file=True,
        parts=[Part(name="journal", files=["journal.jsonl"])],
        contract=Contract(min_records=1, max_records=1_000_000, max_bytes=1_000_000_000),
    )


def _results() -> UserSource:
    """The source of what ports reported: each edition of its journal holds all of the one before."""
    from yalu.sources.results.parse import PARSER_VERSION

    return UserSource(
        id=RESULTS,
        kind="results",
        title="Results of inspections, as reported",
        publisher="the authorities named in it",
        licence="as each report says; it stays in the workspace",
        about=KINDS["results"],
        history="replace",
        parser_version=PARSER_VERSION,
        stale_after_days=100_000,
        tried_on_real_file=False,
        parts=[Part(name="journal", files=["journal.jsonl"])],
        contract=Contract(min_records=1, max_records=1_000_000, max_bytes=1_000_000_000),
    )


def check_name(kind: str, name: str) -> None:
    """Refuse a name that is no id, or that is or looks like one of the lists'."""
    if (kind == DOCUMENTS and name == DOCUMENTS) or (kind == "results" and name == RESULTS):
        return
    if not _ID.fullmatch(name) or len(name) > 40:
        raise UsageError(
            f"{name[:60]!r} cannot name a source.",
            expected="small letters, digits and single hyphens, 40 at most, such as dprk-reports",
        )
    first = name.split("-")[0]
    taken = first in _TAKEN or name in sources() or f"{name}-".startswith(f"{RESULTS}-")
    if taken or (name == "ftm" and kind != "ftm"):
        raise UsageError(
            f"{name!r} would look like an official list, or is a word of Yalu's own.",
            expected=f"a name that does not begin with {first}",
            do=f"Take my-{name}, for example.",
        )
