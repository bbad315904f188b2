"""The streams of revenue and import by year, as the day knows them: each row with its range and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.statement import Statement

ROWS = {"RevenueEstimate": ("revenue.rows.", "stream"), "ImportEstimate": ("imports.rows.", "item")}
"""Where rows of streams are: the kind, how their ids begin, and the field that names the stream."""

NOT_A_YEAR = ("one ", "ceiling", "value delivered", "need", "promised", "notified")
"""How the kind of a row begins that says nothing about what came in, or was paid, within a year.

What states notify is the part that they report, and not what came in."""

SCALED = "scaled to 12 months"
"""How a row says that its range is that of a whole year, though counted over some months."""


@dataclass(frozen=True)
class Flow:
    """One row: what a stream brought in a year, in ``unit``; an end that nobody states is ``None``."""

    id: str
    stream: str
    year: int
    low: float | None
    high: float | None
    unit: str
    kind: str
    status: str
    period: str
    verified: bool
    statements: tuple[Statement, ...]
    partner: str = ""
    """Through whom it passes, in the words of the row."""

    @property
    def whole(self) -> bool:
        """Whether it bounds a whole year from both sides."""
        closed = self.low is not None and self.high is not None
        year = not self.period or SCALED in self.period
        return closed and year and not self.kind.startswith(NOT_A_YEAR)

    def as_json(self) -> dict[str, Any]:
        """Every field, with the ids of its sources and statements."""
        return {
            "id": self.id,
            "stream": self.stream,
            "year": self.year,
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "kind": self.kind,
            "status": self.status,
            "period": self.period,
            "partner": self.partner,
            "unverified": not self.verified,
            "basis": sorted({str(s.basis) for s in self.statements}),
            "sources": ids(self.statements),
            "statements": [s.id for s in self.statements],
        }


def flows(scope: Scope) -> list[Flow]:
    """The rows of all streams that the day shows, of no year after it, by stream and year."""
    last = int(scope.view.when.as_of[:4])
    found = [
        _flow(item, name)
        for kind, (prefix, name) in ROWS.items()
        for item in items(scope.view, kind)
        if item.id.startswith(prefix) and item.one("year") and item.one(name)
    ]
    return sorted((f for f in found if f.year <= last), key=lambda f: (f.stream, f.year, f.id))


def bases(known: list[Flow], *, verified: bool) -> dict[str, tuple[Flow, ...]]:
    """By stream, the rows of its newest bounded year: observed ones, else what officials expected of it.

    A row that no stored text backs decides nothing while the stream has another; with ``verified``, never.
    """
    found: dict[str, tuple[Flow, ...]] = {}
    for stream in dict.fromkeys(f.stream for f in known):
        rows = [f for f in known if f.stream == stream and f.whole and (f.verified or not verified)]
        rows = [f for f in rows if f.verified] or rows
        rows = [f for f in rows if f.status != "ex_ante"] or rows
        if rows:
            newest = max(f.year for f in rows)
            found[stream] = tuple(f for f in rows if f.year == newest)
    return found


def _flow(item: Item, name: str) -> Flow:
    def end(prop: str) -> float | None:
        return float(item.text(prop)) if item.text(prop) else None

    fields = (name, "year", "low", "high", "unit", "kind", "status", "period", "partner")
    return Flow(
        id=item.id,
        stream=item.text(name),
        year=int(item.text("year")[:4]),
        low=end("low"),
        high=end("high"),
        unit=item.text("unit", "USD"),
        kind=item.text("kind"),
        status=item.text("status", "observed"),
        period=item.text("period"),
        verified=item.verified,
        statements=tuple(item.all(*fields)),
        partner=item.text("partner"),
    )
