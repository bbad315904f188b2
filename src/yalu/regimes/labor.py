"""Workers sent abroad: how many, for how much, by whom, and under which law."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from yalu.regimes.rows import Country, PartialDate, PartyId, Ref, Row, SectionFile

Host = Annotated[str, Field(pattern=r"^([A-Z]{2}|[A-Z][A-Z_]+)$")]
"""A country, or a region such as WORLD."""


Lineage = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""The root of a figure: two figures of one lineage are one witness."""


class LaborEstimate(Row):
    """How many workers in a host country, by whose estimate.

    Estimates repeat one another: ``lineage`` is the root from which a figure comes, ``repeats`` the row whose
    figure it gives again; ``no_total`` says why a row is no count of all workers there.
    """

    statement_kind: ClassVar[str] = "LaborEstimate"
    own_date_fields: ClassVar[tuple[str, ...]] = ("as_of",)
    text_fields: ClassVar[tuple[str, ...]] = ("estimator", "note", "basis_note")

    lineage: Lineage
    repeats: str | None = None
    no_total: str | None = None
    host: Host
    low: int = Field(ge=0)
    high: int = Field(ge=0)
    as_of: PartialDate
    estimator: str
    sectors: list[str] = []
    note: str | None = None


class RevenueClaim(Row):
    """What somebody said that the workers earn for the regime; the bounds are in millions of US dollars."""

    statement_kind: ClassVar[str] = "RevenueEstimate"
    text_fields: ClassVar[tuple[str, ...]] = ("claim", "who", "check", "basis_note")

    lineage: Lineage
    claim: str
    who: str
    low_musd: int | None = None
    high_musd: int | None = None
    check: str | None = None


class Wage(Row):
    """What a worker is paid, and what is taken."""

    statement_kind: ClassVar[str] = "Wage"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("fact", "basis_note")

    fact: str
    year: int


class Employer(Row):
    """Who sends or employs workers; ``ids`` are its parties, ``listed`` the words about its listings."""

    statement_kind: ClassVar[str] = "Employer"
    text_fields: ClassVar[tuple[str, ...]] = ("workers", "listed", "note", "basis_note")

    name: str
    ids: list[PartyId] = []
    hosts: list[Country] = []
    sector: str | None = None
    workers: str | None = None
    listed: dict[str, str] = {}
    note: str | None = None


class LaborLaw(Row):
    """A rule on workers from the target country."""

    statement_kind: ClassVar[str] = "Authority"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("instrument", "effect", "check", "basis_note")

    instrument: str
    date: PartialDate
    effect: str
    check: str | None = None


class Repatriation(Row):
    """How many states reported, and how many workers went home, as known on a day."""

    statement_kind: ClassVar[str] = "RepatriationReport"
    own_date_fields: ClassVar[tuple[str, ...]] = ("as_of",)
    text_fields: ClassVar[tuple[str, ...]] = ("basis_note",)

    as_of: PartialDate
    states_with_midterm_report: int | None = None
    states_with_final_report: int | None = None
    workers_repatriated: int | None = None


class LaborIndicator(Row):
    """A sign of forced or disguised labor."""

    statement_kind: ClassVar[str] = "Indicator"
    text_fields: ClassVar[tuple[str, ...]] = ("indicator", "basis_note")

    indicator: str


class NamedList(Row):
    """A list that a publication of a year gives: sectors, or host countries."""

    statement_kind: ClassVar[str] = "NamedList"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("name", "basis_note")

    name: str
    year: int
    list_: list[str] = Field(alias="list")


class Pay(Row):
    """A wage fact as numbers: US dollars a month for a worker, and the percentage that is taken."""

    statement_kind: ClassVar[str] = "LaborPay"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("note", "basis_note")

    wage: str
    year: int
    lineage: Lineage
    usd_month_low: int | None = None
    usd_month_high: int | None = None
    taken_pct_low: int | None = None
    taken_pct_high: int | None = None
    note: str | None = None


class LaborMeasure(Row):
    """What a measure is assumed to take away: by year the share of the workers, ``low-high``, in all."""

    statement_kind: ClassVar[str] = "LaborMeasure"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("instrument", "assumption", "basis_note")

    name: str
    instrument: str
    date: PartialDate
    hosts: list[Host]
    steps: dict[str, str]
    assumption: str


class LaborPledge(Row):
    """What a state, or every state, said or has to do about such workers."""

    statement_kind: ClassVar[str] = "LaborPledge"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("pledge", "basis_note")

    state: Host
    date: PartialDate
    due: PartialDate | None = None
    pledge: str


class PayerRule(Row):
    """Which role meets a criterion, and for which it stays open, with the question that a person answers."""

    statement_kind: ClassVar[str] = "PayerRule"
    own_date_fields: ClassVar[tuple[str, ...]] = ("since",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("name", "open_question", "basis_note")

    authority: Annotated[str, Ref("authority")]
    name: str
    since: PartialDate
    met_by: list[str] = []
    open_for: list[str] = []
    open_question: str


class Labor(SectionFile):
    """The file ``labor.yaml``."""

    estimates: list[LaborEstimate] = []
    revenue: list[RevenueClaim] = []
    wages: list[Wage] = []
    employers_and_dispatchers: list[Employer] = []
    laws: list[LaborLaw] = []
    repatriation: list[Repatriation] = []
    sectors: list[NamedList] = []
    indicators: list[LaborIndicator] = []
    it_worker_hosts: list[NamedList] = []
    pay: list[Pay] = []
    measures: list[LaborMeasure] = []
    pledges: list[LaborPledge] = []
    payer_rules: list[PayerRule] = []
