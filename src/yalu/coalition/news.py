"""The table of what changed on the lists of the regime in the days before the day asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.model.clock import KnownBy
from yalu.model.section import Row, Table
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

WINDOW = 90
"""How many days back the table goes."""


def news(scope: Scope) -> list[Table]:
    """Listings that a list began or ended in the last days; none where no list is held that shows any."""
    end = scope.view.when.as_of
    start = date.fromordinal(max(1, date.fromisoformat(end).toordinal() - WINDOW)).isoformat()
    rows = [row for s in _rows(scope, start, end) if (row := _row(scope, s, end))]
    if not rows:
        return []
    return [
        Table(
            id="list-changes",
            title=f"What changed on the lists in the {WINDOW} days before {end}",
            columns=("Change", "Party", "List", "When"),
            rows=tuple(rows),
            note="A span lies between two copies of the list, or between the record's own days."
            " yalu changes has each change of each field.",
        )
    ]


def _rows(scope: Scope, start: str, end: str) -> list[Statement]:
    """Listings by lists that are held, of which the beginning or the end became known in the window.

    What a first copy holds without a day of its own did not begin then: its beginning is not known.
    """
    began = "(known_hi > ? AND known_hi <= ?)"
    ended = "(ended_known_hi > ? AND ended_known_hi <= ?)"
    condition = f"prop = ? AND source <> ? AND ({began} OR {ended})"
    found = scope.view.evidence.rows(condition, [LISTING, CASEBOOK, start, end, start, end])
    mine = [s for s in found if s.party in scope.parties and (_over(s, end) or _began(scope, s))]
    return sorted(mine, key=lambda s: (_when(s, end), s.value, s.party, s.id))


def _began(scope: Scope, s: Statement) -> bool:
    """Whether the listing has a day of its own, or a copy before it lacks it."""
    copies = scope.view.evidence.snapshot.copies(s.source)
    return s.known_by != KnownBy.COPIES or s.known_lo in {c.date.lo for c in copies}


def _row(scope: Scope, s: Statement, end: str) -> Row | None:
    name = scope.named(s.party)
    if name is None:
        return None
    return Row(
        (
            lambda seen: "delisted" if _over(_listing(seen), end) else "listed",
            lambda seen: next(x.value for x in seen if x.prop != LISTING),
            lambda seen: _listing(seen).value,
            lambda seen: _when(_listing(seen), end),
        ),
        (s, name),
    )


def _listing(seen: Sequence[Statement]) -> Statement:
    return next(s for s in seen if s.prop == LISTING)


def _over(s: Statement, end: str) -> bool:
    return bool(s.ended_known_hi) and s.ended_known_hi <= end


def _when(s: Statement, end: str) -> str:
    return s.clocks.to.text() if _over(s, end) else s.clocks.known.text()
