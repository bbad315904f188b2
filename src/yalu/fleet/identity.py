"""What is thin or contradictory about the identity of ships and the dates of their listings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yalu.evidence.scope import CASEBOOK
from yalu.fleet.ships import VESSEL, Fleet, in_a_year
from yalu.fleet.slots import counted
from yalu.model import figures as f
from yalu.model.sentence import Sentence, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

IMO = f.having("imoNumber")


def check_digit_holds(number: str) -> bool:
    """Whether the last digit of an IMO number is the one that the first six give.

    >>> check_digit_holds("9074729"), check_digit_holds("9074728")
    (True, False)
    """
    digits = [int(d) for d in number if d.isascii() and d.isdigit()]
    weighted = sum(d * weight for d, weight in zip(digits, range(7, 1, -1), strict=False))
    return len(number) == len(digits) == 7 and weighted % 10 == digits[6]


def check_digits(fleet: Fleet) -> list[Sentence]:
    """That a right check digit proves no identity, or that no number was public."""
    numbers = [s for rows in fleet.facts("imoNumber").values() for s in rows]
    if not numbers:
        return [
            sentence(
                "No text of the day that is held gives the IMO number of a ship; a ship without a public name"
                " stands with its id.",
                [],
            )
        ]
    return [
        sentence(
            "Of {numbers} that a text gives, {pass_} the check-digit test; passing it does not prove that the"
            " number belongs to the ship.",
            numbers,
            numbers=counted(IMO, lambda s: s.value, "IMO number", "IMO numbers"),
            pass_=counted(
                lambda s: IMO(s) and check_digit_holds(s.value), lambda s: s.value, "passes", "pass"
            ),
        )
    ]


def shared_mmsi(fleet: Fleet) -> list[Sentence]:
    """Each radio number that stands for two hulls."""
    holders: dict[str, list[Statement]] = defaultdict(list)
    for rows in fleet.facts("mmsi").values():
        for s in rows:
            holders[s.value].append(s)
    found = []
    for number, rows in sorted(holders.items()):
        names = fleet.names(s.party for s in rows)
        if len(rows) < 2 or len(names) < len(rows):
            continue
        found.append(
            sentence(
                "One MMSI, {mmsi}, stands for {hulls}: {names}. So an MMSI does not tell which ship it was.",
                [*rows, *names],
                mmsi=f.value(f.having("mmsi", number)),
                hulls=counted(f.having("mmsi", number), fleet.hull, "hull", "hulls"),
                names=f.value(lambda s: s.prop == "name"),
            )
        )
    return found


def two_dates(fleet: Fleet) -> list[Sentence]:
    """Ships for which two sources give different days of the same authority's listing."""
    dated: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for s in fleet.scope.view.statements(kind=VESSEL, prop=LISTING, source=CASEBOOK):
        if s.from_hi and s.from_lo == s.from_hi:
            dated[fleet.hull(s), s.value].setdefault(s.from_hi, s)
    double = [s for days in dated.values() if len(days) > 1 for s in days.values()]
    if not double:
        return []

    def twice(seen: Sequence[Statement]) -> str:
        days: dict[tuple[str, str], set[str]] = defaultdict(set)
        for s in seen:
            if f.having(LISTING)(s):
                days[fleet.hull(s), s.value].add(s.from_hi)
        n = sum(len(found) > 1 for found in days.values())
        return f"{n:,} ship" if n == 1 else f"{n:,} ships"

    return [
        sentence(
            "For {ships} sources give more than one day of listing by {lists}: {days}. The earliest is used.",
            double,
            ships=twice,
            lists=f.value(f.having(LISTING)),
            days=lambda seen: f.joined(sorted({s.from_hi for s in seen if f.having(LISTING)(s)})),
        )
    ]


def undated(fleet: Fleet) -> list[Sentence]:
    """Listings of which no text gives the year."""
    rows = [s for s in fleet.listings if not in_a_year(s)]
    if not rows:
        return []
    return [
        sentence(
            "No text that is held gives the year of {listings} by {lists}; the chart leaves them out.",
            rows,
            listings=counted(f.having(LISTING), lambda s: s.id, "listing", "listings"),
            lists=f.value(f.having(LISTING)),
        )
    ]
