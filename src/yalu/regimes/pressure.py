"""Money: what feeds the regime by year, what it buys, what measures took away, and how it adapted."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from yalu.regimes.rows import Country, PartialDate, Ref, Row, SectionFile, SeriesGrade

StreamId = Annotated[str, Ref("stream")]


class Stream(Row):
    """A source of revenue, and the measures that hit it."""

    statement_kind: ClassVar[str] = "Stream"
    text_fields: ClassVar[tuple[str, ...]] = ("hit_by", "basis_note")

    name: str
    hit_by: list[str]


class Revenue(Row):
    """What a stream brought in a year, gross, in US dollars; low and high are null in a gap."""

    statement_kind: ClassVar[str] = "RevenueEstimate"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    stream: StreamId
    year: int
    period: str | None = None
    low: Decimal | None
    high: Decimal | None
    partner: str
    kind: str
    status: Literal["observed", "gap", "ex_ante"]
    grade: SeriesGrade
    note: str | None = None


class CrossCheck(Row):
    """Whether two series agree."""

    statement_kind: ClassVar[str] = "CrossCheck"
    text_fields: ClassVar[tuple[str, ...]] = ("what", "basis_note")

    what: str
    gap_pct: float | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class _Total(Row):
    statement_kind: ClassVar[str] = "TradeTotal"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year", "month")
    text_fields: ClassVar[tuple[str, ...]] = ("note", "basis_note")

    year: int | None = None
    month: PartialDate | None = None
    note: str | None = None


class CustomsTotal(_Total):
    """A partner's customs figures, by year or month."""

    partner: Country
    imports_from_target: Decimal | None
    exports_to_target: Decimal | None


class CustomsPeriod(CustomsTotal):
    """A partner's customs figures for several months together."""

    own_date_fields: ClassVar[tuple[str, ...]] = ("to",)

    period: str
    from_: PartialDate = Field(alias="from")
    to: PartialDate


class TradeTotal(_Total):
    """Exports and imports with all partners, by an estimator."""

    estimator: str
    exports: Decimal
    imports: Decimal


class Growth(_Total):
    """Growth of the economy in percent."""

    statement_kind: ClassVar[str] = "Growth"

    estimator: str
    gdp_growth_pct: float


class CoalMonth(_Total):
    """Coal bought in a month."""

    tonnes: Decimal | None
    usd: Decimal | None


class ExchangeStock(_Total):
    """Foreign currency held."""

    statement_kind: ClassVar[str] = "ExchangeStock"
    text_fields: ClassVar[tuple[str, ...]] = ("estimator", "note", "basis_note")

    low: Decimal
    high: Decimal
    estimator: str


class ExchangeFlow(Row):
    """Foreign currency gained or lost a year."""

    statement_kind: ClassVar[str] = "ExchangeFlow"
    text_fields: ClassVar[tuple[str, ...]] = ("period", "basis_note")

    period: str
    change_per_year: Decimal


class RevenueFile(SectionFile):
    """The file ``pressure/revenue.yaml``."""

    streams: list[Stream] = []
    rows: list[Revenue] = []
    cross_checks: list[CrossCheck] = []
    customs_by_year: list[CustomsTotal] = []
    customs_by_month: list[CustomsTotal] = []
    customs_by_period: list[CustomsPeriod] = []
    trade_by_year: list[TradeTotal] = []
    growth_by_year: list[Growth] = []
    coal_by_month: list[CoalMonth] = []
    foreign_exchange_stock: list[ExchangeStock] = []
    foreign_exchange_flow: list[ExchangeFlow] = []


class ImportMeasure(Row):
    """A ban or cap on what the regime may buy."""

    statement_kind: ClassVar[str] = "TradeRule"
    own_date_fields: ClassVar[tuple[str, ...]] = ("from_",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("resolution", "cap", "basis_note")

    item: str
    resolution: str
    from_: PartialDate | None = Field(alias="from")
    cap: str


class Import(Row):
    """What was brought in, notified or estimated."""

    statement_kind: ClassVar[str] = "ImportEstimate"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    item: str
    year: int
    period: str | None = None
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: str
    grade: SeriesGrade
    note: str | None = None


class ImportsFile(SectionFile):
    """The file ``pressure/imports.yaml``."""

    measures: list[ImportMeasure] = []
    rows: list[Import] = []
