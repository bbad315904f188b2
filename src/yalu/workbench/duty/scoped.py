"""The regime's part of what the day shows, and small parts that the four pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from yalu.evidence.scope import Scope
from yalu.model.statement import Statement
from yalu.regimes import load_memo_day
from yalu.workbench.frame import Ask, Cell, Column, Section, Table
from yalu.workbench.frame.page import Badge, row
from yalu.workbench.pages.common import Cited


def scope_of(ask: Ask) -> Scope:
    """The scope of the day, with the day of the memo where it has come."""
    memo = load_memo_day(ask.evidence.citations)
    return ask.kept("scope with the memo", lambda: Scope(ask.view, ask.plan, memo))


def columns(*labels: str, numbers: Iterable[str] = (), days: Iterable[str] = ()) -> tuple[Column, ...]:
    """Columns by their labels; the first is the head of its row."""
    kinds: dict[str, Any] = dict.fromkeys(numbers, "number") | dict.fromkeys(days, "day")
    return tuple(
        Column(key=x.casefold().replace(" ", "_"), label=x, kind=kinds.get(x, "text"), head=not at)
        for at, x in enumerate(labels)
    )


def part(
    id_: str,
    title: str,
    head: tuple[Column, ...],
    rows: Iterable[Sequence[Any]],
    *,
    note: str = "",
    text: Iterable[str] = (),
    empty: str,
) -> Section:
    """A section with one table."""
    made = tuple(row(*one) for one in rows)
    table = Table(id=id_, columns=head, rows=made, empty=empty, stack=True)
    said = tuple(Cell(text=x) for x in text)
    return Section(id=f"{id_}-part", title=title, note=note, text=said, table=table)


def by(cited: Cited, text: str, statements: Iterable[Statement], **how: Any) -> Cell:
    """A text with the numbers of what it rests on."""
    return Cell(text=text, cites=cited.of(*statements), **how)


def mark(verified: bool) -> Cell:
    """Whether a stored text backs a row."""
    kind: Badge = "unverified"
    return Cell(text="stored text") if verified else Cell(text="unverified", badge=kind)
