"""What each list of the day rests on: a copy of that day, an older one, or days that later lists state."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.coalition.coverage.listings import Listings

SURVIVORS = "survivors of later lists"
"""Who stood on the list that day and still stood on the later one that gives the day."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the listings of a column go.

    ``copy`` is the day of the last copy of it that is held by the day, or ``""``. ``from_copies`` of its
    listings stood in a copy by then; ``survivors`` are known by a day that only a later list, or the
    casebook, states.
    """

    column: str
    copy: str
    from_copies: int
    survivors: int

    def text(self) -> str:
        """The same in words."""
        if not self.from_copies and not self.survivors:
            return f"no listing in the copy of {self.copy}" if self.copy else "no list held"
        if not self.from_copies:
            return SURVIVORS
        held = f"{self.from_copies:,} in copies up to {self.copy}"
        return f"{held}, {self.survivors:,} {SURVIVORS}" if self.survivors else held


def standing(listings: Listings, column: str) -> Standing:
    """What the listings of a column rest on."""
    parties = listings.on(column)
    held = sum((party, column) in listings.in_copy for party in parties)
    copies = [last_copy(listings, column, craft=craft) for craft in (False, True)]
    return Standing(column, max(copies), held, len(parties) - held)


def last_copy(listings: Listings, column: str, *, craft: bool) -> str:
    """The day of the last copy, by the day asked, of the lists of a column that hold such parties.

    A list that holds no ship at all says nothing about ships.
    """
    view = listings.view
    day = min(view.when.as_of, view.when.on)
    found = [
        copy.date.lo
        for records in listings.of(column)
        if craft in records.craft
        for copy in view.evidence.snapshot.copies(records.source)
        if copy.date.hi <= day
    ]
    return max(found, default="")
