"""Working back from a publication: when each step must begin, and what is too late already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yalu.designation.strike.working import back, between, on
from yalu.regimes.lead_times import LeadTime, Step


@dataclass(frozen=True, slots=True)
class Dated:
    """A step with the last day on which it can begin, and the day on which it must be done."""

    step: Step
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Lead:
    """The steps of one authority up to its publication.

    ``start_by`` counts every step; ``sourced`` those alone whose days a work states, which are all that
    decides. ``late`` and ``sourced_late`` are working days by which either lies before the day on which work
    begins. ``earliest`` is the first day on which it could publish, by every step.
    """

    steps: tuple[Dated, ...]
    start_by: date
    sourced: date
    late: int
    sourced_late: int
    earliest: date

    @property
    def verdict(self) -> str:
        """``in time``, ``late``, or ``late by what is known from memory``."""
        if self.sourced_late:
            return "late"
        return "late by what is known from memory" if self.late else "in time"


def work_back(row: LeadTime, publication: date, begin: date) -> Lead:
    """The steps before a publication (a day of the authority), where work begins on a day."""
    dated: list[Dated] = []
    end = publication
    for step in reversed(row.steps):
        start = back(end, step.days, step.count)
        dated.append(Dated(step, start, end))
        end = start
    sourced = _back(publication, [s for s in row.steps if s.decides])
    earliest = begin
    for step in row.steps:
        earliest = on(earliest, step.days, step.count)
    return Lead(tuple(reversed(dated)), end, sourced, between(end, begin), between(sourced, begin), earliest)


def _back(day: date, steps: Sequence[Step]) -> date:
    for step in reversed(steps):
        day = back(day, step.days, step.count)
    return day
