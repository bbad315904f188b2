"""The one configuration of the name engine, with its alert line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

Share = Field(ge=0, le=1)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PersonRules(_Strict):
    """Weights for names of persons."""

    surname: float = Share
    other_spelling: float = Share
    typing_error: float = Share
    difference: float = Share
    surname_difference: float = Share
    ambiguous_order: float = Share
    order: float = Share
    initial: float = Share
    missing_word: float = Share
    missing_patronymic: float = Share
    reordered: float = Share
    merged: float = Share
    two_inexact: float = Share
    reordered_inexact: float = Share
    near_miss: float = Share
    surname_near_miss: float = Share
    mixed_systems: float = Share


class OrganizationRules(_Strict):
    """Weights for names of companies and offices."""

    no_proper_word: float = Field(ge=1)
    difference: float = Share
    number: float = Share
    opposed: float = Share
    missing_proper_word: float = Share
    only_an_error: float = Share
    space: float = Share
    acronym: float = Share
    part_acronym: float = Share
    gloss: float = Share


class VesselRules(_Strict):
    """Weights for names of ships."""

    number: float = Share
    difference: float = Share


class Config(_Strict):
    """All of ``data/config.yaml``."""

    alert_line: float = Share
    person: PersonRules
    organization: OrganizationRules
    vessel: VesselRules


@cache
def config() -> Config:
    """The configuration that comes with Yalu."""
    text = files("yalu.names").joinpath("data/config.yaml").read_text(encoding="utf-8")
    return Config.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
