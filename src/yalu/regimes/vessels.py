"""Vessels and what happened with them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from yalu.regimes.parties import Listing
from yalu.regimes.rows import (
    Basis,
    Country,
    DateBasis,
    Item,
    PartialDate,
    PartyId,
    Row,
    SectionFile,
    SourceId,
    VesselId,
)

Imo = Annotated[str, Field(pattern=r"^\d{7}$")]
Mmsi = Annotated[str, Field(pattern=r"^\d{9}$")]


class Flag(Item):
    """A flag, by whose record, on which day."""

    own_date_fields: ClassVar[tuple[str, ...]] = ("as_of",)
    text_fields: ClassVar[tuple[str, ...]] = ("as_of_basis", "flag_note")

    flag: Country
    per: str
    as_of: PartialDate | None = None
    as_of_basis: str
    flag_note: str | None = None
    src: list[SourceId]


class VesselLink(Item):
    """A party that a list links the vessel to, as the list writes its name."""

    as_listed: str
    id: PartyId


class NamedAs(Item):
    """How a document that ties the vessel to others names it."""

    own_date_fields: ClassVar[tuple[str, ...]] = ("first_public",)

    name: str
    countries: list[Country]
    first_public: PartialDate
    basis: Basis
    src: list[SourceId]


class Vessel(Row):
    """A hull. The number that lasts is the IMO number; an MMSI or a name is not a key.

    A right check digit does not prove that a remembered number belongs to the vessel: see ``imo_basis``.
    """

    statement_kind: ClassVar[str] = "Vessel"
    own_date_fields: ClassVar[tuple[str, ...]] = ("first_public",)
    text_fields: ClassVar[tuple[str, ...]] = ("note", "imo_note", "src_note", "basis_note")

    ids: list[str] = []
    names: list[str] = Field(min_length=1)
    imo: Imo | None = None
    imo_check_digit_ok: bool | None = None
    imo_basis: DateBasis | None = None
    imo_candidate: Imo | None = None
    imo_note: str | None = None
    mmsi: list[Mmsi] = []
    type: str | None = None
    tonnage_dwt: int | None = Field(default=None, gt=0)
    countries: list[Country] = []
    flags: list[Flag] = []
    listings: list[Listing] = []
    linked_to: list[VesselLink] = []
    named_as: NamedAs | None = None
    first_public: PartialDate | None = None
    src_note: str | None = None
    note: str | None = None

    def own_dates(self) -> list[str]:
        """Its first public date, and the dates of its listings."""
        return [*super().own_dates(), *(x.date for x in self.listings if x.date)]


class Vessels(SectionFile):
    """The file ``vessels.yaml``."""

    vessels: list[Vessel] = []


class Incident(Row):
    """Something that vessels did or suffered. ``public_fields`` were public from ``public_since``."""

    statement_kind: ClassVar[str] = "Incident"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("outcome", "quantity", "note", "public_basis", "basis_note")

    date: PartialDate
    kind: str
    vessels: list[VesselId]
    place: str
    cargo: str | None = None
    quantity: str | None = None
    acting_state: list[Country] = []
    outcome: str | None = None
    public_since: PartialDate | None = None
    public_basis: str | None = None
    public_fields: list[str] = []
    note: str | None = None


class Incidents(SectionFile):
    """The file ``incidents.yaml``."""

    incidents: list[Incident] = []
