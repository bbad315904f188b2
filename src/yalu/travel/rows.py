"""Rows of the casebook as table rows: a cell is the text of a field, empty where the day shows none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis

PREFIX = "travel."
"""How the ids of this topic's rows begin: other topics have laws and checks of their own."""


def rows_of(scope: Scope, kind: str) -> list[Item]:
    """The topic's rows of a kind that the day shows."""
    return [item for item in items(scope.view, kind) if item.id.startswith(PREFIX)]


def text(*props: str) -> SlotFunction:
    """The texts of some fields, one after the other; an empty cell where there is none."""
    return lambda seen: "; ".join(s.value for p in props for s in seen if s.prop == p)


def backing(seen: Sequence[Statement]) -> str:
    """Whether a stored text backs the whole row, a part of it, or nothing."""
    if any(s.basis == Basis.OWN_KNOWLEDGE for s in seen):
        return "unverified"
    return "in part" if in_part(seen) else "in full"


def in_part(statements: Iterable[Statement]) -> bool:
    """Whether a stored text backs only a part of a row, such as the month of a day."""
    return any(s.basis in (Basis.STORED_IN_PART, Basis.MIXED) for s in statements)
