"""The matrix of parties and lists: dates, lags, what no list can tell, and who could act next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from yalu.coalition.authorities import Authority, Force
from yalu.coalition.coverage.listings import TAKEN_OVER
from yalu.coalition.coverage.report import LISTED, NOT_FOUND, Coverage, Row
from yalu.coalition.coverage.report import Cell as Found
from yalu.workbench.frame import Cell
from yalu.workbench.frame.page import Model
from yalu.workbench.frame.route import Routes
from yalu.workbench.pages.common import named

OLD = 366
"""Days after which a copy of a list is called old."""
BANDS = (30, 365, 1095)
"""Last days of the bands of a lag; a longer one is in the fourth."""
MOST_POWERS = 2


class Head(Model):
    """A list above its column."""

    code: str
    label: str
    state: str
    held: bool
    old: bool


class Power(Model):
    """Authorities under which one state could list, in short."""

    by: str
    words: str
    unverified: bool


class MatrixCell(Model):
    """``state``: listed, off (its list lacks it), unknown (its list cannot tell), none (no list held)."""

    state: str
    text: str
    lag: str = ""
    band: int = 0


class MatrixRow(Model):
    """A party on all lists; ``next`` who could act, ``unclear`` who could if its list lacks it."""

    party: Cell
    id: str
    cells: tuple[MatrixCell, ...]
    next: tuple[Power, ...]
    unclear: tuple[str, ...]


def heads(found: Coverage) -> tuple[Head, ...]:
    """The lists in the order of the columns."""
    day = found.view.when.as_of
    limit = (date.fromisoformat(day) - timedelta(days=OLD)).isoformat()
    made = []
    for column in found.columns:
        rests = found.standing[column]
        held = bool(rests.copy or rests.from_copies or rests.survivors)
        made.append(
            Head(
                code=column,
                label=_label(column),
                state=rests.copy or ("later lists only" if held else "no list held"),
                held=held,
                old=bool(rests.copy) and rests.copy < limit,
            )
        )
    return tuple(made)


def powers(authorities: Sequence[Authority]) -> Mapping[str, Power]:
    """Under what each authority may list on the day."""
    grounds: dict[str, list[Authority]] = {}
    for one in authorities:
        if one.force in (Force.MAY, Force.MUST):
            grounds.setdefault(one.by, []).append(one)
    found = {}
    for by, rows in grounds.items():
        rows.sort(key=lambda r: (not r.verified, r.id))
        names = list(dict.fromkeys(r.instrument for r in rows))
        more = f" and {len(names) - MOST_POWERS} more" if len(names) > MOST_POWERS else ""
        words = ", ".join(names[:MOST_POWERS]) + more
        found[by] = Power(by=by, words=words, unverified=not rows[0].verified)
    return found


def matrix_row(found: Coverage, row: Row, acts: Mapping[str, Power]) -> MatrixRow:
    """One party."""
    off = [c for c in found.columns if row.cells[c].state == NOT_FOUND]
    unknown = [c for c in found.columns if row.cells[c].state not in (LISTED, NOT_FOUND)]
    return MatrixRow(
        party=named(row.ids[0], row.name, row.kind),
        id=row.ids[0],
        cells=tuple(cell(found, c, row) for c in found.columns),
        next=tuple(acts[c] for c in off if c in acts),
        unclear=tuple(c for c in unknown if c in acts),
    )


def cell(found: Coverage, column: str, row: Row) -> MatrixCell:
    """What one list says of one party."""
    one = row.cells[column]
    if one.state == NOT_FOUND:
        return MatrixCell(state="off", text="not on list")
    if one.state != LISTED:
        rests = found.standing[column]
        held = rests.copy or rests.from_copies or rests.survivors
        return MatrixCell(state="unknown" if held else "none", text="unknown" if held else "no list held")
    days = one.lag[1] if one.lag else 0
    band = sum(days > last for last in BANDS)
    return MatrixCell(state="listed", text=one.since or "listed, no day", lag=lag_words(one), band=band)


def lag_words(one: Found) -> str:
    """The days after the first listing by anyone, least and most."""
    if one.lag is None:
        return "the UN's day" if one.repeats else ""
    least, most = one.lag
    if most == 0:
        return "first"
    return f"+{most:,} d" if least == most else f"+{least:,} to {most:,} d"


def _label(column: str) -> str:
    return f"{column.removesuffix(TAKEN_OVER)} via UN" if column.endswith(TAKEN_OVER) else column


ROUTES: Routes = ()
