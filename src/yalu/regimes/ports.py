"""Ports and sea areas: where to look. A position inside a circle or a box is never proof."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from yalu.regimes.rows import Confidence, Country, Item, Row, SectionFile, SourceId

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class PortIndexEntry(BaseModel):
    """The port's entry in the World Port Index; depths in metres."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str
    name: str
    alternate: str | None
    unlocode: str | None
    harbor_size: str
    harbor_type: str
    channel_depth_m: float
    anchorage_depth_m: float
    cargo_pier_depth_m: float
    ice: str


class Terminal(Item):
    """A terminal of a port."""

    type: str
    lat: Latitude
    lon: Longitude
    radius_km: int
    cargo: list[str]
    confidence: Confidence
    src: list[SourceId]


class Port(Row):
    """A port of the target country; the circle is for matching positions."""

    statement_kind: ClassVar[str] = "Port"
    text_fields: ClassVar[tuple[str, ...]] = ("note", "basis_note")

    name: str
    hangul: str | None = None
    hanja: str | None = None
    other_names: list[str] = []
    kind: str
    country: Country
    lat: Latitude
    lon: Longitude
    radius_km: int
    wpi: PortIndexEntry | None = None
    terminals: list[Terminal] = []
    km_to_stored_eez_edge: float | None
    confidence: Confidence
    note: str | None = None


class ForeignPort(Row):
    """A port elsewhere that matters, and why."""

    statement_kind: ClassVar[str] = "ForeignPort"
    text_fields: ClassVar[tuple[str, ...]] = ("why", "basis_note")

    name: str
    original: str
    country: Country
    lat: Latitude
    lon: Longitude
    wpi: str | None
    unlocode: str | None
    radius_km: int
    why: str


class Box(BaseModel):
    """A rough rectangle, drawn by hand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lat_min: Latitude
    lat_max: Latitude
    lon_min: Longitude
    lon_max: Longitude


class SeaArea(Row):
    """A sea area in which transfers or loadings were reported; boxes cover busy lanes."""

    statement_kind: ClassVar[str] = "SeaArea"
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    name: str
    box: Box
    cargo: list[str]
    period: str
    confidence: Confidence
    note: str | None = None


class Ports(SectionFile):
    """The file ``ports.yaml``."""

    ports: list[Port] = []
    foreign_ports: list[ForeignPort] = []
    sea_areas: list[SeaArea] = []
