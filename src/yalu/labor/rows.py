"""Rows of the casebook as table rows: a cell is the text of a field, empty where the day shows none."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.countries import state
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis

WORLD = "WORLD"
"""The host of an estimate for all countries together."""

PREFIX = "labor."
"""How the ids of this topic's rows begin: other topics have laws and indicators of their own."""


def rows_of(scope: Scope, kind: str) -> list[Item]:
    """The topic's rows of a kind that the day shows."""
    return [item for item in items(scope.view, kind) if item.id.startswith(PREFIX)]


def text(prop: str) -> SlotFunction:
    """The values of a field; an empty cell where there is none."""
    return lambda seen: ", ".join(dict.fromkeys(s.value for s in seen if s.prop == prop))


def place(prop: str) -> SlotFunction:
    """The names of the states in a field; the whole world by that word."""
    return lambda seen: ", ".join(dict.fromkeys(state_name(s.value) for s in seen if s.prop == prop))


def state_name(code: str) -> str:
    """The name of a state, or ``the world``."""
    return "the world" if code == WORLD else state(code)


def number(*props: str) -> SlotFunction:
    """The whole number of the one of some fields that a row has, with separators."""
    return lambda seen: next((f"{int(s.value):,}" for s in seen if s.prop in props), "")


def plain(prop: str) -> SlotFunction:
    """The whole number of a field, as a chart reads it."""
    return lambda seen: str(next(int(s.value) for s in seen if s.prop == prop))


def first_of(*props: str) -> SlotFunction:
    """The texts of several fields, one after the other."""
    return lambda seen: "; ".join(s.value for p in props for s in seen if s.prop == p)


def doubts(seen: Sequence[Statement]) -> str:
    """Which fields no stored text backs; ``in part`` where a row is backed in part and does not say which."""
    named = sorted({name for s in seen for name in s.unverified.split(";") if name})
    in_part = any(s.basis in (Basis.STORED_IN_PART, Basis.MIXED) for s in seen)
    return ", ".join(named) or ("in part" if in_part else "")
