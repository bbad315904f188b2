"""How states carry out their duties: reports, cases, help, national law, and who watches."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from yalu.regimes.rows import Country, PartialDate, Row, SectionFile

Year = Annotated[str, Field(pattern=r"^\d{4}$")]


class ReportingDuty(Row):
    """A duty to report, with its day."""

    statement_kind: ClassVar[str] = "ReportingDuty"
    text_fields: ClassVar[tuple[str, ...]] = ("resolution", "basis_note")

    resolution: str
    para: str
    due: str
    deadline: PartialDate


class ReportCount(Row):
    """How many states had reported. A count carries no names: others are unknown, not late."""

    statement_kind: ClassVar[str] = "ReportCount"
    own_date_fields: ClassVar[tuple[str, ...]] = ("as_of",)
    text_fields: ClassVar[tuple[str, ...]] = ("resolution", "note", "basis_note")

    resolution: str
    as_of: PartialDate | None
    states: int | None
    note: str | None = None


class ReportStatus(Row):
    """Whether a named state had reported."""

    statement_kind: ClassVar[str] = "ReportStatus"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("resolution", "status", "note", "basis_note")

    state: Country
    resolution: str
    status: str
    date: PartialDate | None = None
    note: str | None = None


class StatesNamed(Row):
    """States that a study names in alleged cases of a period; being named is no finding."""

    statement_kind: ClassVar[str] = "StatesNamed"
    text_fields: ClassVar[tuple[str, ...]] = ("period", "note", "basis_note")

    period: str
    n: int
    n_coded: int | None = None
    states: list[Country] = []
    military: list[Country] = []
    military_n: int | None = None
    business: list[Country] = []
    designated_party_business: list[Country] = []
    supply: list[Country] = []
    shipping_n: int | None = None
    remediated: list[Country] = []
    possible_only: list[Country] = []
    note: str | None = None


class StateCase(Row):
    """A challenge in one state. ``memo_response`` is a suggestion, not a finding about the state."""

    statement_kind: ClassVar[str] = "StateCase"
    own_date_fields: ClassVar[tuple[str, ...]] = ("from_year",)
    text_fields: ClassVar[tuple[str, ...]] = ("period", "issue", "obligation", "state_action", "basis_note")

    state: Country
    period: str
    from_year: Year | None = None
    to_year: Year | None = None
    issue: str
    obligation: str
    memo_response: Literal["technical_assistance", "sanction_if_refused", "engage_or_none"] | None = None
    state_action: str | None = None


class AssistanceProvider(Row):
    """Who helps states to carry out the resolutions."""

    statement_kind: ClassVar[str] = "AssistanceProvider"
    text_fields: ClassVar[tuple[str, ...]] = ("provider", "type", "basis_note")

    provider: str
    type: str


class ResponseRule(Row):
    """When to help, and when to sanction."""

    statement_kind: ClassVar[str] = "ResponseRule"
    text_fields: ClassVar[tuple[str, ...]] = ("from_memo", "steps", "caution", "basis_note")

    from_memo: str
    steps: list[str]
    caution: str


class NationalLaw(Row):
    """A national law or order that carries out a resolution."""

    statement_kind: ClassVar[str] = "NationalLaw"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("resolution", "measure", "note", "basis_note")

    state: Country
    resolution: str
    measure: str
    date: PartialDate
    note: str | None = None


class CommitteeChair(Row):
    """Which state chaired the committee."""

    statement_kind: ClassVar[str] = "CommitteeChair"
    own_date_fields: ClassVar[tuple[str, ...]] = ("from_year",)
    text_fields: ClassVar[tuple[str, ...]] = ("period", "basis_note")

    state: Country
    period: str
    from_year: Year
    to_year: Year


class MonitoringEnd(Row):
    """How the panel of experts ended."""

    statement_kind: ClassVar[str] = "MonitoringEnd"
    own_date_fields: ClassVar[tuple[str, ...]] = ("veto",)
    text_fields: ClassVar[tuple[str, ...]] = ("joint_statement", "basis_note")

    veto: PartialDate
    mandate_end: PartialDate
    joint_statement: str


class MonitoringTeam(Row):
    """What states set up in its place."""

    statement_kind: ClassVar[str] = "MonitoringTeam"
    own_date_fields: ClassVar[tuple[str, ...]] = ("created",)
    text_fields: ClassVar[tuple[str, ...]] = ("nature", "basis_note")

    name: str
    created: PartialDate
    members: list[Country]
    nature: str


class MonitoringReport(Row):
    """A report of that team."""

    statement_kind: ClassVar[str] = "MonitoringReport"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("subject", "facts", "basis_note")

    no: int
    date: PartialDate
    subject: str
    facts: list[str]


class PanelAssessment(Row):
    """What the panel, or states about its work, said."""

    statement_kind: ClassVar[str] = "PanelAssessment"
    own_date_fields: ClassVar[tuple[str, ...]] = ("year",)
    text_fields: ClassVar[tuple[str, ...]] = ("document", "fact", "basis_note")

    year: int
    document: str
    fact: str


class Implementation(SectionFile):
    """The file ``implementation.yaml``."""

    reporting_duties: list[ReportingDuty] = []
    report_counts: list[ReportCount] = []
    known_report_status: list[ReportStatus] = []
    states_named_by_year: list[StatesNamed] = []
    cases: list[StateCase] = []
    assistance_providers: list[AssistanceProvider] = []
    response_rule: list[ResponseRule] = []
    national_law_seen: list[NationalLaw] = []
    committee_chairs: list[CommitteeChair] = []
    panel_assessments: list[PanelAssessment] = []
    monitoring_ends: list[MonitoringEnd] = []
    monitoring_teams: list[MonitoringTeam] = []
    monitoring_reports: list[MonitoringReport] = []
    monitoring_cases: list[StateCase] = []
