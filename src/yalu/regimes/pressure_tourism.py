"""Visitors: how many, what they pay, what the regime earns, and how many were detained."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from yalu.regimes.rows import PartialDate, Row, SectionFile, SeriesGrade


class _OfYear(Row):
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("note", "basis_note")

    year: int
    note: str | None = None


class Visitors(_OfYear):
    """How many visitors of a group came in a year."""

    statement_kind: ClassVar[str] = "VisitorCount"
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    group: str
    period: str | None = None
    low: int
    high: int
    grade: SeriesGrade


class Price(_OfYear):
    """What a tour costs."""

    statement_kind: ClassVar[str] = "Price"
    text_fields: ClassVar[tuple[str, ...]] = ("what", "note", "basis_note")

    what: str
    usd: Decimal | None = None
    usd_low: Decimal | None = None
    usd_high: Decimal | None = None
    rub: Decimal | None = None


class TourismRevenue(_OfYear):
    """What tourism brings in a year."""

    statement_kind: ClassVar[str] = "RevenueEstimate"
    text_fields: ClassVar[tuple[str, ...]] = ("estimator", "note", "basis_note")

    group: str | None = None
    low: Decimal
    high: Decimal
    estimator: str


class DetentionExposure(Row):
    """Detentions against visitors. The rates rest on five or six events: give an interval."""

    statement_kind: ClassVar[str] = "DetentionExposure"
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    period: str
    us_visitors_low: int | None = None
    us_visitors_high: int | None = None
    us_detained_all: int | None = None
    us_detained_on_tour: int | None = None
    rate_per_1000_tour_low: float | None = None
    rate_per_1000_tour_high: float | None = None
    visitors_low: int | None = None
    visitors_high: int | None = None
    detained_on_tour: int | None = None
    rate_per_1000_low: float | None = None
    rate_per_1000_high: float | None = None
    detained: int | None = None
    american: int | None = None
    note: str | None = None


class TourismEvent(Row):
    """What opened or closed the country to visitors."""

    statement_kind: ClassVar[str] = "TourismEvent"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("event", "basis_note")

    date: PartialDate
    event: str


class TourismFile(SectionFile):
    """The file ``pressure/tourism.yaml``."""

    visitors: list[Visitors] = []
    prices: list[Price] = []
    revenue: list[TourismRevenue] = []
    detention_exposure: list[DetentionExposure] = []
    events: list[TourismEvent] = []
