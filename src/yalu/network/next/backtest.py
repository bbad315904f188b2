"""Would the order have helped: each later listing, and where its party stood on the day before.

There are few cases. So each is told by itself, with the interval of its place, and shares have an interval
that says how little a few cases can show (Clopper and Pearson 1934). No single figure sums them up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from yalu.evidence.scope import Scope
from yalu.network.next.exposure import Ranking

Asked = Callable[[str], Scope]
Ranked = Callable[[Scope], Ranking]


@dataclass(frozen=True)
class Case:
    """A party listed by ``by`` on ``day``; ``first`` to ``last`` is its place among ``of`` on ``asked``.

    The place is None where nothing public tied it to a listed party on that day.
    """

    party: str
    name: str
    day: str
    by: tuple[str, ...]
    asked: str
    first: int | None
    last: int | None
    of: int

    def as_json(self) -> dict[str, Any]:
        """One line of the report."""
        place = [self.first, self.last] if self.first else None
        return {
            "party": self.party,
            "name": self.name,
            "listed": self.day,
            "by": list(self.by),
            "asked": self.asked,
            "place": place,
            "of": self.of,
        }


def first_listings(
    scope: Scope, authorities: Collection[str], after: str
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Parties whose first listing by any authority came after a day: that day, and who listed it then.

    ``authorities`` narrows it to those whose first listing is theirs. Listings without an exact day count
    for nobody: it is not known what was public the day before.
    """
    days: dict[str, list[tuple[str, str]]] = {}
    inexact: set[str] = set()
    for s in scope.listings:
        if s.from_lo and s.from_lo == s.from_hi:
            days.setdefault(s.party, []).append((s.from_lo, s.value))
        else:
            inexact.add(s.party)
    found = {}
    for party, listed in days.items():
        first = min(listed)[0]
        by = tuple(sorted(a for day, a in listed if day == first))
        if party not in inexact and first > after and not set(by).isdisjoint(authorities):
            found[party] = (first, by)
    return found


def from_one_day(now: Scope, then: Scope, rank: Ranked, authorities: Collection[str]) -> list[Case]:
    """Who of those in the network of a day was listed later, and where each stood on that day."""
    asked = then.view.when.as_of
    ranking = rank(then)
    return sorted(
        (
            _case(now, then, ranking, party, day, by)
            for party, (day, by) in first_listings(now, authorities, asked).items()
            if _place(then, now, ranking, party)
        ),
        key=lambda c: (c.day, c.first or 0, c.party),
    )


def by_tranche(
    now: Scope, at: Asked, rank: Ranked, authorities: Collection[str], after: str
) -> Iterable[Case]:
    """Each later listing, asked on the day before: what a desk could have known that evening."""
    tranches: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for party, (day, by) in first_listings(now, authorities, after).items():
        tranches.setdefault(day, []).append((party, by))
    for day, parties in sorted(tranches.items()):
        then = at((date.fromisoformat(day) - timedelta(days=1)).isoformat())
        ranking = rank(then)
        for party, by in sorted(parties):
            yield _case(now, then, ranking, party, day, by)


def share_within(cases: Iterable[Case], places: int) -> dict[str, Any]:
    """How many of the cases stood for certain among the first places, with the 95% interval of that share."""
    from scipy.stats import beta

    seen = [c for c in cases if c.first is not None]
    hits, n = sum(c.last is not None and c.last <= places for c in seen), len(seen)
    low = float(beta.ppf(0.025, hits, n - hits + 1)) if hits else 0.0
    high = float(beta.ppf(0.975, hits + 1, n - hits)) if hits < n else 1.0
    return {"places": places, "cases": n, "within": hits, "low": round(low, 3), "high": round(high, 3)}


def _case(now: Scope, then: Scope, ranking: Ranking, party: str, day: str, by: tuple[str, ...]) -> Case:
    found = _place(then, now, ranking, party)
    return Case(
        party=party,
        name=now.view.name(party),
        day=day,
        by=by,
        asked=then.view.when.as_of,
        first=found.first if found else None,
        last=found.last if found else None,
        of=len(ranking.exposed),
    )


def _place(then: Scope, now: Scope, ranking: Ranking, party: str) -> Any:
    """Under whichever of its ids the party stood in the order of the day."""
    heads = dict.fromkeys(then.head(one) for one in (party, *now.joins.ids(party)))
    return next((found for head in heads if (found := ranking.place(head))), None)
