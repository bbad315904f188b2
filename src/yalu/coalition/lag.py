"""How many days after another list a list took up the same party. Only exact dates count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from yalu.coalition.lists import BASE, Lists, on
from yalu.model.figures import counted
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

Start = Callable[[Sequence[Statement]], dict[str, Statement]]
"""Finds the listing from which the days of each party are counted."""

COPIED = 0.9
"""From this share of equal dates on, a list repeats the UN's day rather than its own."""


def exact(listing: Statement) -> bool:
    """Whether the day of the listing is known."""
    return bool(listing.from_lo) and listing.from_lo == listing.from_hi and "date" not in listing.unverified


def from_un(seen: Sequence[Statement]) -> dict[str, Statement]:
    """The UN listing of each party, where its day is known."""
    return {party: s for party, s in on(seen, BASE).items() if exact(s)}


def from_first(seen: Sequence[Statement]) -> dict[str, Statement]:
    """The first dated listing of each party that the UN does not list and that two lists hold."""
    dated: dict[str, list[Statement]] = defaultdict(list)
    for s in seen:
        if s.prop == LISTING and exact(s):
            dated[s.party].append(s)
    base = on(seen, BASE)
    return {
        party: min(listings, key=lambda s: (s.from_lo, s.value))
        for party, listings in dated.items()
        if party not in base and len(listings) > 1
    }


def lags(seen: Sequence[Statement], authority: str, start: Start = from_un) -> dict[str, int]:
    """Days from that listing to the authority's own, by party; negative where it was earlier."""
    starts = start(seen)
    return {
        party: days_between(starts[party], mine)
        for party, mine in on(seen, authority).items()
        if party in starts and exact(mine)
    }


def days_between(earlier: Statement, later: Statement) -> int:
    """Days from one exact listing to another."""
    return (date.fromisoformat(later.from_lo) - date.fromisoformat(earlier.from_lo)).days


def pairs(lists: Lists, authority: str) -> list[Statement]:
    """The listings, by the UN and by the authority, of the parties for which the days can be counted."""
    compared = lags(lists.listings, authority)
    return [s for s in lists.of(BASE, authority) if s.party in compared]


def same_day(seen: Sequence[Statement], authority: str) -> int:
    """For how many parties both lists give the same day."""
    return sum(days == 0 for days in lags(seen, authority).values())


def copies_days(lists: Lists, authority: str) -> bool:
    """Whether the list gives the UN's day for nearly all parties, so that it shows no lag of its own."""
    compared = lags(lists.listings, authority)
    return bool(compared) and same_day(lists.listings, authority) >= COPIED * len(compared)


def timed(lists: Lists) -> list[str]:
    """The partners whose lists give days of their own."""
    joined = [*lists.whole, *lists.by_reference]
    return [a for a in joined if lags(lists.listings, a) and not copies_days(lists, a)]


def middle(seen: Sequence[Statement], authority: str, start: Start = from_un) -> int:
    """The median of the days, as a whole number."""
    return round(median(_some(seen, authority, start)))


def longest(seen: Sequence[Statement], authority: str, start: Start = from_un) -> int:
    """The longest of the days."""
    return max(_some(seen, authority, start))


def slowest(seen: Sequence[Statement], authority: str, start: Start = from_un) -> list[str]:
    """The parties with the longest days, in a fixed order."""
    most = longest(seen, authority, start)
    return sorted(party for party, days in lags(seen, authority, start).items() if days == most)


def order(seen: Sequence[Statement], authority: str, start: Start = from_un) -> tuple[int, int, int]:
    """How many parties the authority listed earlier, on the same day, and later."""
    found = lags(seen, authority, start).values()
    before, after = sum(d < 0 for d in found), sum(d > 0 for d in found)
    return before, len(found) - before - after, after


def median_in_words(authority: str) -> SlotFunction:
    """``8 days later on the JP list (99 parties)``."""

    def made(seen: Sequence[Statement]) -> str:
        days, found = middle(seen, authority), lags(seen, authority)
        apart = f"{counted(abs(days), 'day')} {'earlier' if days < 0 else 'later'}"
        parties = counted(len(found), "party", "parties")
        return f"{apart if days else 'the same day'} on the {authority} list ({parties})"

    return made


def order_in_words(authority: str) -> SlotFunction:
    """``15 before the UN, 3 on the same day and 81 after it``."""

    def made(seen: Sequence[Statement]) -> str:
        before, same, after = order(seen, authority)
        return f"{before:,} before the UN, {same:,} on the same day and {after:,} after it"

    return made


def _some(seen: Sequence[Statement], authority: str, start: Start) -> list[int]:
    found = list(lags(seen, authority, start).values())
    if not found:
        raise ValueError(f"no listing by {authority} can be timed")
    return found
