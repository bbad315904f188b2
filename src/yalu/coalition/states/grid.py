"""The obligations in force on a day, and for a state what sources say of each: done, missing or unknown.

Silence is never read as missing: an obligation of which no source speaks is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from yalu.coalition.states.held import SAYS, Held
from yalu.errors import UsageError
from yalu.evidence.view import Item, View
from yalu.model.clock import Mode
from yalu.model.countries import state as state_name
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.regimes.obligations import Obligation, Record

EU = "EU"


class Status(StrEnum):
    """What sources say of an obligation and a state."""

    DONE = "done"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Evidence:
    """A row that speaks of a state and an obligation. ``day`` is its own day, or that of its source."""

    record: Record
    item: Item
    day: str
    statements: tuple[Statement, ...]
    through: str = ""
    """The group whose law it is, where the state is bound as a member."""

    @property
    def says(self) -> str:
        """``done``, ``missing`` or ``bears``; what no stored text backs only bears on the matter."""
        return self.record.says if self.item.verified else "bears"

    @property
    def words(self) -> str:
        """What the row says, in its own words."""
        return "; ".join(s.value for s in self.statements if s.value != "-")


@dataclass(frozen=True)
class Cell:
    """One obligation of one state on the day."""

    obligation: Obligation
    authority: Item
    evidence: tuple[Evidence, ...]
    due: Item | None = None

    @cached_property
    def decisive(self) -> tuple[Evidence, ...]:
        """The evidence of the latest day that says done or missing."""
        saying = [e for e in self.evidence if e.says != "bears"]
        last = max((e.day for e in saying), default="")
        return tuple(e for e in saying if e.day == last)

    @property
    def status(self) -> Status:
        """What the latest source says; unknown where none does, or where two of one day disagree."""
        said = {e.says for e in self.decisive}
        return Status(said.pop()) if len(said) == 1 else Status.UNKNOWN

    @property
    def disagree(self) -> bool:
        """Whether sources of one day say both."""
        return len({e.says for e in self.decisive}) > 1

    @property
    def citation(self) -> tuple[Statement, ...]:
        """The statements that name the paragraph and what it asks."""
        return tuple(self.authority.all("instrument", "provision", "effect"))

    @property
    def doubts(self) -> list[str]:
        """What of the paragraph no stored text backs."""
        found = [self.obligation.doubt] if self.obligation.doubt else []
        unread = sorted({f for s in self.citation for f in s.unverified.split(";") if f})
        if not self.authority.verified:
            return ["no text of it is held", *found]
        return [*(f"its {field}" for field in unread), *found]

    @property
    def where(self) -> str:
        """``UNSCR 2321 para 18``."""
        para = self.obligation.para
        return f"UNSCR {self.obligation.resolution} {'' if para == 'annexes' else 'para '}{para}"


@dataclass(frozen=True)
class Grid:
    """Every obligation in force on the day, for one state."""

    held: Held
    state: str
    cells: tuple[Cell, ...]

    @property
    def view(self) -> View:
        """The day asked."""
        return self.held.view

    @property
    def name(self) -> str:
        """The state's short name."""
        return "European Union" if self.state == EU else state_name(self.state)

    def having(self, status: Status) -> list[Cell]:
        """The cells of a status, in the order of the resolutions."""
        return [c for c in self.cells if c.status is status]

    @property
    def counts(self) -> Counter[Status]:
        """How many of each."""
        return Counter(c.status for c in self.cells)


def grid(held: Held, state: str) -> Grid:
    """The grid of a state (ISO code, or EU for the Union's own law). Raises UsageError for the target."""
    if state == held.duties.table.target:
        raise UsageError(
            f"The resolutions are about {state_name(state)}; what they ask of other states stands here.",
            expected="another state",
        )
    evidence = _by_obligation(held, state)
    return Grid(
        held,
        state,
        tuple(
            Cell(o, authority, tuple(evidence.get(o.id, ())), held.public.get(o.due) if o.due else None)
            for o, authority in in_force(held)
        ),
    )


def in_force(held: Held) -> Iterator[tuple[Obligation, Item]]:
    """The obligations that stand on the day, each with the row of its paragraph."""
    for o in held.duties.table.obligations:
        authority = held.standing.get(o.authority)
        within = held.standing.get(o.within) if o.within else authority
        if authority and within and authority.one("instrument"):
            yield o, authority


def states_with_evidence(held: Held) -> list[str]:
    """The states of which any row speaks on the day, by code."""
    found = set()
    for record in held.duties.records:
        for item in _rows(held, record):
            found |= {c for c in record.states if not record.own or item.text("state") == c}
    return sorted(found)


def _by_obligation(held: Held, state: str) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    on = held.view.when.on
    groups = {g.id for g in held.duties.table.groups if g.holds(state, on)}
    for record in held.duties.records:
        through = next((g for g in record.states if g in groups), "")
        if state not in record.states and not through:
            continue
        for item in _rows(held, record):
            if record.own and item.text("state") != state:
                continue
            statements = _said(item, record)
            own_day = "" if record.field else item.text("date") or item.text("start")
            day = partial(own_day).hi if own_day else _source_day(statements[0], held.view.when.mode)
            one = Evidence(record, item, day, statements, through)
            for obligation in record.obligations:
                found.setdefault(obligation, []).append(one)
    return {key: sorted(rows, key=lambda e: (e.day, e.item.id)) for key, rows in found.items()}


def _rows(held: Held, record: Record) -> Iterator[Item]:
    """The rows of a record that are public, stand on the day, and have the field that speaks."""
    shown = held.public if record.lasting else held.standing
    for row in record.rests_on:
        item = shown.get(row)
        if item and _said(item, record):
            yield item


def _said(item: Item, record: Record) -> tuple[Statement, ...]:
    names = SAYS.get(item.statements[0].kind, ())
    if record.field:
        names = (record.field,)
    if not names or not item.one(names[0]):
        return ()
    return tuple(item.all(*names))


def _source_day(s: Statement, mode: Mode) -> str:
    return (s.known_lo or s.known_hi) if mode is Mode.LIKELY else s.known_hi
