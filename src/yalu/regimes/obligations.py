"""What the resolutions ask of every state, the words of a draft, and which rows say that it was done."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yalu.regimes.authorities import AuthorityId
from yalu.regimes.rows import Country, PartialDate

Force = Literal["duty", "call"]
"""Whether the paragraph decides that states shall, or calls on them."""

Kind = Literal["law", "act", "report", "answer"]
RowId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]*$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Table):
    """What to ask, offer and look for, by the kind of obligation. ``{state}`` and ``{title}`` are filled."""

    question: str
    help: str
    decides: list[str]


class Fork(_Table):
    """The rule that says when to help and when to sanction, and the powers over who refuses help."""

    rule: RowId
    measures: list[AuthorityId]


class Group(_Table):
    """States that a common law binds, with the days of those that came later or left."""

    id: str
    states: list[Country]
    since: dict[Country, PartialDate] = {}
    until: dict[Country, PartialDate] = {}

    def holds(self, state: str, day: str) -> bool:
        """Whether the state belongs to it on a day; the last day is one of them."""
        begun = self.since.get(state, "") <= day
        return state in self.states and begun and day <= self.until.get(state, "9999-12-31")


class Obligation(_Table):
    """One paragraph. It stands while its ``authority`` does, and ``within`` another where one is named.

    ``title`` completes "to ...". ``clause`` is the text of a draft. ``doubt`` says
    what of the wording was not read in a stored text. ``due`` is the row with the day of a report.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    authority: AuthorityId
    within: AuthorityId | None = None
    resolution: str = Field(pattern=r"^\d{4}$")
    para: str
    force: Force
    kind: Kind
    title: str
    clause: str
    due: RowId | None = None
    doubt: str | None = None


class Record(_Table):
    """Rows that say of states that obligations are done or missing, or only bear on them.

    With ``own`` each row speaks of its own state alone. ``reading`` says how the rows were read.
    """

    id: str = Field(pattern=r"^k\d{3}$")
    states: list[Country]
    obligations: list[str]
    says: Literal["done", "missing", "bears"]
    rests_on: list[RowId] = Field(min_length=1)
    field: str | None = None
    lasting: bool = False
    own: bool = False
    reading: str | None = None


class Records(_Table):
    """The file ``carried_out.yaml``."""

    records: list[Record] = []


class Obligations(_Table):
    """The file ``obligations.yaml``; ``target`` is the state that the measures are about."""

    target: Country | None = None
    kinds: dict[Kind, Words] = {}
    fork: Fork | None = None
    groups: list[Group] = []
    obligations: list[Obligation] = []

    @model_validator(mode="after")
    def _whole(self) -> Self:
        ids = [o.id for o in self.obligations]
        twice = {i for i in ids if ids.count(i) > 1}
        if twice:
            raise ValueError(f"given twice: {', '.join(sorted(twice))}")
        lacking = {o.kind for o in self.obligations} - set(self.kinds)
        if lacking:
            raise ValueError(f"kinds without words: {', '.join(sorted(lacking))}")
        return self
