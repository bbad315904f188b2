"""Goods: what may not be sold to or bought from the target country, since when, up to which cap."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from yalu.regimes.rows import Item, Jurisdiction, PartialDate, Ref, Row, SectionFile

HsCode = Annotated[str, Field(pattern=r"^\d{2,8}$")]


class Cap(Item):
    """How much is allowed in a period. Value and quantity apply together as ``rule`` says."""

    text_fields: ClassVar[tuple[str, ...]] = ("period", "rule")

    quantity: Decimal | None
    unit: str
    value: Decimal | None
    currency: str | None
    period: str
    rule: str


class TradeRule(Row):
    """A ban, cap or licence on goods. HS codes stated by the compiler are an aid and decide no case."""

    statement_kind: ClassVar[str] = "TradeRule"
    own_date_fields: ClassVar[tuple[str, ...]] = ("in_force_from",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = (
        "goods",
        "hs_stated_by",
        "instrument",
        "paragraph",
        "status",
        "superseded_by",
        "note",
        "basis_note",
    )

    goods: str
    direction: Annotated[str, Field(pattern=r"^(both|export_from_[a-z]+|supply_to_[a-z]+)$")]
    hs: list[HsCode]
    hs_stated_by: str
    hs_decides: list[HsCode] = []
    """Codes that a resolution or a national table states for these goods; others only raise a question."""
    jurisdiction: Jurisdiction
    instrument: str
    paragraph: str
    status: str
    in_force_from: PartialDate | None
    in_force_until: PartialDate | None
    superseded_by: str | None
    cap: list[Cap] = []
    exemptions: list[Annotated[str, Ref("exemption")]] = []
    note: str | None = None

    @model_validator(mode="after")
    def _decides_what_it_names(self) -> Self:
        for code in self.hs_decides:
            if not any(code.startswith(named) for named in self.hs):
                raise ValueError(f"{code} decides and is under none of the codes in hs")
        return self


class Exemption(Row):
    """What stays allowed, and by which procedure."""

    statement_kind: ClassVar[str] = "Exemption"
    text_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "text",
        "instrument",
        "paragraph",
        "applies_to",
        "granted_by",
        "status",
        "until",
        "procedure",
        "basis_note",
    )

    name: str
    text: str
    instrument: str
    paragraph: str
    applies_to: str
    granted_by: str | None = None
    status: str
    until: PartialDate | None
    procedure: str | None = None


class Goods(SectionFile):
    """The file ``goods.yaml``."""

    rules: list[TradeRule] = []
    exemptions: list[Exemption] = []
