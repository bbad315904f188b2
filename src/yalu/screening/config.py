"""The one configuration of screening, with its alert line."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Weight(_Strict):
    """A weight and why it is what it is."""

    value: float = Field(ge=0, le=1)
    reason: str = Field(min_length=10)


class NameRules(_Strict):
    """What the name alone is worth."""

    ceiling: Weight
    weak_alias: Weight
    schema_mismatch: Weight
    spreadsheet: Weight


class BirthRules(_Strict):
    """What dates of birth say: the first three lift a score, the others are factors."""

    agrees: Weight
    agrees_in_part: Weight
    swapped: Weight
    near: Weight
    one_digit: Weight
    conflicts: Weight
    floor: Weight


class CountryRules(_Strict):
    """What countries say."""

    agrees: Weight
    conflicts: Weight


class IdentifierRules(_Strict):
    """What numbers say: the first three are floors of a score, the others are factors."""

    decides: Weight
    supports: Weight
    bad_check_digit: Weight
    imo_conflicts: Weight
    number_conflicts: Weight


class Config(_Strict):
    """All of ``data/config.yaml``."""

    alert_line: Weight
    near_line: Weight
    name: NameRules
    birth: BirthRules
    country: CountryRules
    identifier: IdentifierRules


def _text() -> str:
    return files("yalu.screening").joinpath("data/config.yaml").read_text(encoding="utf-8")


@cache
def config() -> Config:
    """The configuration that comes with Yalu."""
    return Config.model_validate(yaml.load(_text(), Loader=yaml.CSafeLoader))


@cache
def config_hash() -> str:
    """What decides scores, as one short text: this configuration and the name engine's code and data."""
    return hashlib.sha256((_text() + engine_hash()).encode()).hexdigest()[:16]


@cache
def engine_hash() -> str:
    """The name engine and what of screening makes the index, as one short text."""
    digest = hashlib.sha256()
    for package in ("yalu.names", "yalu.names.data"):
        for part in sorted(files(package).iterdir(), key=lambda p: p.name):
            if part.is_file() and part.name.endswith((".py", ".yaml")):
                digest.update(part.name.encode() + part.read_bytes())
    return digest.hexdigest()[:16]
