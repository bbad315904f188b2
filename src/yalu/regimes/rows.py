"""What every row of a regime's content shares, so that a reader can treat all rows alike.

A row class says four things about itself, and the reader that turns rows into dated statements needs
no other: ``statement_kind``; ``own_date_fields``, which hold its own date; ``own_date_is_public``, true
where the row was public on that date (a law, a resolution, a listing) and not only true on it; and
``text_fields``, which are prose, and so may speak of something later than the row's own date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from yalu.model.dates import partial


def _real(text: str) -> str:
    partial(text)
    return text


PartialDate = Annotated[str, AfterValidator(_real)]
"""``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, of the calendar."""


class Ref:
    """Marks a field whose value is the id of something else: ``source``, ``party``, ``node``, ``tie`` ..."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


SourceId = Annotated[str, Ref("source")]
PartyId = Annotated[str, Ref("party")]
VesselId = Annotated[str, Ref("vessel")]
NodeId = Annotated[str, Ref("node")]
"""A party or a vessel."""

Basis = Literal["stored", "stored_in_part", "derived", "mixed", "own_knowledge", "cited"]
"""How a fact was read: ``cited`` is a work that another source cites and that was not read itself."""

Verified = Literal["stored", "part", "own"]
DateBasis = Literal["stored", "own_knowledge"]
SeriesGrade = Literal["A", "B", "C", "D"]
Confidence = Literal["high", "medium", "low"]
Jurisdiction = Annotated[str, Field(pattern=r"^(UN|EU|UK|INT|MULTI|[A-Z]{2})$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Item(BaseModel):
    """A row or a part of one: strict, immutable, with the clocks of its own prose.

    ``text_since`` gives, for a text field, the day before which its text may not be shown, because it
    mentions something of that day. ``no_hindsight`` names text fields in which a person read the later
    date and found that it is none: a deadline that the rule itself sets, or the row's own year.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    own_date_fields: ClassVar[tuple[str, ...]] = ()
    own_date_is_public: ClassVar[bool] = False
    text_fields: ClassVar[tuple[str, ...]] = ()

    text_since: dict[str, PartialDate] = {}
    no_hindsight: list[str] = []

    @model_validator(mode="after")
    def _clocks_belong_to_text(self) -> Self:
        fields = type(self).text_fields
        for name in (*self.text_since, *self.no_hindsight):
            if name not in fields:
                raise ValueError(f"{name!r} is no text field here; those are {', '.join(fields) or 'none'}")
        return self

    def own_dates(self) -> list[str]:
        """The dates of the row itself, as they are written; empty if it has none."""
        values = (getattr(self, name) for name in type(self).own_date_fields)
        return [str(value) for value in values if value is not None]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each text field that is filled, with its text; the lines of a list are joined."""
        for name in type(self).text_fields:
            value = getattr(self, name)
            if isinstance(value, str):
                yield name, value
            elif isinstance(value, dict):
                yield name, "\n".join(f"{key}: {text}" for key, text in value.items())
            elif value:
                yield name, "\n".join(str(line) for line in value)

    def parts(self) -> Iterator[tuple[str, Item]]:
        """The items inside this one, with the place of each: ``listings[0]``."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Item):
                yield name, value
            elif isinstance(value, list):
                yield from ((f"{name}[{n}]", v) for n, v in enumerate(value) if isinstance(v, Item))


class Row(Item):
    """A fact with its id, its sources, and how well each part of it was seen."""

    statement_kind: ClassVar[str] = ""

    id: str
    src: list[SourceId] = []
    basis: Basis | None = None
    basis_note: str | None = None
    unverified: list[str] = []
    verified: dict[str, Verified] = {}


class About(BaseModel):
    """What the compiler says about a whole file: how to read it, and what is missing or was corrected.

    Its texts date from the day on which the regime was compiled, never from the day of a row.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = None
    rule: str | None = None
    joins: str | None = None
    currency: str | None = None
    authorities: str | None = None
    id_rules: str | None = None
    verified: PartialDate | None = None
    src: list[SourceId] = []
    fields: dict[str, str] = {}
    types: dict[str, str] = {}
    grades: dict[str, str] = {}
    basis_values: dict[str, str] = {}
    un_measure_columns: list[str] = []
    cautions: list[str] = []
    corrections: list[str | dict[str, str]] = []
    checks: list[str] = []
    gaps: list[str] = []
    notes: list[str] = []


class SectionFile(BaseModel):
    """One content file: ``about`` and its sections, each a list of rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: About = About()

    def sections(self) -> Iterator[tuple[str, list[Row]]]:
        """The sections of the file by name, in the order of the model."""
        for name in type(self).model_fields:
            value: Any = getattr(self, name)
            if isinstance(value, list):
                yield name, value
