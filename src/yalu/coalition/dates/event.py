"""A day to keep in mind, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yalu.model.dates import Interval
from yalu.model.statement import Statement

Kind = Literal["deadline", "expiry", "renewal"]


@dataclass(frozen=True)
class Event:
    """What falls on a day, or within the days that a partial date may mean.

    ``states`` is empty where it concerns every state. ``day`` is open where the row gives none. ``outcome``
    is what became of it, as far as a row says. ``unverified`` says what no stored text backs.
    """

    id: str
    row: str
    kind: Kind
    what: str
    day: Interval
    statements: tuple[Statement, ...]
    states: tuple[str, ...] = ()
    obligation: str = ""
    outcome: str = ""
    unverified: str = ""
    repeats: bool = False

    def past(self, as_of: str) -> bool:
        """Whether its last day is before the day asked."""
        return bool(self.day) and self.day.hi < as_of

    @property
    def precision(self) -> str:
        """``day``, ``span`` where the date is known to a month or year, ``none`` without a day."""
        if not self.day:
            return "none"
        return "day" if self.day.lo == self.day.hi else "span"
