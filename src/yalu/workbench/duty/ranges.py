"""Ranges under each other on one scale from zero: where each goes from and to, in percent of the width."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from yalu.workbench.frame import Cell
from yalu.workbench.frame.page import Column, Model, Table

Kind = Literal["counted", "drawn", "stated", "apart"]
WORDS: dict[Kind, str] = {
    "counted": "counts",
    "drawn": "drawn from those that count",
    "stated": "stated, to compare with",
    "apart": "apart: counts in no interval",
}
"""What the form of a bar says, in words."""
LEAST = 0.6
"""The narrowest bar, in percent: a figure without a range is to be seen as well."""


class Tick(Model):
    """A number on the scale, and where it stands."""

    text: str
    at: float


class Bar(Model):
    """A range: what it is, its numbers in words, and its place; ``open`` where its upper end is not known."""

    label: Cell
    said: str
    kind: Kind = "counted"
    low: float
    high: float | None
    middle: float | None = None
    at: float = 0
    width: float = 0
    mark: float | None = None
    open: bool = False


class Ranges(Model):
    """The drawing: bars, the scale, and the band that a figure to compare with makes behind them."""

    id: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...] = ()
    band: Tick | None = None
    band_width: float = 0
    legend: tuple[tuple[Kind, str], ...] = ()

    def table(self) -> Table:
        """The same numbers as rows."""
        return Table(
            id=self.id,
            caption=self.title,
            columns=(
                Column(key="figure", label="Figure", head=True),
                Column(key="low", label=f"Low, {self.unit}", kind="number"),
                Column(key="middle", label="Median", kind="number"),
                Column(key="high", label="High", kind="number"),
                Column(key="kind", label="What it is"),
            ),
            rows=tuple(
                (
                    b.label,
                    *(Cell(text="" if n is None else plain(n)) for n in (b.low, b.middle, b.high)),
                    Cell(text=dict(self.legend)[b.kind]),
                )
                for b in self.bars
            ),
        )


def ranges(
    id_: str,
    title: str,
    unit: str,
    bars: Sequence[Bar],
    band: tuple[float, float] | None = None,
    words: Mapping[Kind, str] = WORDS,
) -> Ranges:
    """Place the bars on a scale that ends at a round number above the largest."""
    ends = [b.high if b.high is not None else b.low for b in bars] + ([band[1]] if band else [])
    step, last = _scale(max(ends, default=0))
    kinds = dict.fromkeys(b.kind for b in bars)

    def percent(value: float) -> float:
        return round(100 * value / last, 2)

    return Ranges(
        id=id_,
        title=title,
        unit=unit,
        bars=tuple(_placed(b, percent) for b in bars),
        ticks=tuple(Tick(text=plain(n * step), at=percent(n * step)) for n in range(round(last / step) + 1)),
        band=Tick(text="", at=percent(band[0])) if band else None,
        band_width=max(percent(band[1] - band[0]), LEAST) if band else 0,
        legend=tuple((k, words[k]) for k in kinds),
    )


def _placed(one: Bar, percent: Callable[[float], float]) -> Bar:
    low = percent(one.low)
    high = 100.0 if one.high is None else percent(one.high)
    width = max(high - low, LEAST)
    return one.model_copy(
        update={
            "at": round(min(low, 100 - width), 2),
            "width": round(width, 2),
            "mark": None if one.middle is None else percent(one.middle),
            "open": one.high is None,
        }
    )


def _scale(most: float) -> tuple[float, float]:
    """The step between numbers, of 1, 2 or 5 and zeros, and the end of the scale."""
    if most <= 0:
        return 1, 1
    rough = most / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 5, 10) if n * power >= rough)
    return step, step * math.ceil(round(most / step, 9))


def plain(value: float) -> str:
    """A number as it is read: whole from ten on, else with what it needs."""
    return f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:,.2f}".rstrip("0")


def span(low: float, high: float | None, middle: float | None = None) -> str:
    """``300 to 1,000, median 500``; an end that nobody states is said so."""
    if high is None:
        return f"{plain(low)} or more"
    said = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
    return said if middle is None or low == high else f"{said}, median {plain(middle)}"
