"""The brief's words on what sources call missing, and the grid in short."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition.states.grid import Cell, Grid, Status, grid, states_with_evidence
from yalu.coalition.states.held import Held
from yalu.evidence.view import Item
from yalu.model.countries import states
from yalu.model.figures import joined
from yalu.model.section import Row, Table
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement


def grids(held: Held) -> list[Grid]:
    """The grid of every state of which a source speaks."""
    return [grid(held, state) for state in states_with_evidence(held)]


def missing(found: Sequence[Grid]) -> list[Sentence]:
    """For each obligation the states of which a source calls it missing."""
    if not found:
        return []
    by_obligation: dict[str, list[Cell]] = {}
    for one in found:
        for cell in one.having(Status.MISSING):
            by_obligation.setdefault(cell.obligation.id, []).append(cell)
    if not by_obligation:
        return [sentence("No source that was public called an obligation of a state missing.", [])]
    return [_missing(cells) for cells in by_obligation.values()]


def _missing(cells: list[Cell]) -> Sentence:
    first = cells[0]
    rows = [e for c in cells for e in c.decisive]
    asks = first.authority.all("instrument", "effect")
    told = [s for e in rows for s in (*e.item.all("state"), *_words(e.item, e.statements))]
    return sentence(
        f"Missing of {{states}}, as a source says: {{words}}. The {first.obligation.force} is to {{title}}"
        " ({where}); this is no finding of breach, and of every other state it is done or unknown.",
        [*asks, *told],
        states=lambda seen: joined(states(s.value for s in seen if s.prop == "state")),
        words=lambda seen: "; ".join(dict.fromkeys(s.value for s in seen if s.prop in _SAID)),
        title=whole(first.authority, first.obligation.title),
        where=whole(first.authority, first.where),
    )


_SAID = frozenset({"status", "issue", "note", "state_action"})


def _words(item: Item, statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if s.prop in _SAID]


def whole(item: Item, text: str) -> SlotFunction:
    """Words that a rule reads in a row: they stand only while the row's statements are those it read."""

    def words(seen: Sequence[Statement]) -> str:
        mine = [s for s in seen if s.party == item.id]
        if not mine or any(s.value.startswith(MUTATION) for s in mine):
            raise ValueError(f"{item.id} is not the row that was read")
        return text

    return words


def grid_table(found: Sequence[Grid]) -> list[Table]:
    """A line for each state: how much is done, what is missing, how much is unknown."""
    rows = tuple(_row(g) for g in found if g.counts[Status.DONE] or g.counts[Status.MISSING])
    if not rows:
        return []
    return [
        Table(
            id="state-grid",
            title="What sources say of states and their obligations in force",
            columns=("State", "Done", "Missing", "Unknown", "Missing, as a source says"),
            rows=rows,
            note="Silence is unknown, never missing. A state that is not here is unknown in all.",
            numeric=frozenset({1, 2, 3}),
        )
    ]


def _row(one: Grid) -> Row:
    def having(seen: Sequence[Statement], status: Status) -> list[Cell]:
        parties = {s.party for s in seen if not s.value.startswith(MUTATION)}
        return [c for c in one.having(status) if {e.item.id for e in c.decisive} <= parties]

    def count(status: Status) -> SlotFunction:
        return lambda seen: str(len(having(seen, status)))

    def unknown(seen: Sequence[Statement]) -> str:
        known = len(having(seen, Status.DONE)) + len(having(seen, Status.MISSING))
        return str(len(one.cells) - known)

    cells: tuple[SlotFunction, ...] = (
        lambda seen: one.name,
        count(Status.DONE),
        count(Status.MISSING),
        unknown,
        lambda seen: "; ".join(c.where for c in having(seen, Status.MISSING)),
    )
    decisive = [e for s in (Status.DONE, Status.MISSING) for c in one.having(s) for e in c.decisive]
    rows = {e.item.id: e.statements for e in decisive}
    return Row(cells, tuple(s for statements in rows.values() for s in statements))
