"""What was foretold on the memo's day, and beside it what was reported, in views dated after that."""

from __future__ import annotations

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.pressure.hindcast import Hindcast, Verdict, hindcast
from yalu.pressure.model import span as middle
from yalu.workbench.duty.pressure_shown import amount, unit_of, words
from yalu.workbench.duty.ranges import plain, span
from yalu.workbench.duty.scoped import by, columns, part
from yalu.workbench.frame import Cell, Section
from yalu.workbench.pages.common import Cited


def foretold(scope: Scope, cited: Cited) -> Section:
    """The forecast alone before its outcome; with hits and misses after it; a plain word before the memo."""
    try:
        told = hindcast(scope)
    except YaluError as error:
        return Section(id="foretold", title="Forecast", text=(Cell(text=error.what),))
    return _compared(told, cited) if any(f.outcomes for f in told.forecasts) else _alone(told)


def _alone(told: Hindcast) -> Section:
    years = " and ".join(map(str, told.years))
    rows = [
        (
            words(f.cut.stream),
            unit_of(f.cut.unit),
            amount(middle(f.cut.base), f.cut.unit),
            amount(f.left, f.cut.unit),
        )
        for f in told.forecasts
    ]
    return part(
        "foretold",
        f"Foretold for {years}",
        columns("Stream", "Unit", "Known", "Left a year"),
        rows,
        note=f"from what was public on {told.day}, were all six levers taken",
        text=["No outcome of these years is in this view: the forecast stands alone."],
        empty="Nothing was bounded on that day.",
    )


def _compared(told: Hindcast, cited: Cited) -> Section:
    rows: list[tuple[object, ...]] = []
    for f in told.forecasts:
        head = (words(f.cut.stream), unit_of(f.cut.unit), amount(f.left, f.cut.unit))
        for o in f.outcomes:
            scale = 1e6 if f.cut.unit == "USD" else 1
            said = _reported(o.flow.low, o.flow.high, scale)
            ratio = "not computed" if o.ratio is None else f"{o.ratio:.2f}"
            rows.append((*head, str(o.flow.year), by(cited, said, o.flow.statements), o.verdict.value, ratio))
        if not f.outcomes:
            rows.append((*head, "none", "no report held", "no report", "not computed"))
    reports = sum(len(f.outcomes) for f in told.forecasts)
    years = " and ".join(map(str, told.years))
    names = sorted({words(f.stream) for f in told.without_base})
    text = [
        f"{told.count(Verdict.HIT)} hits, {told.misses} misses and {told.count(Verdict.OPEN)} undecided of"
        f" {reports} reports on {years}. A hit: the middle of the report lies in the interval foretold.",
        "What states did was not what the memo recommends, so a miss is one of the model and of the premise.",
    ]
    if names:
        text.append(f"Reported, but nothing of them was bounded on {told.day}: {', '.join(names)}.")
    return part(
        "hindcast",
        "Hindcast",
        columns("Stream", "Unit", "Foretold, left a year", "Year", "Reported", "Verdict", "Ratio"),
        rows,
        note=f"foretold from what was public on {told.day}, for all six levers at the shares of that day",
        text=text,
        empty="",
    )


def _reported(low: float | None, high: float | None, scale: float) -> str:
    if low is None:
        return "not stated" if high is None else f"at most {plain(high / scale)}"
    return span(low / scale, None if high is None else high / scale)
