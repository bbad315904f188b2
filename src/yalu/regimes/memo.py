"""The memo that the regime follows: its notes with the works they cite, and the figures to check."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from yalu.regimes.rows import Country, Item, Jurisdiction, PartialDate, Row, SectionFile, SourceId


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


CheckMethod = Literal["restated", "sources_differ", "estimates", "revenue", "share_of_listed", "none"]
"""How a figure is checked: see docs/reference/claims.md."""


class Share(Item):
    """One half of a claim about shares: from ``low`` to ``high`` percent of an authority's parties."""

    listed_by: Jurisdiction
    low: int = Field(ge=0, le=100)
    high: int = Field(ge=0, le=100)


class Claim(Row):
    """A figure to check. ``source_text`` says in words where it comes from.

    ``memo_text`` is the part that the memo itself states, public with it (``public_since``); ``low`` and
    ``high`` are the figure that ``method`` compares with the evidence. A claim about several lists has
    one of ``shares`` for each; all are about ``country`` and ``on_day``.
    """

    statement_kind: ClassVar[str] = "Claim"
    text_fields: ClassVar[tuple[str, ...]] = (
        "claim",
        "memo_text",
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
    method: CheckMethod = "none"
    low: int | None = None
    high: int | None = None
    shares: list[Share] = []
    country: Country | None = None
    on_day: PartialDate | None = None
    memo_text: str | None = None
    public_since: PartialDate | None = None
    public_fields: list[str] = []


class Memo(SectionFile):
    """The file ``memo.yaml``."""

    notes: list[MemoNote] = []
    claims: list[Claim] = []
