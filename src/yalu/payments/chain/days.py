"""Which day each payment is screened at, and one opened day for all payments that see the same lists."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.screening import clock
from yalu.screening.index import Index

T = TypeVar("T")
OPEN = 128
"""Opened days that are kept."""


def asked_day(payment_day: str, as_of: str) -> tuple[str, bool]:
    """The day to screen at: the payment's own, never later than ``as_of``; and whether it was to come.

    >>> asked_day("2016-03-01", "2026-01-01"), asked_day("2031-01-01", "2026-01-01")
    (('2016-03-01', False), ('2026-01-01', True))
    """
    try:
        date.fromisoformat(payment_day)
    except ValueError:
        return as_of, False
    return (payment_day, False) if payment_day <= as_of else (as_of, True)


def turns(index: Index) -> npt.NDArray[np.int32]:
    """The days on which something of an index begins, ends or becomes known, sorted.

    Between two of them every view is the same, so that they may share one.
    """
    return np.unique(np.concatenate([np.asarray(column) for column in index.clocks]))


class Days(Generic[T]):
    """Opened days by what they see. ``exact`` opens each day for itself."""

    def __init__(
        self, found: npt.NDArray[np.int32], opened: Callable[[When], T], *, on: str, mode: Mode, exact: bool
    ) -> None:
        self._turns = found
        self._opened = opened
        self._on, self._mode, self._exact = on, mode, exact
        self._kept: OrderedDict[int, T] = OrderedDict()
        self._keys: dict[str, int] = {}

    def key(self, day: str) -> int:
        """A number that days share which see the same."""
        found = self._keys.get(day)
        if found is None:
            number = clock.number(day)
            found = number if self._exact else int(np.searchsorted(self._turns, number, side="right"))
            self._keys[day] = found
        return found

    def at(self, day: str) -> T:
        """The opened day."""
        key = self.key(day)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = self._opened(When.at(day, self._on, self._mode))
        if len(self._kept) > OPEN:
            self._kept.popitem(last=False)
        return made
