"""Travel to the target country: detentions, restrictions and their exceptions, advice of partners."""

from __future__ import annotations

from typing import ClassVar

from yalu.regimes.rows import Country, PartialDate, Row, SectionFile


class Detention(Row):
    """A foreigner who was detained."""

    statement_kind: ClassVar[str] = "Detention"
    own_date_fields: ClassVar[tuple[str, ...]] = ("detained",)
    text_fields: ClassVar[tuple[str, ...]] = (
        "nationality",
        "visit",
        "charge",
        "sentence",
        "outcome",
        "note",
        "basis_note",
    )

    name: str
    nationality: str
    entered: PartialDate | None = None
    detained: PartialDate
    released: PartialDate | None
    visit: str | None = None
    charge: str
    sentence: str | None
    outcome: str
    note: str | None = None


class TravelLaw(Row):
    """A law that lets a state restrict or warn against travel."""

    statement_kind: ClassVar[str] = "Authority"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("instrument", "subject", "codified", "basis_note")

    instrument: str
    subject: str
    date: PartialDate | None = None
    codified: str | None = None


class TravelRestriction(Row):
    """A period in which passports were not valid for the target country."""

    statement_kind: ClassVar[str] = "TravelRestriction"
    own_date_fields: ClassVar[tuple[str, ...]] = ("published",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("citation", "note", "basis_note")

    passport: Country
    signed: PartialDate | None = None
    published: PartialDate
    effective: PartialDate
    expires: PartialDate
    citation: str | None
    note: str | None = None


class TravelException(Row):
    """Who may still be given a passport for it. ``public_fields`` were public by ``public_since``."""

    statement_kind: ClassVar[str] = "TravelException"
    text_fields: ClassVar[tuple[str, ...]] = ("rule", "who", "basis_note")

    public_since: PartialDate | None = None
    public_fields: list[str] = []

    code: str
    rule: str
    who: str


class SpecialValidation(Row):
    """How a passport is validated for an excepted journey."""

    statement_kind: ClassVar[str] = "SpecialValidation"
    text_fields: ClassVar[tuple[str, ...]] = ("single", "multiple", "basis_note")

    single: str
    multiple: str


class TravelAdvice(Row):
    """What a state tells its own people."""

    statement_kind: ClassVar[str] = "TravelAdvice"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    text_fields: ClassVar[tuple[str, ...]] = ("measure", "basis_note")

    state: Country
    measure: str
    date: PartialDate | None


class TravelCheck(Row):
    """A remark on how a rule is cited."""

    statement_kind: ClassVar[str] = "Check"
    text_fields: ClassVar[tuple[str, ...]] = ("fact", "basis_note")

    fact: str


class NoRestriction(Row):
    """Since when, as known on a day, a state's passports were not restricted for the target country."""

    statement_kind: ClassVar[str] = "NoTravelRestriction"
    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("fact", "basis_note")

    passport: Country
    date: PartialDate
    since: PartialDate
    fact: str


class TravelStatute(Row):
    """A way to restrict such travel: what it covers, how long it lasts, whom it excepts, how it ends."""

    statement_kind: ClassVar[str] = "TravelStatute"
    text_fields: ClassVar[tuple[str, ...]] = ("name", "covers", "lasts", "exceptions", "ends", "basis_note")

    name: str
    made_by: str
    covers: str
    lasts: str | None = None
    exceptions: str | None = None
    ends: str | None = None


class Travel(SectionFile):
    """The file ``travel.yaml``."""

    detentions: list[Detention] = []
    law: list[TravelLaw] = []
    geographic_travel_restriction: list[TravelRestriction] = []
    exceptions: list[TravelException] = []
    special_validation: list[SpecialValidation] = []
    partner_advice: list[TravelAdvice] = []
    exceptions_check: list[TravelCheck] = []
    no_restriction: list[NoRestriction] = []
    statutes: list[TravelStatute] = []
