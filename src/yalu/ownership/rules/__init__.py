"""The rules of each authority, as data: thresholds, what is added up, the days between which they apply."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from yalu.errors import UsageError, YaluError
from yalu.ownership.shares import Share, percent
from yalu.regimes.reading import read_yaml
from yalu.regimes.rows import PartialDate

RULES = ("ofac", "eu", "uk")
Percent = Annotated[str, Field(pattern=r"^\d{1,3}(\.\d{1,9})?$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Period(_Strict):
    """What a rule says between two days: ``from`` is its first day, ``to`` the first on which it is over."""

    from_: PartialDate | None = Field(alias="from")
    to: PartialDate | None
    at_least: Percent | None = None
    more_than: Percent | None = None
    counted: Literal["one_owner", "all_owners"]
    control: bool
    joint_arrangements: bool
    text: str
    citation: str

    @model_validator(mode="after")
    def _one_threshold(self) -> Self:
        if (self.at_least is None) == (self.more_than is None):
            raise ValueError("either at_least or more_than is given")
        return self

    @property
    def needed(self) -> Share:
        """The smallest share that meets the threshold."""
        return percent(self.at_least) if self.at_least is not None else percent(str(self.more_than)) + 1

    @property
    def threshold(self) -> str:
        """``50% or more``, ``more than 50%``."""
        return f"{self.at_least}% or more" if self.at_least is not None else f"more than {self.more_than}%"

    @property
    def short(self) -> str:
        """``50% or more, all blocked owners together``."""
        counted = "all blocked owners together" if self.counted == "all_owners" else "by one blocked owner"
        return f"{self.threshold}, {counted}"

    def holds(self, on: str) -> bool:
        """Whether it applies on a day."""
        return (not self.from_ or self.from_ <= on) and (not self.to or on < self.to)


class Status(_Strict):
    """Parties that a rule's authority blocks by what they are, apart from any list."""

    from_: PartialDate = Field(alias="from")
    kind: str
    country: str
    text: str
    citation: str


class Limit(_Strict):
    """What a reader must know beside a verdict; ``before`` is the day before which alone it matters."""

    text: str
    before: PartialDate | None = None


class Rule(_Strict):
    """One authority's rule: whom it lists, and what follows for what they own."""

    id: str
    name: str
    authority: str
    lists_that_block_nothing: list[str]
    periods: list[Period]
    status: Status | None = None
    limits: list[Limit]

    @model_validator(mode="after")
    def _periods_meet(self) -> Self:
        for before, after in zip(self.periods, self.periods[1:], strict=False):
            if before.to is None or before.to != after.from_:
                raise ValueError("each period begins on the day on which the one before is over")
        return self

    def on(self, day: str) -> Period:
        """What the rule says on a day. Raises UsageError where it said nothing yet."""
        for period in self.periods:
            if period.holds(day):
                return period
        raise UsageError(
            f"{self.name}: not in force: no rule had been published on {day}.",
            expected=f"a day from {self.periods[0].from_} on",
            do="Give a later day with --on.",
        )

    def limits_on(self, day: str) -> list[str]:
        """What a reader must know beside a verdict of that day."""
        return [limit.text for limit in self.limits if not limit.before or day < limit.before]


@cache
def rule(name: str) -> Rule:
    """A rule by its id. Raises UsageError for one that is not there."""
    if name not in RULES:
        raise UsageError(f"No such rule: {name[:40]!r}.", expected=", ".join((*RULES, "all")))
    file = f"{name}.yaml"
    try:
        return Rule.model_validate(read_yaml(Path(str(files("yalu.ownership.rules").joinpath(file))), file))
    except ValidationError as error:
        raise YaluError(f"{file}: {error}") from error


def asked(name: str) -> list[Rule]:
    """One rule, or each of them for ``all``."""
    return [rule(one) for one in (RULES if name == "all" else (name,))]
