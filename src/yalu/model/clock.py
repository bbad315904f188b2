"""The clocks of a statement: when it is true, and when anybody could know it.

Every date is an interval. ``known`` says when the statement could first be known and by which rule;
``ended_known`` says when its end could be known. Nothing here reads the wall clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yalu.model.dates import OPEN, Interval


class Mode(StrEnum):
    """How a date that is only known as an interval is read."""

    STRICT = "strict"  # at its latest day: what was certainly public
    LIKELY = "likely"  # at its earliest day: what may have been public, and is labelled so


class KnownBy(StrEnum):
    """The rule that gave ``known``, in the order in which the rules are tried."""

    LISTING = "listing_date"  # the listing's own date: for listing, schema and primary name only
    AMENDMENT = "amendment_date"  # the record's last amendment, where the list gives one
    PUBLIC = "public_since"  # a stated day of publication, with its basis
    INSTRUMENT = "instrument_date"  # a law, a resolution, a listing instrument: its own date
    SOURCES = "source_dates"  # the dates of the sources, earliest to latest
    COLLECTOR = "collector_date"  # the day on which a collector of data first saw it: the latest day
    COPIES = "copies"  # between the last copy without it and the first copy with it
    OWN = "own_knowledge"  # no source: a lower bound only


@dataclass(frozen=True, slots=True)
class Clocks:
    """The five intervals of one statement. ``seen`` holds dates of copies."""

    known: Interval
    known_by: KnownBy
    from_: Interval = OPEN
    to: Interval = OPEN
    ended_known: Interval = OPEN
    seen: Interval = OPEN

    def over(self, as_of: str, on: str) -> bool:
        """Whether it had ended by ``on``, and that could be known by ``as_of``."""
        return bool(self.to.hi and self.to.hi <= on and self.ended_known.hi and self.ended_known.hi <= as_of)

    def shows(self, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> bool:
        """Whether the view of ``as_of`` shows it as true on ``on`` (by default the same day).

        ``likely`` asks for a lower bound: a statement whose ``known.lo`` is open is shown only
        from ``known.hi``, since nothing speaks for an earlier day.
        """
        on = on or as_of
        known, start = self.known.hi, self.from_.hi
        if mode is Mode.LIKELY:
            known, start = self.known.lo or self.known.hi, self.from_.lo
        if not known or known > as_of:
            return False
        if max(start, self.from_.lo) > on:
            return False
        return not self.over(as_of, on)


def shows_sql(as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> str:
    """The same test as :meth:`Clocks.shows`, as an SQL condition over the statement columns.

    The days are checked to be digits and hyphens, so they can stand in the text of the query.
    """
    on = on or as_of
    if not on.replace("-", "").isdigit():
        raise ValueError(f"{on!r} is not a day")
    start = "from_lo" if mode is Mode.LIKELY else "from_hi"
    return (
        f"({known_sql(as_of, mode)}"
        f" and {start} <= '{on}' and from_lo <= '{on}'"
        f" and not (to_hi <> '' and to_hi <= '{on}'"
        f" and ended_known_hi <> '' and ended_known_hi <= '{as_of}'))"
    )


def known_sql(as_of: str, mode: Mode = Mode.STRICT) -> str:
    """Whether a statement was public by a day, be it over by then or not, as an SQL condition."""
    if not as_of.replace("-", "").isdigit():
        raise ValueError(f"{as_of!r} is not a day")
    known = "coalesce(nullif(known_lo, ''), known_hi)" if mode is Mode.LIKELY else "known_hi"
    return f"({known} <> '' and {known} <= '{as_of}')"
