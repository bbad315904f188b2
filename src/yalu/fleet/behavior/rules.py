"""The rules' thresholds: dated, cited data, read strictly."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field


class Thresholds(BaseModel):
    """Numbers of a rule: meters, seconds, knots, degrees."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Gap(Thresholds):
    """A silence counts when the ship moved, far from ports, reported often, and others were heard."""

    silent: int
    strong: int
    moving: float
    port: int
    fixes: int
    within: int
    look: int
    """Seconds between the places, along its way, at which coverage is asked for."""
    looks: int
    hear: int
    around: int
    others: int
    share: float
    """Silent ships around against heard ones, from which the place and not the ship fell silent."""
    crowd: int
    """Others that fall silent or come back together with it, from which it is no chance whatever is heard."""
    same_time: int
    same_place: int
    """Seconds and meters within which others that fall silent, or come back, do so together with it."""


class Jump(Thresholds):
    """A move that no ship can make; ``ahead`` is how many stretches of a number are looked through."""

    distance: int
    speed: float
    ahead: int
    interleaved: int
    crossings: int
    """Links over each other from which two ships bear one number."""


class Meeting(Thresholds):
    """Two ships slow and close for long, far from ports."""

    speed: float
    distance: int
    lasting: int
    port: int
    firm: int
    probable: int
    apart: int
    bin: int


class Loitering(Thresholds):
    """A ship slow for long, far from shore."""

    speed: float
    lasting: int
    shore: int


class DarkMeeting(Thresholds):
    """A ship loiters where another could have been while silent."""

    lasting: int
    speed: float
    beside: int


class Call(Thresholds):
    """A ship lies in a port, or fell silent heading in and came back with another draught."""

    speed: float
    out: int
    apart: int
    reach: int
    heading: float
    travel: float
    draught: float
    port: int


class Identity(Thresholds):
    """Numbers, names and flags that do not fit each other."""

    together: int
    near_gap: int
    flags: int
    within: int
    length: float


class Detection(Thresholds):
    """A detection is matched where a track passes near it in time."""

    window: int
    distance: int
    drift: float
    """Meters that a ship may be off its straight line, per second between the two reports around."""


class Citation(BaseModel):
    """A work that a rule rests on, and the day from which anybody could read it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    what: str


_T = TypeVar("_T", bound=Thresholds)


class Rule(BaseModel, Generic[_T]):
    """One version of a rule, in force between two days."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    since: str = Field(alias="from", pattern=r"^\d{4}-\d\d-\d\d$")
    until: str = ""
    title: str
    cite: list[Citation] = Field(min_length=1)
    thresholds: _T
    innocent: str
    limits: list[str] = Field(min_length=1)


class RuleBook(BaseModel):
    """All versions of all rules, oldest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gap: list[Rule[Gap]]
    jump: list[Rule[Jump]]
    meeting: list[Rule[Meeting]]
    loitering: list[Rule[Loitering]]
    dark_meeting: list[Rule[DarkMeeting]]
    call: list[Rule[Call]]
    identity: list[Rule[Identity]]
    detection: list[Rule[Detection]]


@cache
def rule_book() -> RuleBook:
    """The rules that come with Yalu."""
    text = files("yalu.fleet.behavior").joinpath("rules.yaml").read_text(encoding="utf-8")
    return RuleBook.model_validate(yaml.safe_load(text))


def on(rules: list[Rule[_T]], day: str = "") -> Rule[_T]:
    """The version in force on a day, the newest where no day is given. Raises LookupError."""
    for rule in reversed(rules):
        if not day or (rule.since <= day and (not rule.until or day <= rule.until)):
            return rule
    raise LookupError(f"no version of {rules[0].title} is in force on {day}")
