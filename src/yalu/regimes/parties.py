"""Parties: persons, companies, banks, public bodies, aircraft, and nodes that stand for several."""

from __future__ import annotations

from typing import ClassVar, Literal

from yalu.regimes.rows import (
    Confidence,
    Country,
    DateBasis,
    Item,
    Jurisdiction,
    PartialDate,
    PartyId,
    Row,
    SectionFile,
    SourceId,
)

PartyKind = Literal[
    "Person", "Company", "Organization", "PublicBody", "LegalEntity", "Airplane", "BankAccount"
]
ListingStatus = Literal["listed", "removed", "special_measure"]


class Removed(Item):
    """Between which days a listing ended: it still stood on ``after`` and was gone on ``by``."""

    after: PartialDate
    by: PartialDate


class Listing(Item):
    """An entry of a party or vessel on an authority's list."""

    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = (
        "authority",
        "authority_text",
        "programs",
        "measures",
        "note",
        "date_note",
        "date_basis_note",
        "status_text",
    )

    by: Jurisdiction
    date: PartialDate | None
    date_basis: DateBasis
    date_basis_note: str | None = None
    date_note: str | None = None
    date_not_before: PartialDate | None = None
    authority: str
    authority_text: str | None = None
    ref: str | None = None
    programs: list[str] = []
    measures: list[str] = []
    status: ListingStatus
    status_text: str | None = None
    removed: Removed | None = None
    url: str | None = None
    note: str | None = None
    src: list[SourceId]


class ReportedListing(Item):
    """A listing that a page reports and no list held here confirms: take it from the list."""

    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("note",)

    by: Jurisdiction
    date: PartialDate
    note: str | None = None
    src: list[SourceId]


class Party(Row):
    """A party.

    One with ``aggregate`` stands for several together, or for one that its source does not name: a tie may
    end at it, and it is counted as no party.
    """

    statement_kind: ClassVar[str] = "Party"
    own_date_fields: ClassVar[tuple[str, ...]] = ("first_public",)
    text_fields: ClassVar[tuple[str, ...]] = ("note", "position", "basis_note")

    kind: PartyKind
    bank: bool = False
    aggregate: bool = False
    ids: list[str] = []
    name: str
    countries: list[Country] = []
    position: str | None = None
    aliases: list[str] = []
    listings: list[Listing] = []
    listing_reported: ReportedListing | None = None
    first_public: PartialDate | None = None
    alias_of: PartyId | None = None
    confidence: Confidence | None = None
    note: str | None = None

    def own_dates(self) -> list[str]:
        """Its first public date, and the dates of its listings."""
        return [*super().own_dates(), *(x.date for x in self.listings if x.date)]


class Parties(SectionFile):
    """The file ``parties.yaml``."""

    parties: list[Party] = []
