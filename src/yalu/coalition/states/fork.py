"""What to do about an obligation that a source calls missing: help, or measures where help is refused.

The memo's rule decides nothing by itself: the fork says what speaks for each way and what would decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from yalu.coalition.states.grid import Cell, Evidence, Grid
from yalu.evidence.view import Item, items


@dataclass(frozen=True)
class Fork:
    """Both ways for one missing obligation, with what bears on the choice."""

    cell: Cell
    rule: Item | None
    help: str
    providers: list[Item]
    measures: list[Item]
    decides: list[str]
    bearing: list[Evidence]


def fork(grid: Grid, cell: Cell) -> Fork:
    """The fork of a missing obligation, as far as the day shows rule, helpers and powers."""
    held = grid.held
    table = held.duties.table
    words = table.kinds[cell.obligation.kind]
    powers = [held.standing[m] for m in (table.fork.measures if table.fork else []) if m in held.standing]
    return Fork(
        cell=cell,
        rule=held.standing.get(table.fork.rule) if table.fork else None,
        help=words.help,
        providers=[i for i in items(grid.view, "AssistanceProvider") if i.verified and i.one("provider")],
        measures=[p for p in powers if p.verified and p.one("instrument")],
        decides=words.decides,
        bearing=list(cell.evidence),
    )


def suggestions(one: Fork) -> list[Evidence]:
    """Cases that bear on it and for which the compiler suggested a response."""
    return [e for e in one.bearing if e.item.one("memo_response")]
