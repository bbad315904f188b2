"""The model over the statements that a sentence cites, so that a changed one changes what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.pressure import model, shares
from yalu.pressure.answer import Pressure
from yalu.pressure.assumptions import LEVERS
from yalu.pressure.model import Cut, span

if TYPE_CHECKING:
    from yalu.pressure.model import Draws

ENDS = ("low", "high")


def cited(made: Pressure, cuts: Iterable[Cut]) -> list[Statement]:
    """The ends of the rows that the cuts begin from, and the numbers of shares that rows state."""
    found: dict[Statement, None] = {}
    by_id = {f.id: f for f in made.flows}
    for cut in cuts:
        for row in cut.rows:
            found |= dict.fromkeys(s for s in by_id[row].statements if s.prop in ENDS)
        for name in cut.by:
            found |= dict.fromkeys(made.assumed[name].statements)
    return list(found)


class Again:
    """Computes cuts anew from statements, and keeps them: a sentence asks for each of its figures."""

    def __init__(self, made: Pressure, levers: Sequence[str] = LEVERS) -> None:
        self._made = made
        self._levers = tuple(levers)
        self._kept: dict[tuple[tuple[str, str, str], ...], list[Cut]] = {}

    def cuts(self, seen: Sequence[Statement]) -> list[Cut]:
        """The cuts of the streams whose ends are seen. Raises KeyError or ValueError where one is missing."""
        key = tuple((s.party, s.prop, s.value) for s in seen)
        if key not in self._kept:
            self._kept[key] = self._computed(seen)
        return self._kept[key]

    def _computed(self, seen: Sequence[Statement]) -> list[Cut]:
        made = self._made
        ends = {(s.party, s.prop): s.value for s in seen if s.prop in ENDS}
        rows = {row for row, _ in ends}
        bases = {
            stream: tuple(
                replace(r, low=float(ends[r.id, "low"]), high=float(ends[r.id, "high"])) for r in some
            )
            for stream, some in made.bases.items()
            if any(r.id in rows for r in some)
        }
        streams = set(bases)
        needed = {n for c in made.together if c.stream in streams for n in c.by}
        stated = {n: made.assumed[n] for n in needed if made.assumed[n].statements}
        return model.cuts(bases, self._levers, dict(made.assumed) | shares.again(stated, seen), made.seed)

    def figure(self, field: str, end: str, draws: Callable[[list[Cut]], Draws] | None = None) -> SlotFunction:
        """An end of a sum over revenue, in millions of dollars; ``draws`` where it is no plain sum."""

        def made(seen: Sequence[Statement]) -> str:
            cuts = self.cuts(seen)
            return millions(span(draws(cuts) if draws else model.total(cuts, field))[end])

        return made


def millions(number: float) -> str:
    """Millions, with one decimal where there are few."""
    value = number / 1e6
    return f"{value:,.0f}" if abs(value) >= 10 or not value else f"{value:,.1f}"


def amount(number: float, unit: str) -> str:
    """A number in its unit: dollars by the million, all else as it is."""
    return millions(number) if unit == "USD" else f"{number:,.0f}"


def unit_words(unit: str) -> str:
    """The unit as a table names it."""
    return "million US dollars" if unit == "USD" else unit


def ends(one: dict[str, int], unit: str) -> str:
    """``925 to 1,080``; one number where both ends are the same."""
    low, high = amount(one["low"], unit), amount(one["high"], unit)
    return low if low == high else f"{low} to {high}"


def plain(value: str) -> str:
    """The words of a stream's name in the casebook."""
    words = value.replace("_", " ")
    return f"IT{words[2:]}" if words.startswith("it ") else words
