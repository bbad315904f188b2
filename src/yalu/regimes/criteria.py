"""Criteria of designation: on which ground an authority may list a party, and which evidence answers it.

A criterion has elements that must all be met; the first is the conduct or status itself. An element names
the kinds of statement that answer it: a tie, a listing by somebody else, a property, an incident, or words
in the text that a list gives with its entry.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.model.vocabulary import Grade
from yalu.regimes.authorities import AuthorityId
from yalu.regimes.rows import Basis, Country, PartialDate, Ref, SourceId

TieTypeId = Annotated[str, Ref("tie_type")]
By = Literal["UN", "US", "EU", "UK", "JP", "KR", "AU", "CH", "CA"]
"""The authorities of the vocabulary, whose listings can be told."""
OtherEnd = Literal["any", "blocked", "un_listed", "target_bank"]
"""Who stands at the far end of a tie: anybody; a party that the same authority lists under the orders of
the criterion; one that the UN lists; a bank of the target country."""


class Strict(BaseModel):
    """What every part of the file shares."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(Strict):
    """A kind of statement that answers an element. ``at_most`` caps what it counts for, ``why`` says why."""

    at_most: Literal["lesser"] | None = None
    why: str = ""

    @model_validator(mode="after")
    def _a_cap_has_a_reason(self) -> Self:
        if bool(self.at_most) != bool(self.why):
            raise ValueError("at_most and why go together: what takes from the statement, and the reason")
        return self


class TieAnswer(Answer):
    """Ties of some types, with the party at one end as the tie is written, and somebody at the other."""

    by: Literal["tie"]
    types: list[TieTypeId] = Field(min_length=1)
    party: Literal["from", "to"]
    other: OtherEnd
    grades: list[Grade] = []
    """Only of these grades; empty means any."""
    after: bool = False
    """Whether the tie must not be older than the listing of the other end, and than the criterion."""


class ListingAnswer(Answer):
    """A listing by another authority whose ground is that of the element.

    ``where`` are texts of which one must begin a value of the listing's details (its authority's words, list,
    annex or regime); ``order`` is an order's number that the listing must rest on.
    """

    by: Literal["listing"]
    of: list[By] = Field(min_length=1)
    where: list[str] = []
    order: str = ""


class PropertyAnswer(Answer):
    """A property of the party with one of some values, or with one of some words in it."""

    by: Literal["property"]
    props: list[str] = Field(min_length=1)
    values: list[str] = []
    words: list[str] = []


class IncidentAnswer(Answer):
    """An incident of some kinds in which the vessel took part."""

    by: Literal["incident"]
    kinds: list[str] = Field(min_length=1)


class TextAnswer(Answer):
    """Words in the text that an official list gives with its entry: a reason to read it, no more."""

    by: Literal["text"]
    words: list[str] = Field(min_length=1)
    at_most: Literal["lesser"] = "lesser"
    why: str = "words found in the entry's text by machine: a person must read it"


AnyAnswer = Annotated[
    TieAnswer | ListingAnswer | PropertyAnswer | IncidentAnswer | TextAnswer, Field(discriminator="by")
]


class Element(Strict):
    """One thing that must be shown, in words, and what to say where it is not."""

    id: str = Field(pattern=r"^[a-z_]+$")
    text: str
    missing: str
    plain: bool = False
    """A plain fact that nobody disputes (it is a bank): one statement that a text backs is enough."""
    answers: list[AnyAnswer] = Field(min_length=1)


class Criterion(Strict):
    """One ground of one authority, between two days, both included.

    ``orders`` are the numbers under which a party must be blocked for a tie to it to count; none means any
    listing by the authority. ``kinds`` limits it to some kinds of party. A criterion whose ``text`` stands
    in ``unverified`` was not read in a stored text.
    """

    id: str = Field(pattern=r"^[a-z]+[a-z0-9-]*$")
    by: By
    authority: AuthorityId
    instrument: str
    provision: str
    text: str
    since: PartialDate
    until: PartialDate | None = None
    must: bool = False
    orders: list[str] = []
    kinds: list[str] = []
    elements: list[str] = Field(min_length=1)
    to_decide: str = ""
    """What no statement can show, and the authority itself decides."""
    weighed: bool = False
    """A ground that weighs many facts, so that no number of statements is called sufficient."""
    src: list[SourceId] = Field(min_length=1)
    basis: Basis
    unverified: list[Literal["text", "provision", "since"]] = []

    def stands(self, day: str, mode: Mode = Mode.STRICT) -> bool:
        """Whether it is in force on a day, its first and last included; the mode reads an inexact one."""
        first = partial(self.since)
        last = partial(self.until) if self.until else None
        if mode is Mode.LIKELY:
            return first.lo <= day and (last is None or day <= last.hi)
        return first.hi <= day and (last is None or day <= last.lo)

    def ended(self, as_of: str) -> str:
        """Its last day as far as it could be known by a day: a repeal is known when it comes."""
        return self.until if self.until and partial(self.until).hi <= as_of else ""


class TakenOver(Strict):
    """A law by which an authority holds whom the UN lists as listed, without an entry of its own."""

    by: By
    authority: AuthorityId
    instrument: str
    since: PartialDate


class Weights(Strict):
    """Which grades of evidence are enough alone, which are accusations, which count for nothing."""

    strong: list[Grade]
    accusations: list[Grade]
    nothing: list[Grade]


class Criteria(Strict):
    """The file ``criteria.yaml``. ``orders`` gives the marks that a list puts on those blocked by an order.

    ``forces`` says for each measure of an authority's row whether it is a power, a measure, and so on, and
    ``vigilance`` how the effect of a row begins that asks for something and does not decide it.
    """

    notes: list[str] = []
    country: Country
    """The target country, whose banks are told apart."""
    weights: Weights
    orders: dict[str, list[str]] = {}
    forces: dict[str, list[str]] = {}
    vigilance: list[str] = []
    taken_over: list[TakenOver] = []
    elements: list[Element] = []
    criteria: list[Criterion] = []

    @model_validator(mode="after")
    def _references_end(self) -> Self:
        known = [e.id for e in self.elements]
        ids = [c.id for c in self.criteria]
        for names in (known, ids):
            if len(set(names)) != len(names):
                raise ValueError(f"an id is given twice: {sorted(n for n in names if names.count(n) > 1)[0]}")
        for criterion in self.criteria:
            if lost := [e for e in criterion.elements if e not in known]:
                raise ValueError(f"{criterion.id}: there is no element {lost[0]!r}")
            if criterion.weighed and not criterion.to_decide:
                raise ValueError(f"{criterion.id}: weighed asks for to_decide, which says what is weighed")
            if lost := [o for o in criterion.orders if o not in self.orders]:
                raise ValueError(f"{criterion.id}: there is no order {lost[0]!r}")
        return self

    def of(self, authority: str) -> list[Criterion]:
        """The criteria of an authority, in the order of the file."""
        return [c for c in self.criteria if c.by == authority]

    def element(self, name: str) -> Element:
        """An element by its id."""
        return next(e for e in self.elements if e.id == name)
