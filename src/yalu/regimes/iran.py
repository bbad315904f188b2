"""Work with Iran's programs: who, when, through which ports, and what may be done about it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from yalu.regimes.rows import PartialDate, PartyId, Ref, Row, SectionFile


class ProgramParty(Row):
    """A party of the partner's program, or one that works with it; ``party`` is its id."""

    statement_kind: ClassVar[str] = "ProgramParty"
    own_date_fields: ClassVar[tuple[str, ...]] = ("us_designation",)
    text_fields: ClassVar[tuple[str, ...]] = ("role", "note", "basis_note")

    party: PartyId
    name: str
    role: str | None = None
    us_designation: PartialDate | None = None
    linked_to: str | None = None
    linked_to_id: PartyId | None = None
    note: str | None = None


class ProgramEvent(Row):
    """A sale, visit, shipment, seizure or designation."""

    statement_kind: ClassVar[str] = "ProgramEvent"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("date_text", "fact", "check", "basis_note")

    date: PartialDate
    date_to: PartialDate | None = None
    date_text: str | None = None
    kind: str
    fact: str
    port: str | None = None
    check: str | None = None


class ProgramPort(Row):
    """A port or airport of the partner."""

    statement_kind: ClassVar[str] = "ProgramPort"
    text_fields: ClassVar[tuple[str, ...]] = ("note", "basis_note")

    name: str
    un_locode: str | None = None
    note: str | None = None


class ProgramAuthority(Row):
    """A measure that is open to governments; ``source_text`` names the instrument."""

    statement_kind: ClassVar[str] = "ProgramAuthority"
    text_fields: ClassVar[tuple[str, ...]] = ("measure", "source_text", "basis_note")

    measure: str
    source_text: str


class ProgramVisit(Row):
    """Somebody of one program with the other: a visit, or a posting; ``date`` where a source gives one."""

    statement_kind: ClassVar[str] = "ProgramVisit"
    text_fields: ClassVar[tuple[str, ...]] = ("who", "purpose", "basis_note")

    kind: Literal["visit", "posting"]
    who: str
    party: PartyId | None = None
    place: str
    purpose: str
    date: PartialDate | None = None
    date_to: PartialDate | None = None


class ProgramCarrier(Row):
    """An airline, aircraft or ship, with its role in the traffic as a source tells it."""

    statement_kind: ClassVar[str] = "ProgramCarrier"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("role", "basis_note")

    name: str
    kind: Literal["airline", "aircraft", "ship"]
    role: str
    date: PartialDate | None = None


class ProgramAnswer(Row):
    """Which authorities answer a kind of event; whether each stood on a day is asked of its own row."""

    statement_kind: ClassVar[str] = "ProgramAnswer"

    kind: str
    authorities: list[Annotated[str, Ref("authority")]]


class Iran(SectionFile):
    """The file ``iran.yaml``."""

    organizations: list[ProgramParty] = []
    persons_and_entities: list[ProgramParty] = []
    events: list[ProgramEvent] = []
    ports: list[ProgramPort] = []
    authorities_to_use: list[ProgramAuthority] = []
    visits: list[ProgramVisit] = []
    carriers: list[ProgramCarrier] = []
    answers: list[ProgramAnswer] = []
