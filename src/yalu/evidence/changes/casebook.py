"""What the casebook knows of listings: days for changes that copies leave open, and listings of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from yalu.evidence.changes.change import Change, What
from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, OWN_KNOWLEDGE

SOURCE = "casebook"
CRAFT = ("Vessel", "Airplane")

Key = tuple[str, str]
"""The id by which a party is counted, and the authority."""


@dataclass(slots=True)
class Dated:
    """The dated listings and delistings of each party by each authority, by day."""

    began: dict[Key, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))
    ended: dict[Key, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))


def listings(view: View, joins: Joins) -> Dated:
    """The verified listings known on the day of the view, those that are over included."""
    found = Dated()
    condition = "source = ? AND prop = ? AND basis <> ? AND known_hi <> '' AND known_hi <= ?"
    for s in view.evidence.rows(condition, [SOURCE, LISTING, OWN_KNOWLEDGE, view.when.as_of]):
        key = (joins.head(s.party), s.value)
        if s.from_lo and s.from_lo == s.from_hi and "date" not in s.unverified:
            found.began[key].setdefault(s.from_lo, s)
        if s.to_lo and s.to_lo == s.to_hi and s.ended_known_hi and s.ended_known_hi <= view.when.as_of:
            found.ended[key].setdefault(s.to_lo, s)
    return found


def date(change: Change, dated: Dated, joins: Joins) -> Change:
    """The change with the casebook's day, where the list gives none and one day lies between its copies."""
    if change.day or change.lists_as not in ("", LISTING) or not change.between:
        return change
    held = {What.ADDED: dated.began, What.RELISTED: dated.began, What.DELISTED: dated.ended}.get(change.what)
    if held is None:
        return change
    days = held.get((joins.head(change.party), change.authority), {})
    inside = [d for d in days if change.between.lo < d <= change.between.hi]
    return replace(change, day=inside[0], dated_by=SOURCE) if len(inside) == 1 else change


def alone(dated: Dated, changes: Iterable[Change]) -> list[Change]:
    """Listings and delistings of days on which no list that is held has any of that authority.

    Where a list has records of that day, the casebook's are taken to be among them, joined or not: they
    would otherwise be told twice.
    """
    told = {_day(c.authority, c.what, c.day, c.kind) for c in changes if c.day}
    found = []
    for over, held in ((False, dated.began), (True, dated.ended)):
        for (head, authority), days in held.items():
            for day, s in sorted(days.items()):
                again = any(e < day for e in dated.ended.get((head, authority), {})) and day != min(days)
                what = What.DELISTED if over else What.RELISTED if again else What.ADDED
                if _day(authority, what, day, s.kind) not in told:
                    found.append(_made(what, authority, day, s))
    return found


def _day(authority: str, what: What, day: str, kind: str) -> tuple[str, bool, str, bool]:
    return authority, what is What.DELISTED, day, kind in CRAFT


def _made(what: What, authority: str, day: str, s: Statement) -> Change:
    return Change(
        what,
        SOURCE,
        authority,
        s.party,
        Interval(),
        day,
        SOURCE,
        kind=s.kind,
        lists_as=LISTING,
        places=(s.locator,),
    )
