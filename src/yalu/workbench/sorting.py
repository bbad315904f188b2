"""The order that a client asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from yalu.workbench.ftm.entity import Entity
from yalu.workbench.problems import refuse, safe

FIELDS = ("first_seen", "last_seen", "last_change", "caption", "schema", "id")
"""What can be sorted by."""


def parse(sorts: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each field and whether the largest comes first; an answer 400 for a field that is none."""
    for sort in sorts:
        field, colon, order = sort.rpartition(":")
        if not colon or order not in ("asc", "desc"):
            field, order = sort, "asc"
        if field not in FIELDS:
            raise refuse(400, f"Invalid sort: {safe(sort)!r}. Fields: {', '.join(FIELDS)}")
        yield field, order == "desc"


def ordered(entities: Sequence[Entity], sorts: Sequence[str]) -> list[Entity]:
    """The entities in that order, those that lack a value last."""
    found = list(entities)
    for field, reverse in reversed(list(parse(sorts))):
        found = by_value(found, [e[field] or "" for e in found], reverse=reverse)
    return found


def by_value(items: Sequence[Any], values: Sequence[str], *, reverse: bool) -> list[Any]:
    """Items in the order of their values; equal ones keep theirs, and those without a value come last."""
    pairs = list(zip(items, values, strict=True))
    there = sorted((p for p in pairs if p[1]), key=lambda p: p[1], reverse=reverse)
    return [item for item, _ in (*there, *(p for p in pairs if not p[1]))]
