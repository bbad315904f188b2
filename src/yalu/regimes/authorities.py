"""Authorities and obligations, a paragraph or section a row, and what lets a ship be stopped."""

from __future__ import annotations

from typing import Annotated, ClassVar

from yalu.regimes.rows import Item, Jurisdiction, PartialDate, Ref, Row, SectionFile

AuthorityId = Annotated[str, Ref("authority")]
Force = Annotated[str, "shall, may, call, prohibited, political, and the like"]


class Authority(Row):
    """A power or duty under an instrument, between two dates."""

    statement_kind: ClassVar[str] = "Authority"
    own_date_fields: ClassVar[tuple[str, ...]] = ("start",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = (
        "instrument",
        "provision",
        "target_class",
        "effect",
        "basis_note",
        "unverified",
    )

    jurisdiction: Jurisdiction
    instrument: str
    provision: str
    measure_type: str
    target_class: str
    start: PartialDate
    end: PartialDate | None
    effect: str


class Authorities(SectionFile):
    """The file ``authorities.yaml``."""

    authorities: list[Authority] = []


class ReportTo(Item):
    """What must be reported, to whom, and when."""

    text_fields: ClassVar[tuple[str, ...]] = ("what", "to", "when")

    what: str
    to: str
    when: str


class BoardingPower(Row):
    """Who may inspect, board, divert or seize: where, on what ground, with whose consent."""

    statement_kind: ClassVar[str] = "BoardingPower"
    own_date_fields: ClassVar[tuple[str, ...]] = ("in_force_from",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = (
        "who",
        "power",
        "ground",
        "consent",
        "on_refusal",
        "limits",
        "instrument",
        "provision",
        "basis_note",
    )

    who: str
    power: str
    force: Force
    where: list[str]
    ground: str
    consent: str
    on_refusal: str | None
    report: ReportTo | None
    limits: str | None = None
    jurisdiction: Jurisdiction
    instrument: str
    provision: str
    in_force_from: PartialDate
    in_force_until: PartialDate | None
    authorities: list[AuthorityId] = []


class BoardingStep(Row):
    """A question to ask, and by its answer the powers that apply or what to do."""

    statement_kind: ClassVar[str] = "BoardingStep"
    text_fields: ClassVar[tuple[str, ...]] = ("answers", "basis_note")

    question: str
    answers: dict[str, list[str]]


class Boarding(SectionFile):
    """The file ``boarding.yaml``."""

    powers: list[BoardingPower] = []
    decision: list[BoardingStep] = []
