"""The ship risk profile as dated, cited data, read strictly."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

_STRICT = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Cited(BaseModel):
    """A work that the profile rests on, and the day from which anybody could read it."""

    model_config = _STRICT

    since: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    basis: str = Field(pattern=r"^(stored|memory)$")
    what: str

    @property
    def text(self) -> str:
        """The work, and whether it was read."""
        return self.what + (" (from memory, not read in a text)" if self.basis == "memory" else "")


class SafetyRow(BaseModel):
    """One parameter: its points, and from where they count."""

    model_config = _STRICT

    title: str
    points: int = Field(gt=0)
    basis: str = Field(pattern=r"^(stored|memory)$")
    threshold: str
    years: int = 0
    count: int = 0


class Profile(BaseModel):
    """One version of the profile; ``until`` is its last day, empty while it applies."""

    model_config = _STRICT

    since: str = Field(alias="from", pattern=r"^\d{4}-\d\d-\d\d$")
    until: str = ""
    title: str
    cite: list[Cited] = Field(min_length=1)
    high: int
    months: int
    windows: dict[str, tuple[int, int]]
    rows: dict[str, SafetyRow]
    risky_types: list[str]
    other_types: list[str]


@cache
def profiles() -> list[Profile]:
    """The versions that come with Yalu, oldest first."""
    text = files("yalu.fleet.targeting").joinpath("safety.yaml").read_text(encoding="utf-8")
    return [Profile.model_validate(one) for one in yaml.safe_load(text)]


def profile_on(day: str) -> Profile | None:
    """The version that applied on a day; none before the first."""
    found = [p for p in profiles() if p.since <= day and (not p.until or day <= p.until)]
    return found[-1] if found else None
