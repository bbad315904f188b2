"""The registry of sources: one id a work, with the dates that say when it could be read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from yalu.regimes.rows import Basis, PartialDate


class SourceDoc(BaseModel):
    """A law, list, report, article or page.

    ``date`` is null where no date is known; ``date_first`` is the first date of a source that grew over
    time (a list kept in many copies), and ``date`` then its last. ``variants`` holds what other citations
    of the same work say in a field; ``ids`` are further ids under which it was cited.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    author: str | None = None
    publisher: str | None = None
    date: PartialDate | None
    date_first: PartialDate | None = None
    date_text: str | None = None
    date_in_memo: PartialDate | None = None
    symbol: str | None = None
    url: str | None = None
    where: str | None = None
    basis: Basis
    basis_note: str | None = None
    note: str | None = None
    variants: dict[str, list[str]] = {}
    ids: list[str] = []


class Sources(BaseModel):
    """The file ``sources.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: dict[str, SourceDoc]
