"""Why lists call one hull by different names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from yalu.evidence.dossier import name_key
from yalu.model.statement import Statement
from yalu.names import Schema, compare, prepare
from yalu.sources.damage import spreadsheet_made

OTHERS = frozenset({"alias", "weakAlias", "previousName"})
SPACING = "only spaces or signs differ"
SPREADSHEET = "a spreadsheet made a date of one of them"
SPELLING = "the name engine reads them as one name spelled otherwise"
RENAMED = "{source} gives {name} as {role} of the same hull: renamed, or known by both"
NUMBER = "the IMO number alone joins them: renamed between the lists' days, or an error of one list"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two names of one hull, who writes them, and what explains the difference."""

    first: str
    first_source: str
    second: str
    second_source: str
    why: str
    code: str
    """``spacing``, ``spreadsheet``, ``spelling``, ``renamed`` or ``number``."""


def differences(statements: Sequence[Statement]) -> list[Difference]:
    """Each pair of primary names that two sources write differently, explained."""
    primary: dict[tuple[str, ...], Statement] = {}
    for s in sorted((s for s in statements if s.prop == "name"), key=lambda s: (s.source, s.value)):
        primary.setdefault(name_key(s.value), s)
    return [_explained(a, b, statements) for a, b in combinations(primary.values(), 2)]


def _explained(a: Statement, b: Statement, statements: Sequence[Statement]) -> Difference:
    code, why = _why(a, b, statements)
    return Difference(a.value, a.source, b.value, b.source, why, code)


def _why(a: Statement, b: Statement, statements: Sequence[Statement]) -> tuple[str, str]:
    if _letters(a.value) == _letters(b.value):
        return "spacing", SPACING
    if spreadsheet_made(a.value) or spreadsheet_made(b.value):
        return "spreadsheet", SPREADSHEET
    for name, other in ((b, a), (a, b)):
        for s in statements:
            if s.prop in OTHERS and s.source == other.source and name_key(s.value) == name_key(name.value):
                role = "a former name" if s.prop == "previousName" else "another name"
                return "renamed", RENAMED.format(source=s.source, name=s.value, role=role)
    if compare(prepare(a.value, Schema.VESSEL), prepare(b.value, Schema.VESSEL)).alert:
        return "spelling", SPELLING
    for s in statements:
        if s.prop in OTHERS and name_key(s.value) in (name_key(a.value), name_key(b.value)):
            return "renamed", RENAMED.format(source=s.source, name=s.value, role="a former or other name")
    return "number", NUMBER


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
