"""What a description of goods names, by a table of words and their HS codes."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from yalu.names.text import clean
from yalu.regimes.goods import HsCode
from yalu.regimes.reading import read_yaml


class Named(BaseModel):
    """Goods with the words that name them and the codes under which they stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    codes: list[HsCode]
    words: list[str]

    def under(self, code: str) -> bool:
        """Whether a code may hold these goods."""
        return any(code.startswith(c) or c.startswith(code) for c in self.codes)


class Words(BaseModel):
    """The file ``words.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    goods: list[Named]


@cache
def words() -> Words:
    """The table that comes with Yalu."""
    with resources.as_file(resources.files(__package__).joinpath("words.yaml")) as path:
        return Words.model_validate(read_yaml(path))


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], Named]]:
    """Each word with its goods, the longest first, so that ``iron ore`` is met before ``iron``."""
    pairs = sorted(((w.casefold(), g) for g in words().goods for w in g.words), key=lambda p: -len(p[0]))
    return [(w, re.compile(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w)), g) for w, g in pairs]


def named(description: str) -> list[Named]:
    """The goods that a description names; a word inside a longer one that was met counts no more.

    >>> [g.id for g in named("Limonite (iron ore) in bulk")], [g.id for g in named("spare parts")]
    (['iron ore'], [])
    """
    left = clean(description).casefold()
    found: dict[str, Named] = {}
    for _, pattern, goods in _patterns():
        left, times = pattern.subn(" | ", left)
        if times:
            found.setdefault(goods.id, goods)
    return list(found.values())
