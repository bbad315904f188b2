"""When a fact of the casebook could first be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from yalu.model.clock import KnownBy
from yalu.model.dates import Interval, earliest, latest, partial
from yalu.regimes import SourceDoc


class Known(NamedTuple):
    """An interval and the rule that gave it."""

    when: Interval
    by: KnownBy


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of the cited works. An undated one was known at the latest when the facts were compiled."""

    sources: Mapping[str, SourceDoc]
    compiled: str

    def published(self, cited: Iterable[str]) -> Interval:
        """From the earliest to the latest date of the works; all undated: open, to the day of compilation.

        A work that is dated to a month or year was there when the facts were compiled, so it ends no later.
        """
        starts, ends = [], []
        for name in cited:
            doc = self.sources[name]
            if doc.date is None:
                ends.append(self.compiled)
            else:
                starts.append(partial(doc.date_first or doc.date).lo)
                when = partial(doc.date)
                ends.append(min(when.hi, self.compiled) if when.lo <= self.compiled else when.hi)
        return Interval(earliest(*starts), latest(*ends) or self.compiled)

    def by_sources(self, cited: Iterable[str], *, not_before: str = "") -> Known:
        """Rule 5: the dates of the sources, of which a stated lower bound may raise or lower the first.

        A bound that the row states (a listing's day, whose release may carry the fact) takes the place of
        the earliest source's date: the works at hand may be later copies.
        """
        published = self.published(cited)
        lo = partial(not_before).lo if not_before else published.lo
        hi = latest(published.hi, partial(not_before).hi) if not_before else published.hi
        return Known(Interval(lo, hi), KnownBy.SOURCES)


def later(known: Known, since: str) -> Known:
    """The clock of a text that mentions something of ``since``: not shown before that day."""
    if not since:
        return known
    when = partial(since)
    hi = latest(known.when.hi, when.hi) if known.when.hi else ""
    return Known(Interval(latest(known.when.lo, when.lo), hi), known.by)


def exact(day: str, by: KnownBy) -> Known:
    """A day, month or year that the row states for its own publication."""
    return Known(partial(day), by)
