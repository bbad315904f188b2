"""The rules of decision as data: ``decision.yaml``, read once, strictly."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Strict):
    """A line and why it lies there."""

    value: float = Field(ge=0, le=1)
    reason: str = Field(min_length=10)


class Stop(_Strict):
    """What stops a payment."""

    statuses: frozenset[str]
    parts: frozenset[str]
    organization: Line
    person: Line
    number: Line
    ownership: frozenset[str]


class Review(_Strict):
    """What sends a payment to a person."""

    statuses: frozenset[str]
    ownership: frozenset[str]
    distance: int = Field(ge=0)
    distance_reason: str
    delisted: bool
    findings: frozenset[str]
    priority: float = Field(ge=0, le=1)
    priority_reason: str


class Rules(_Strict):
    """All of ``decision.yaml``."""

    exact_name: Line
    text_run: Line
    stop: Stop
    review: Review
    words_of_payments: frozenset[str]


@cache
def rules() -> Rules:
    """The rules that come with Yalu."""
    text = files("yalu.payments.chain").joinpath("decision.yaml").read_text(encoding="utf-8")
    return Rules.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
