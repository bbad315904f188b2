"""Ties between parties and vessels, each with its clocks, and the kinds of tie."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from yalu.regimes.rows import NodeId, PartialDate, Ref, Row, SectionFile

EdgeKind = Literal[
    "Associate",
    "Directorship",
    "Employment",
    "Family",
    "Membership",
    "Ownership",
    "Payment",
    "Representation",
    "Succession",
    "UnknownLink",
]
Precision = Literal["day", "month", "year"]
TieGrade = Literal[
    "court_finding",
    "plea",
    "charge_or_complaint_allegation",
    "charge_later_acquitted",
    "government_listing_narrative",
    "government_record",
    "regulator_finding",
    "un_panel",
    "think_tank",
    "press",
    "company_disclosure",
]


class TieType(BaseModel):
    """What a type of tie is in followthemoney's words.

    ``role`` completes "from ... to" as it is written in the tie. ``reverse`` is true where the tie's
    from and to must change places to give followthemoney's own order (owner to asset, director to
    organization, employee to employer, agent to client, predecessor to successor, payer to beneficiary).
    ``same_party`` marks a type that says that both ends are one party.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: EdgeKind
    role: str
    reverse: bool
    same_party: bool = False
    note: str | None = None


class TieTypes(BaseModel):
    """The file ``tie_types.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tie_types: dict[str, TieType]


class Tie(Row):
    """A tie from one party or vessel to another.

    ``known_since`` is a lower bound where the only sources are a list or its release; ``public_since``
    is the first day on which the tie was public as far as the sources show. ``event_from`` and
    ``event_to`` say when it held. A share is kept as worded and, where it is one figure, in percent.
    """

    statement_kind: ClassVar[str] = "Tie"
    own_date_fields: ClassVar[tuple[str, ...]] = ("known_since", "public_since")
    text_fields: ClassVar[tuple[str, ...]] = ("note", "public_basis", "locator", "share_text", "basis_note")

    from_: NodeId = Field(alias="from")
    to: NodeId
    type: Annotated[str, Ref("tie_type")]
    known_since: PartialDate
    public_since: PartialDate | None = None
    public_precision: Precision | None = None
    public_basis: str | None = None
    event_from: PartialDate | None = None
    event_from_precision: Precision | None = None
    event_to: PartialDate | None = None
    event_to_precision: Precision | None = None
    grade: TieGrade | None = None
    locator: str | None = None
    share_text: str | None = None
    share_pct: Decimal | None = Field(default=None, ge=0, le=100)
    amount: Decimal | None = None
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    overlaps: list[Annotated[str, Ref("tie")]] = []
    note: str | None = None


class Ties(SectionFile):
    """The file ``ties.yaml``; ``own_knowledge`` holds leads that decide nothing."""

    ties: list[Tie] = []
    own_knowledge: list[Tie] = []
