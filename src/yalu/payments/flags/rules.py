"""The rules of red flags as data, a file a regime (``dprk.yaml``), read once, strictly."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from yalu.regimes.loading import regime_path
from yalu.regimes.reading import read_yaml
from yalu.regimes.redflags import RedFlag, RedFlags


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Strict):
    """Words that are looked for, and why these."""

    words: list[str]
    reason: str


class Places(_Strict):
    """Places of the regime's finance."""

    border: Words
    offshore: frozenset[str]
    regime: str


class Rule(_Strict):
    """One rule; ``red_flags`` are rows of the regime's red flags."""

    id: str
    title: str
    red_flags: list[str] = Field(min_length=1)
    known: date
    known_reason: str = ""
    weight: float = Field(gt=0, lt=1)
    decision: Literal["release", "review", "stop"] = "release"
    needs: list[str]
    countries: frozenset[str] = frozenset()
    currency: str = ""
    correspondent: str = ""
    purposes: frozenset[str] = frozenset()
    round: int = 0
    least: int = 0
    least_reason: str = ""
    hours: int = 0
    days: int = 0
    share: float = 0
    spread: float = 0


class Flags(_Strict):
    """The whole file."""

    places: Places
    goods: Words
    banks: Words
    single: list[Rule]
    batch: list[Rule]


@cache
def rules(regime: str = "dprk") -> Flags:
    """The rules of a regime. Raises RegimeError for a fault in the file."""
    return Flags.model_validate(read_yaml(Path(str(files("yalu.payments.flags").joinpath(f"{regime}.yaml")))))


@cache
def rows(regime: str = "dprk") -> dict[str, RedFlag]:
    """The rows that rules apply, by id: indicator, citation, basis."""
    found = RedFlags.model_validate(read_yaml(regime_path(regime) / "redflags.yaml"))
    return {row.id: row for row in found.red_flags}
