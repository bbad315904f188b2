"""HS codes: how they are written, which exist, and where a revision moved goods to another heading."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from yalu.errors import UsageError
from yalu.regimes.reading import read_yaml
from yalu.regimes.rows import PartialDate

CHAPTERS = frozenset(f"{n:02d}" for n in range(1, 98)) - {"77"}
"""The chapters of the Harmonized System; 77 is kept free, 98 and 99 are for national use."""

_WRITTEN = re.compile(r"\d{2,12}", re.ASCII)
_SIGNS = re.compile(r"[\s.\-/]")
Code = Annotated[str, Field(pattern=r"^\d{4,6}$")]


class Moved(BaseModel):
    """Goods that a revision took out of earlier codes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Code
    since: PartialDate
    before: list[Code]
    goods: str


class Revisions(BaseModel):
    """The file ``revisions.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    basis: str
    moved: list[Moved]


def hs_code(text: str) -> str:
    """The digits of a code of two or more digits. Raises UsageError for what is no code at all.

    National codes of nine or eleven digits are taken; of three, five or seven a spreadsheet may have lost the
    leading zero, so that it is not known which code is meant.

    >>> hs_code("2601.11"), hs_code("26 01")
    ('260111', '2601')
    """
    plain = _SIGNS.sub("", text.strip())
    if not _WRITTEN.fullmatch(plain):
        raise UsageError(
            f"{text[:40]!r} is no HS code.",
            expected="2, 4, 6 or more digits, such as 26, 2601 or 2601.11",
            do="Give the code as the manifest has it, without the description.",
        )
    if len(plain) in (3, 5, 7):
        raise UsageError(
            f"{text[:40]!r} is no HS code: {len(plain)} digits.",
            expected="2, 4, 6 or more digits",
            do=f"Where a spreadsheet lost the leading zero, write 0{plain}.",
        )
    return plain


def exists(code: str) -> bool:
    """Whether the chapter of a code is one of the Harmonized System."""
    return code[:2] in CHAPTERS and code[2:4] != "00"


def meets(asked: str, named: str) -> bool:
    """Whether all goods under the code asked fall under the code that a rule names."""
    return asked.startswith(named)


def reaches_into(asked: str, named: str) -> bool:
    """Whether a rule names only some of the goods under the code asked."""
    return named.startswith(asked) and len(named) > len(asked)


@cache
def revisions() -> Revisions:
    """The moves between revisions that matter here."""
    with resources.as_file(resources.files(__package__).joinpath("revisions.yaml")) as path:
        return Revisions.model_validate(read_yaml(path))


def moved(code: str) -> Moved | None:
    """The move that made a code, where a revision made it from codes of other headings."""
    return next((m for m in revisions().moved if code.startswith(m.code)), None)
