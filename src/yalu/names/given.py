"""Given names: forms of one name in neighboring languages, and names after the father."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from yalu.names import fold


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    same: list[str]
    common_surnames: str


@cache
def _table() -> _Table:
    text = files("yalu.names").joinpath("data/given_names.yaml").read_text(encoding="utf-8")
    return _Table.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def forms() -> dict[str, int]:
    """The row of each form of a given name; forms of one row are one name."""
    return {word: row for row, line in enumerate(_table().same) for word in line.split()}


@cache
def _common() -> frozenset[str]:
    words = _table().common_surnames.split()
    return frozenset(fold.loose(w + end) for w in words for end in ("", "a"))


@lru_cache(maxsize=1 << 15)
def is_common_surname(word: str) -> bool:
    """Whether many Russians and Ukrainians bear the surname."""
    return fold.loose(word) in _common()


_PATRONYMIC = re.compile(r".{3,}(?:[oae]vi(?:ch|c|tj)|[oae]vych|[iy]ch|[oaei]vna|[ae]una|ichna|inichna)")


@lru_cache(maxsize=1 << 15)
def is_patronymic(word: str) -> bool:
    """Whether a Latin word is a Russian, Ukrainian or Belarusian name after the father: ``viktorovich``."""
    return len(word) >= 7 and _PATRONYMIC.fullmatch(word) is not None
