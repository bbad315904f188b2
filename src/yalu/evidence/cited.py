"""The works behind statements, as the day may show them."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.evidence.view import View
from yalu.model.statement import Statement

FIELDS = ("title", "publisher", "date", "symbol", "url", "where")


def works(view: View, statements: Iterable[Statement]) -> dict[str, dict[str, str]]:
    """Each cited work by its id, in the order of the ids."""
    ids = sorted({name for s in statements for name in s.cited})
    return {name: {k: v for k in FIELDS if (v := view.work(name).get(k))} for name in ids}


def cited(view: View, statements: Iterable[Statement]) -> str:
    """The works in one line: publisher, title, date and address of each."""
    return "; ".join(
        ", ".join(work[k] for k in ("publisher", "title", "date", "url") if k in work)
        for work in works(view, statements).values()
    )


def ids(statements: Iterable[Statement]) -> list[str]:
    """The ids of the works, each once."""
    return sorted({name for s in statements for name in s.cited})
