"""Days to keep in mind that follow from a row: a deadline it sets, an expiry that is known beforehand."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yalu.regimes.obligations import RowId
from yalu.regimes.rows import Country, PartialDate


class DateRule(BaseModel):
    """A day that a row brings with it, shown once the row and its ``field`` are public.

    ``states`` is empty where it concerns all. ``after`` is the span from the row's start to the day.
    ``every`` year it comes again, up to ``last``. A rule without ``day`` is told without one.
    ``unverified`` says what of it no stored text backs.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    row: RowId
    field: str
    what: str
    kind: Literal["deadline", "expiry", "renewal"]
    day: PartialDate | None = None
    after: str | None = Field(default=None, pattern=r"^\d+ (days|months|years)$")
    every: Literal["year"] | None = None
    last: PartialDate | None = None
    states: list[Country] = []
    obligation: str | None = None
    unverified: str | None = None

    @model_validator(mode="after")
    def _repeats_from_a_day(self) -> Self:
        if (self.every or self.after) and not self.day:
            raise ValueError("a rule that repeats, or has a span, needs its first day")
        return self


class DateRules(BaseModel):
    """The file ``dates.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: list[DateRule] = []
