"""The one configuration of resolution: lines, weights and lists, each with its reason."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

from yalu.screening.config import engine_hash


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Weight(_Strict):
    """A weight and why it is what it is."""

    value: float
    reason: str = Field(min_length=10)


class Lists(_Strict):
    """What is known of the sources themselves."""

    several: dict[str, str]
    """Sources that hold several lists, so that one party may have several records, each with the reason."""


class Config(_Strict):
    """All of ``data/config.yaml``."""

    merge_line: Weight
    queue_line: Weight
    lists: Lists
    candidates: dict[str, Weight]
    weights: dict[str, Weight]

    def weight(self, name: str) -> float:
        """A weight, in units of the logarithm of odds."""
        return self.weights[name].value

    def limit(self, name: str) -> float:
        """A limit of the search for candidates."""
        return self.candidates[name].value


def _text() -> str:
    return files("yalu.resolve").joinpath("data/config.yaml").read_text(encoding="utf-8")


@cache
def config() -> Config:
    """The configuration that comes with Yalu."""
    return Config.model_validate(yaml.load(_text(), Loader=yaml.CSafeLoader))


@cache
def rules_hash() -> str:
    """What decides pairs, as one short text: this configuration, this package's code, the name engine's."""
    digest = hashlib.sha256((_text() + engine_hash()).encode())
    for package in ("yalu.resolve", "yalu.screening"):
        for part in sorted(files(package).iterdir(), key=lambda p: p.name):
            if part.name.endswith(".py"):
                digest.update(part.read_bytes())
    return digest.hexdigest()[:12]
