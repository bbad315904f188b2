"""The coverage of a day: a row for each party, a line for each list, and the waits for each pair of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yalu.coalition.coverage.listings import TAKEN_OVER, Listings, is_craft
from yalu.coalition.coverage.lists import Standing, last_copy, standing
from yalu.coalition.coverage.pairs import BASE, Pair, own_day, pairs, repeating
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.regimes.brief import BriefPlan

LISTED, NOT_FOUND, UNKNOWN = "listed", "not found", "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one list says of one party. ``lag`` is in days to the first listing, least and most."""

    state: str
    since: str = ""
    lag: tuple[int, int] | None = None
    repeats: bool = False
    source: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One party on all lists. ``first`` names the lists that had it first."""

    ids: tuple[str, ...]
    name: str
    kind: str
    first: str
    cells: dict[str, Cell]


class Coverage:
    """The coverage on the day of a view, of the parties of a regime."""

    def __init__(self, view: View, plan: BriefPlan) -> None:
        self.view = view
        self.listings = Listings(view, plan)
        self.columns = self.listings.columns
        self.standing: dict[str, Standing] = {c: standing(self.listings, c) for c in self.columns}
        self._repeats = repeating(self.listings)

    @cached_property
    def rows(self) -> list[Row]:
        """The parties on any list, by kind and name."""
        found = [self._row(party, listed) for party, listed in self.listings.by_party.items()]
        return sorted(found, key=lambda r: (r.kind in ("Vessel", "Airplane"), r.name.casefold(), r.ids))

    @cached_property
    def pairs(self) -> list[Pair]:
        """The waits for each pair of lists."""
        return pairs(self.listings)

    def counts(self, column: str) -> tuple[int, int]:
        """How many persons and entities, and how many ships and aircraft, stand on a list."""
        rows = list(self.listings.on(column).values())
        craft = sum(map(is_craft, rows))
        return len(rows) - craft, craft

    def repeats(self, column: str) -> bool:
        """Whether the list gives the UN's days, so that it shows no lag of its own."""
        return column in self._repeats

    def _row(self, party: str, listed: dict[str, Statement]) -> Row:
        own = {c: s for c, s in listed.items() if own_day(listed, c, self._repeats) and s.from_hi}
        start = min((s.from_hi for s in own.values()), default="")
        earliest = min((s.from_lo for s in own.values()), default="")
        first = ", ".join(c for c, s in own.items() if s.from_lo <= start)
        kinds = [s.kind for s in listed.values()]
        return Row(
            ids=tuple(self.listings.joins.ids(party)),
            name=_name(self.view, self.listings.joins.ids(party)),
            kind=max(sorted(set(kinds)), key=kinds.count),
            first=first,
            cells={c: self._cell(c, listed, own, earliest, start) for c in self.columns},
        )

    def _cell(
        self, column: str, listed: dict[str, Statement], own: dict[str, Statement], earliest: str, start: str
    ) -> Cell:
        s = listed.get(column)
        if s is None:
            craft = any(map(is_craft, listed.values()))
            mine = any(s.party in self.listings.loose for s in listed.values())
            held = last_copy(self.listings, column, craft=craft)
            taken = column + TAKEN_OVER in self.columns and BASE in listed
            readable = held and not taken and not mine and not any(r.loose for r in self.listings.of(column))
            return Cell(NOT_FOUND if readable else UNKNOWN)
        since = s.clocks.from_.text()
        lag = None
        if column in own and s.from_lo and earliest:
            lag = (max(0, _days(start, s.from_lo)), max(0, _days(earliest, s.from_hi)))
        return Cell(LISTED, since, lag, column not in own and bool(s.from_hi), s.source, s.locator)

    def as_json(self) -> dict[str, Any]:
        """What ``yalu coverage --json`` prints."""
        return {
            "version": 1,
            "as_of": self.view.when.as_of,
            "on": self.view.when.on,
            "mode": self.view.when.mode,
            "snapshot": self.view.evidence.snapshot.id,
            "lists": [self._list(c) for c in self.columns],
            "sources": [
                {
                    "source": r.source,
                    "authority": r.authority,
                    "records": len(r.ids),
                    "joined": len(r.joined),
                    "not_joined": len(r.loose),
                }
                for r in self.listings.records.values()
            ],
            "pairs": [pair_json(p) for p in self.pairs],
            "parties": [_row_json(row) for row in self.rows],
        }

    def _list(self, column: str) -> dict[str, Any]:
        parties, craft = self.counts(column)
        rests = self.standing[column]
        return {
            "list": column,
            "parties": parties,
            "craft": craft,
            "last_copy": rests.copy,
            "in_copies": rests.from_copies,
            "survivors": rests.survivors,
            "rests_on": rests.text(),
            "repeats_un": self.repeats(column),
            "taken_over": column.endswith(TAKEN_OVER),
        }


def pair_json(pair: Pair) -> dict[str, Any]:
    """One pair of lists, with its curve."""
    made = pair.curve
    return {
        "from": pair.first,
        "to": pair.second,
        "craft": pair.craft,
        "n": made.n,
        "events": made.events,
        "censored": made.censored,
        "before": pair.before,
        "inexact": pair.inexact,
        "repeats_un": pair.repeats,
        "unknown": pair.unknown,
        "too_few": made.too_few,
        "median": None if made.too_few else made.median,
        "low": None if made.too_few else made.low,
        "high": None if made.too_few else made.high,
        "curve": [
            {"days": s.days, "at_risk": s.at_risk, "events": s.events, "not_listed": s.share}
            | {"low": s.low, "high": s.high}
            for s in made.steps
        ],
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "ids": list(row.ids),
        "name": row.name,
        "kind": row.kind,
        "first": row.first,
        "lists": {
            column: {
                "state": cell.state,
                "since": cell.since,
                "lag_days": list(cell.lag) if cell.lag else None,
                "repeats_un": cell.repeats,
                "source": cell.source,
                "where": cell.where,
            }
            for column, cell in row.cells.items()
        },
    }


def table(found: Coverage) -> Iterator[list[str]]:
    """The parties as rows of text, the heading first: for a CSV file."""
    yield ["ids", "name", "kind", "first", *(f"{c} {what}" for c in found.columns for what in _COLUMNS)]
    for row in found.rows:
        cells = []
        for column in found.columns:
            cell = row.cells[column]
            least, most = (str(d) for d in cell.lag) if cell.lag else ("", "")
            cells += [cell.state, cell.since, least, most, "yes" if cell.repeats else ""]
        yield ["; ".join(row.ids), row.name, row.kind, row.first, *cells]


_COLUMNS = ("state", "since", "lag least", "lag most", "repeats UN day")


def coverage(view: View, plan: BriefPlan) -> Coverage:
    """The coverage on the day of a view."""
    return Coverage(view, plan)


def _days(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def _name(view: View, ids: list[str]) -> str:
    return next((view.names[i] for i in ids if i in view.names), ids[0])
