"""What measures took away, how the regime adapted, and what studies found."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from yalu.regimes.rows import PartialDate, Row, SectionFile, SeriesGrade

Year = Annotated[str, Field(pattern=r"^\d{4}$")]


class Effect(Row):
    """A series before and after a measure: two windows, not a counterfactual."""

    statement_kind: ClassVar[str] = "Effect"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = (
        "measure",
        "unit",
        "window",
        "ex_ante",
        "reading",
        "confounders",
        "basis_note",
    )

    measure: str
    date: PartialDate
    target: str
    before: Decimal | None
    after: Decimal | None
    unit: str | None
    change_pct: Decimal | None
    window: str
    ex_ante: str | None = None
    reading: str | None = None
    confounders: list[str] = []
    grade: SeriesGrade


class Hindcast(Row):
    """A claim that a model of pressure must reproduce; ``data`` grades the figures."""

    statement_kind: ClassVar[str] = "Hindcast"
    text_fields: ClassVar[tuple[str, ...]] = ("claim", "test", "basis_note")

    claim: str
    data: Annotated[str, Field(pattern=r"^[A-D](/[A-D])?$")]
    test: str


class EffectsFile(SectionFile):
    """The file ``pressure/effects.yaml``."""

    rows: list[Effect] = []
    hindcasts: list[Hindcast] = []


class Adaptation(Row):
    """A technique of evasion. ``first_seen`` is the first public record, so an upper bound."""

    statement_kind: ClassVar[str] = "Adaptation"
    own_date_fields: ClassVar[tuple[str, ...]] = ("first_seen",)
    text_fields: ClassVar[tuple[str, ...]] = (
        "technique",
        "first_seen_text",
        "responds_to",
        "scale",
        "note",
        "basis_note",
    )

    technique: str
    first_seen: PartialDate
    first_seen_text: str | None = None
    responds_to: str
    lag_months: int | None
    scale: str
    serves: list[str]
    grade: SeriesGrade
    note: str | None = None


class AdaptationFile(SectionFile):
    """The file ``pressure/adaptation.yaml``."""

    rows: list[Adaptation] = []


class Study(Row):
    """A study of sanctions, and what of it a model can use."""

    statement_kind: ClassVar[str] = "Study"
    text_fields: ClassVar[tuple[str, ...]] = (
        "topic",
        "finding",
        "method",
        "period",
        "use_in_model",
        "basis_note",
    )

    topic: str
    finding: str
    method: str
    period: str
    from_year: Year | None = None
    to_year: Year | None = None
    numbers: dict[str, Decimal] = {}
    use_in_model: str | None = None
    grade: SeriesGrade


class StudiesFile(SectionFile):
    """The file ``pressure/studies.yaml``."""

    rows: list[Study] = []
