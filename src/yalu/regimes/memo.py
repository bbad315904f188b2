"""The memo that the regime follows: its notes with the works they cite, and the figures to check."""

from __future__ import annotations

from typing import ClassVar

from yalu.regimes.rows import Row, SectionFile, SourceId


class MemoNote(Row):
    """A note of the memo. ``cites`` are the works in the note's order; ``check`` says what was found."""

    statement_kind: ClassVar[str] = "MemoNote"
    text_fields: ClassVar[tuple[str, ...]] = (
        "supports",
        "check",
        "citation_error",
        "stored_copy_note",
        "basis_note",
    )

    note: int
    cites: list[SourceId]
    recommendation: str
    supports: str
    stored_copy_found: bool
    stored_copy_note: str | None = None
    check: str | None = None
    citation_error: str | None = None


class Claim(Row):
    """A figure to check. ``source_text`` says in words where it comes from."""

    statement_kind: ClassVar[str] = "Claim"
    text_fields: ClassVar[tuple[str, ...]] = (
        "claim",
        "source_text",
        "conflict",
        "check",
        "also",
        "basis_note",
    )

    claim: str
    source_text: str
    url: str | None
    also: str | None = None
    conflict: str | None = None
    check: str | None = None


class Memo(SectionFile):
    """The file ``memo.yaml``."""

    notes: list[MemoNote] = []
    claims: list[Claim] = []
