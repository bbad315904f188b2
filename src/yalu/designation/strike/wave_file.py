"""Reads a wave as ``yalu wave --json`` wrote it: what a plan needs of it, checked; the rest is left alone."""

from __future__ import annotations

from typing import Any, Self

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from yalu.designation.wave.model import VERSION
from yalu.errors import UsageError
from yalu.model.clock import Mode
from yalu.model.dates import day
from yalu.regimes.criteria import By


class GivenPair(BaseModel):
    """A party and who acts upon it, with the ground and the statements that meet it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    party: str = Field(min_length=1, max_length=300)
    name: str = Field(min_length=1, max_length=1_000)
    authority: By
    criterion: str = Field(min_length=1, max_length=300)
    statements: list[str] = Field(min_length=1)
    verdict: str = ""
    instrument: str = ""
    provision: str = ""


class GivenWave(BaseModel):
    """A wave: the day by which things are known, and its pairs; none stands twice."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    version: int
    as_of: str
    mode: Mode = Mode.STRICT
    snapshot: str = ""
    pairs: list[GivenPair] = Field(max_length=500)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.version != VERSION:
            raise ValueError(f"it has version {self.version}, and this Yalu reads {VERSION}")
        day(self.as_of)
        keys = [(p.party, p.authority) for p in self.pairs]
        if len(set(keys)) != len(keys):
            raise ValueError("a party stands twice for one authority")
        return self

    @property
    def authorities(self) -> tuple[str, ...]:
        """Who acts, in the order of the pairs."""
        return tuple(dict.fromkeys(p.authority for p in self.pairs))


def read_wave(content: bytes, name: str) -> GivenWave:
    """A wave of the bytes of a file. Raises UsageError, which says what is wrong and where."""
    try:
        given: Any = orjson.loads(content)
        if not isinstance(given, dict):
            raise ValueError("it is no object")
        return GivenWave.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = str(first["msg"]).removeprefix("Value error, ")
        raise _wrong(name, f"{place}: {what}" if place else what) from None
    except ValueError as error:  # of which an error of JSON is one
        raise _wrong(name, str(error)) from None


def _wrong(name: str, what: str) -> UsageError:
    return UsageError(
        f"{name} is no wave: {what}.",
        expected="one object with as_of and pairs, as yalu wave --json prints it",
        do="Write it anew: yalu wave --budget 10 --json > wave.json",
    )
