"""The table of how long half of the UN-listed parties waited for each partner's listing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from yalu.coalition.coverage.listings import TAKEN_OVER, Listings
from yalu.coalition.coverage.pairs import BASE, Pair, days, pair, repeating
from yalu.coalition.coverage.survival import TOO_FEW, Curve, curve
from yalu.coalition.lists import on
from yalu.evidence.scope import Scope
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement

NOTE = (
    f"Kaplan and Meier's estimate, from {TOO_FEW} parties on. Who stood on the partner's list first is left"
    " out. A party that a copy of the partner's list does not hold counts as waiting until the day of that"
    " copy. Where no such copy is held, the parties are survivors of later lists: those that were never"
    " listed are missing."
)


def waits(scope: Scope) -> list[Table]:
    """One row for each partner with enough parties; none where no pair of lists has them."""
    listings = Listings(scope.view, scope.plan, scope.joins)
    repeats = repeating(listings)
    rows = [
        _row(listings, one)
        for column in listings.columns
        if column != BASE and not column.endswith(TAKEN_OVER)
        if not (one := pair(listings, BASE, column, repeats)).curve.too_few
    ]
    if not rows:
        return []
    return [
        Table(
            id="list-waits",
            title="Days from the UN listing until half of the persons and entities were on a partner's list",
            columns=("List", "Parties", "Listed", "Not found", "Half listed after", "95% interval"),
            rows=tuple(rows),
            note=NOTE,
            numeric=frozenset({1, 2, 3, 4}),
        )
    ]


def _row(listings: Listings, one: Pair) -> Row:
    def made(read: Callable[[Curve], str]) -> SlotFunction:
        return lambda seen: read(_curve(seen, one))

    cells: tuple[SlotFunction, ...] = (
        lambda _: one.second,
        made(lambda c: f"{c.n:,}"),
        made(lambda c: f"{c.events:,}"),
        made(lambda c: f"{c.censored:,}"),
        made(lambda c: "not reached" if c.median is None else f"{c.median:,}"),
        made(lambda c: f"{'–' if c.low is None else c.low} to {'open' if c.high is None else c.high}"),
    )
    rows = {party: listings.by_party[party] for party in (*one.events, *one.censored)}
    cited = [
        replace(row[column], party=party)
        for party, row in rows.items()
        for column in (BASE, one.second)
        if column in row
    ]
    return Row(cells, tuple(cited))


def _curve(seen: Sequence[Statement], one: Pair) -> Curve:
    """The curve from the cited listings; until which copy a party was not found, no listing tells."""
    base, mine = on(seen, BASE), on(seen, one.second)
    return curve(
        [days(start, mine[party]) for party, start in base.items() if party in mine],
        [waited for party, waited in one.censored.items() if party in base],
    )
