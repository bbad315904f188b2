"""What the model said on the memo's day of the two years after next, against what was then reported.

The forecast reads only what was public on the day of the memo. Outcomes are rows of the years foretold, of
sources later than the memo, as the day asked shows them: a day before them shows the forecast alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.errors import YaluError
from yalu.evidence.cited import ids, works
from yalu.evidence.scope import Scope
from yalu.pressure.answer import Pressure, answer
from yalu.pressure.assumptions import LEVERS
from yalu.pressure.model import SEED, Cut, span
from yalu.pressure.streams import Flow, flows

YEARS = (1, 2)
"""The years that are foretold, counted from the memo's."""


class Verdict(StrEnum):
    """Whether the middle of what was reported lies in the interval foretold."""

    HIT = "hit"
    TOO_HIGH = "missed: foretold too high"
    TOO_LOW = "missed: foretold too low"
    OPEN = "undecided: the report has no end above or below"


@dataclass(frozen=True)
class Outcome:
    """A row that tells what a stream brought in a year foretold."""

    flow: Flow
    verdict: Verdict
    ratio: float | None
    """The middle foretold by the middle reported; ``None`` where that is zero or not bounded."""

    def as_json(self) -> dict[str, Any]:
        """The row's range and the verdict."""
        return {
            "row": self.flow.id,
            "year": self.flow.year,
            "low": self.flow.low,
            "high": self.flow.high,
            "verdict": self.verdict.value,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "sources": ids(self.flow.statements),
            "statements": [s.id for s in self.flow.statements],
        }


@dataclass(frozen=True)
class Forecast:
    """What is left of a stream, were all levers taken, and what was reported of it."""

    cut: Cut
    outcomes: tuple[Outcome, ...]

    @property
    def left(self) -> dict[str, int]:
        """What still comes in a year, after adaptation."""
        return span(self.cut.base - self.cut.net)

    def as_json(self) -> dict[str, Any]:
        """The forecast and its outcomes."""
        return {
            "stream": self.cut.stream,
            "unit": self.cut.unit,
            "base": span(self.cut.base),
            "left": self.left,
            "outcomes": [o.as_json() for o in self.outcomes],
        }


@dataclass(frozen=True)
class Hindcast:
    """The forecast of a day, and what was known of its outcome on another."""

    day: str
    years: tuple[int, ...]
    made: Pressure
    forecasts: tuple[Forecast, ...]
    without_base: tuple[Flow, ...]
    """Reports on streams of which nothing was bounded on the day of the forecast."""

    def count(self, *verdicts: Verdict) -> int:
        """How many reports came out so."""
        return sum(o.verdict in verdicts for f in self.forecasts for o in f.outcomes)

    @property
    def misses(self) -> int:
        """Reports outside of the interval."""
        return self.count(Verdict.TOO_HIGH, Verdict.TOO_LOW)

    def as_json(self, scope: Scope) -> dict[str, Any]:
        """Hits, misses and every forecast, whatever they show, with the works cited."""
        reports = [o.flow for f in self.forecasts for o in f.outcomes]
        cited = [s for f in (*self.made.flows, *reports, *self.without_base) for s in f.statements]
        return {
            "day": self.day,
            "years": list(self.years),
            "hits": self.count(Verdict.HIT),
            "misses": self.misses,
            "undecided": self.count(Verdict.OPEN),
            "forecasts": [f.as_json() for f in self.forecasts],
            "without_forecast": sorted({f.stream for f in self.without_base}),
            "assumptions": [self.made.assumed[n].as_json() for n in self.made.used],
            "sources": works(scope.view, cited),
        }


def hindcast(
    scope: Scope, chosen: Sequence[str] = LEVERS, settings: Sequence[str] = (), seed: int = SEED
) -> Hindcast:
    """Foretell from the memo's day, and compare as of the scope's. Raises YaluError before the memo."""
    if not scope.memo:
        raise YaluError(
            "A forecast is made from what was public on the day of the memo, which had not come by then.",
            do="ask a day from the memo's on (--as-of).",
        )
    then = scope
    if scope.view.when.as_of != scope.memo:
        then = Scope(scope.view.evidence.at(scope.memo, mode=scope.view.when.mode), scope.plan, scope.memo)
    made = answer(then, chosen, settings, seed=seed)
    years = tuple(int(scope.memo[:4]) + n for n in YEARS)
    told = reported(scope, years)
    forecasts = []
    for cut in made.together:
        if cut.reached and cut.base.any():
            rows = [f for f in told if f.stream == cut.stream and f.unit == cut.unit]
            forecasts.append(Forecast(cut, tuple(compare(cut, f) for f in rows)))
    based = {f.cut.stream for f in forecasts} | {c.stream for c in made.together}
    missing = tuple(f for f in told if f.stream not in based)
    return Hindcast(scope.memo, years, made, tuple(forecasts), missing)


def reported(scope: Scope, years: Sequence[int]) -> list[Flow]:
    """What was reported of years that are over, by stored texts that are later than the memo."""
    over = [year for year in years if f"{year}-12-31" < scope.view.when.as_of]
    return [
        f
        for f in flows(scope)
        if f.year in over
        and f.verified
        and f.status == "observed"
        and (f.whole or _open(f))
        and max(s.known_hi for s in f.statements) > scope.memo
    ]


def _open(one: Flow) -> bool:
    """Whether a whole year is bounded from one side alone."""
    half = (one.low is None) != (one.high is None)
    return half and not one.period and not one.kind.startswith("ceiling")


def compare(cut: Cut, one: Flow) -> Outcome:
    """A report against the interval foretold."""
    if one.low is None or one.high is None:
        return Outcome(one, Verdict.OPEN, None)
    middle = (one.low + one.high) / 2
    left = span(cut.base - cut.net)
    verdict = Verdict.HIT
    if middle < left["low"]:
        verdict = Verdict.TOO_HIGH
    elif middle > left["high"]:
        verdict = Verdict.TOO_LOW
    return Outcome(one, verdict, left["median"] / middle if middle else None)
