"""A red flag of a manifest line, and the thresholds that raise one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict

from yalu.regimes.reading import read_yaml


@dataclass(frozen=True, slots=True)
class Flag:
    """What is odd about a line: ``code`` for programs, its text, its innocent explanation, its statements."""

    code: str
    text: str
    innocent: str
    statements: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The flag as JSON shows it."""
        return {
            "code": self.code,
            "text": self.text,
            "innocent_explanation": self.innocent,
            "statements": list(self.statements),
        }


class Threshold(BaseModel):
    """A number and why it is that number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: float
    reason: str


class Thresholds(BaseModel):
    """The file ``flags.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    heavier_than_deadweight: Threshold
    lightest_share_of_full_draught: Threshold
    ballast_share_of_full_draught: Threshold
    above_what_the_draught_shows: Threshold
    below_what_the_draught_shows: Threshold


@cache
def thresholds() -> Thresholds:
    """The thresholds that come with Yalu."""
    with resources.as_file(resources.files(__package__).joinpath("flags.yaml")) as path:
        return Thresholds.model_validate(read_yaml(path))
