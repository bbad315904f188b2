"""The table of worked rows: one case each, with the clocks that must come out.

It came before the property tests: when one of these changes, the meaning of the evidence changes.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.evidence.copies import copy, row
from yalu.evidence.fold import CopyContent, fold, unfolded
from yalu.model.clock import KnownBy, Mode
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.sources.sighting import CUT, DAMAGED, Sighting, sighting

A = "ofac-1"
LISTED = row(A, "Sanction", "US")
NAME = row(A, "name", "ALPHA TRADING")
ALIAS = row(A, "alias", "ALPHA TRADE CO", kind="")


@dataclass(frozen=True)
class Expected:
    """What one statement must carry; ``None`` is not checked."""

    prop: str
    value: str
    known: tuple[str, str]
    known_by: KnownBy = KnownBy.COPIES
    from_: tuple[str, str] | None = None
    to: tuple[str, str] = ("", "")
    ended: tuple[str, str] = ("", "")
    seen: tuple[str, str] | None = None


def un(date_listed: str, amended: str, *, prop: str, value: str) -> Sighting:
    """A UN value: dated by the listing or by the record's last amendment."""
    listing = Interval(date_listed, date_listed)
    if prop in ("Sanction", "name"):
        from_ = listing if prop == "Sanction" else Interval()
        return sighting(
            "un-KPe.001", "Organization", prop, value, known=listing, from_=from_, known_by=KnownBy.LISTING
        )
    if amended:
        known = Interval(date_listed, amended)
        return sighting("un-KPe.001", "Organization", prop, value, known=known, known_by=KnownBy.AMENDMENT)
    return sighting("un-KPe.001", "Organization", prop, value, known=Interval(date_listed, ""))


def swiss(until: str = "") -> Sighting:
    """A listing of 2010 in a list that keeps what it took off, with the day of that."""
    listed, end = Interval("2010-01-01", "2010-01-01"), Interval(until, until)
    return sighting(
        *("ch-1", "Organization", "Sanction", "CH"),
        known=listed,
        from_=listed,
        to=end,
        ended_known=end,
        known_by=KnownBy.LISTING,
    )


ROWS: dict[str, tuple[list[CopyContent], list[Expected]]] = {
    "a list that keeps what it took off says the day of the end itself": (
        [copy("2014-06-01", [swiss()]), copy("2016-06-01", [swiss("2015-01-02")])],
        [
            Expected(
                "Sanction",
                "CH",
                ("2010-01-01", "2010-01-01"),
                KnownBy.LISTING,
                from_=("2010-01-01", "2010-01-01"),
                to=("2015-01-02", "2015-01-02"),
                ended=("2015-01-02", "2015-01-02"),
                seen=("2014-06-01", "2016-06-01"),
            ),
        ],
    ),
    "a first copy: nothing says when it began": (
        [copy("2018-01-26", [LISTED])],
        [
            Expected(
                "Sanction",
                "US",
                ("", "2018-01-26"),
                from_=("", "2018-01-26"),
                seen=("2018-01-26", "2018-01-26"),
            )
        ],
    ),
    "an alias that appears between two copies": (
        [copy("2019-01-15", [NAME], []), copy("2021-07-07", [NAME], [ALIAS])],
        [
            Expected(
                "alias", "ALPHA TRADE CO", ("2019-01-15", "2021-07-07"), seen=("2021-07-07", "2021-07-07")
            ),
            Expected("name", "ALPHA TRADING", ("", "2019-01-15"), seen=("2019-01-15", "2021-07-07")),
        ],
    ),
    "a removal: the end is an interval between copies": (
        [copy("2019-01-15", [LISTED]), copy("2021-07-07", [])],
        [
            Expected(
                "Sanction",
                "US",
                ("", "2019-01-15"),
                to=("2019-01-15", "2021-07-07"),
                ended=("2019-01-15", "2021-07-07"),
            )
        ],
    ),
    "a return is a second spell": (
        [copy("2018-01-26", [LISTED]), copy("2019-01-15", []), copy("2021-07-07", [LISTED])],
        [
            Expected(
                "Sanction",
                "US",
                ("", "2018-01-26"),
                to=("2018-01-26", "2019-01-15"),
                ended=("2018-01-26", "2019-01-15"),
            ),
            Expected("Sanction", "US", ("2019-01-15", "2021-07-07"), from_=("2019-01-15", "2021-07-07")),
        ],
    ),
    "a copy without alias file: the alias is unknown there, not gone": (
        [
            copy("2018-01-26", [NAME], [ALIAS]),
            copy("2019-01-15", [NAME]),
            copy("2021-07-07", [NAME], [ALIAS]),
        ],
        [
            Expected("alias", "ALPHA TRADE CO", ("", "2018-01-26"), seen=("2018-01-26", "2021-07-07")),
            Expected("name", "ALPHA TRADING", ("", "2018-01-26")),
        ],
    ),
    "a copy without alias file does not say that an alias was absent": (
        [copy("2018-01-26", [NAME]), copy("2019-01-15", [NAME], [ALIAS])],
        [
            Expected("alias", "ALPHA TRADE CO", ("", "2019-01-15")),
            Expected("name", "ALPHA TRADING", ("", "2018-01-26")),
        ],
    ),
    "a quarantined id is neither listed nor delisted in that copy": (
        [copy("2021-07-07", [LISTED]), copy("2022-01-31", [LISTED], quarantined=frozenset({A}))],
        [Expected("Sanction", "US", ("", "2021-07-07"), seen=("2021-07-07", "2021-07-07"))],
    ),
    "7-28 and 28-Jul: what a spreadsheet garbled is kept and is no renaming": (
        [
            copy("2021-07-07", [row(A, "name", "7-28", kind="Vessel")]),
            copy("2022-01-31", [row(A, "name", "28-Jul", kind="Vessel", flag=DAMAGED)]),
        ],
        [
            Expected("name", "28-Jul", ("2021-07-07", "2022-01-31")),
            Expected("name", "7-28", ("", "2021-07-07"), seen=("2021-07-07", "2021-07-07")),
        ],
    ),
    "a record that the document cut short: what it lacks there is unknown": (
        [
            copy("2021-07-07", [NAME, row(A, "linkedToName", "BETA")]),
            copy("2022-01-31", [NAME, row(A, "notes", "Linked To: BE", flag=CUT)]),
        ],
        [
            Expected("linkedToName", "BETA", ("", "2021-07-07"), seen=("2021-07-07", "2021-07-07")),
            Expected("name", "ALPHA TRADING", ("", "2021-07-07"), seen=("2021-07-07", "2022-01-31")),
            Expected("notes", "Linked To: BE", ("2021-07-07", "2022-01-31")),
        ],
    ),
    "a UN amendment dates the aliases, the listing dates itself and the primary name": (
        [
            copy(
                "2018-06-07",
                [
                    un("2012-05-02", "2017-06-05", prop="Sanction", value="UN"),
                    un("2012-05-02", "2017-06-05", prop="name", value="GREEN PINE"),
                    un("2012-05-02", "2017-06-05", prop="alias", value="CHONGSONG YONHAP"),
                ],
            ),
            copy(
                "2026-02-27",
                [
                    un("2012-05-02", "2022-07-26", prop="Sanction", value="UN"),
                    un("2012-05-02", "2022-07-26", prop="name", value="GREEN PINE"),
                    un("2012-05-02", "2022-07-26", prop="alias", value="CHONGSONG YONHAP"),
                    un("2012-05-02", "2022-07-26", prop="alias", value="JINDALLAE"),
                ],
            ),
        ],
        [
            Expected(
                "Sanction",
                "UN",
                ("2012-05-02", "2012-05-02"),
                KnownBy.LISTING,
                from_=("2012-05-02", "2012-05-02"),
            ),
            Expected("alias", "CHONGSONG YONHAP", ("2012-05-02", "2017-06-05"), KnownBy.AMENDMENT),
            Expected("alias", "JINDALLAE", ("2018-06-07", "2022-07-26"), KnownBy.AMENDMENT),
            Expected("name", "GREEN PINE", ("2012-05-02", "2012-05-02"), KnownBy.LISTING),
        ],
    ),
    "a UN record never amended: its copies date the alias, its listing raises the lower bound": (
        [copy("2018-06-07", [un("2016-11-30", "", prop="alias", value="KIM HAK SONG")])],
        [Expected("alias", "KIM HAK SONG", ("2016-11-30", "2018-06-07"))],
    ),
    "an amendment date that a copy contradicts yields to the copies": (
        [
            copy("2018-06-07", [un("2012-05-02", "2017-06-05", prop="name", value="GREEN PINE")]),
            copy(
                "2020-12-01",
                [
                    un("2012-05-02", "2017-06-05", prop="name", value="GREEN PINE"),
                    un("2012-05-02", "2017-06-05", prop="alias", value="LATE ALIAS"),
                ],
            ),
        ],
        [
            Expected("alias", "LATE ALIAS", ("2018-06-07", "2020-12-01")),
            Expected("name", "GREEN PINE", ("2012-05-02", "2012-05-02"), KnownBy.LISTING),
        ],
    ),
    "a primary name that replaces another is not as old as the listing": (
        [
            copy("2018-06-07", [un("2012-05-02", "", prop="name", value="OLD NAME")]),
            copy("2020-12-01", [un("2012-05-02", "", prop="name", value="NEW NAME")]),
        ],
        [
            Expected("name", "NEW NAME", ("2018-06-07", "2020-12-01")),
            Expected(
                "name",
                "OLD NAME",
                ("2012-05-02", "2012-05-02"),
                KnownBy.LISTING,
                to=("2018-06-07", "2020-12-01"),
                ended=("2018-06-07", "2020-12-01"),
            ),
        ],
    ),
    "a copy of an inexact day: presence counts from its latest day, absence from its earliest": (
        [
            copy("2021-01-01/2021-03-31", []),
            copy("2022-01-01/2022-06-30", [LISTED]),
            copy("2023-05-01/2023-09-30", []),
        ],
        [
            Expected(
                "Sanction",
                "US",
                ("2021-01-01", "2022-06-30"),
                to=("2022-06-30", "2023-05-01"),
                ended=("2022-06-30", "2023-05-01"),
            )
        ],
    ),
    "a copy that may be older than the one before it: the end is certain on its latest day only": (
        [copy("2010-06-01", [LISTED]), copy("2010-01-01/2010-12-31", [])],
        [
            Expected(
                "Sanction",
                "US",
                ("", "2010-06-01"),
                from_=("", "2010-06-01"),
                to=("2010-06-01", "2010-12-31"),
                ended=("2010-06-01", "2010-12-31"),
                seen=("2010-06-01", "2010-06-01"),
            )
        ],
    ),
}


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.partition(":")[0])
def test_row(case: str) -> None:
    copies, expected = ROWS[case]
    found = fold("some_list", copies)
    assert len(found) == len(expected)
    for want in expected:
        compare(
            want,
            next(s for s in found if (s.prop, s.value, s.known_hi) == (want.prop, want.value, want.known[1])),
        )


def compare(want: Expected, got: Statement) -> None:
    assert (got.known_lo, got.known_hi) == want.known
    assert got.known_by == want.known_by
    assert (got.to_lo, got.to_hi) == want.to
    assert (got.ended_known_lo, got.ended_known_hi) == want.ended
    if want.from_ is not None:
        assert (got.from_lo, got.from_hi) == want.from_
    if want.seen is not None:
        assert (got.seen_first, got.seen_last) == want.seen


def test_a_dated_listing_elsewhere_raises_the_lower_bound() -> None:
    [alias] = fold("some_list", [copy("2018-01-26", [ALIAS])], {A: "2005-06-29"})
    assert (alias.known_lo, alias.known_hi) == ("2005-06-29", "2018-01-26")
    assert not alias.shows("2017-06-13")
    assert alias.shows("2017-06-13", mode=Mode.LIKELY)


def test_a_delisting_is_over_only_when_it_is_certain() -> None:
    [listing] = fold("some_list", [copy("2019-01-15", [LISTED]), copy("2021-07-07", [])])
    assert listing.shows("2020-06-01"), "between the copies the listing may still stand"
    assert listing.shows("2021-07-06", "2021-07-06")
    assert not listing.shows("2021-07-07")
    assert listing.shows("2026-01-01", on="2019-01-15"), "today we know that it was listed then"


def test_own_clocks_of_an_edition_are_kept() -> None:
    month = sighting(
        "x-a", "Company", "alias", "A", known=Interval("2016-08-01", "2016-08-31"), known_by=KnownBy.PUBLIC
    )
    lead = sighting("x-b", "Company", "alias", "B", known=Interval("2016-08-11", ""), known_by=KnownBy.OWN)
    known_month, known_lead = unfolded("casebook", copy("2026-11-24", [month, lead]))
    assert not known_month.shows("2016-08-30")
    assert known_month.shows("2016-08-31")
    assert known_month.shows("2016-08-01", mode=Mode.LIKELY)
    assert not known_lead.shows("2026-11-24"), "own knowledge gives a lower bound only"
    assert known_lead.shows("2016-08-11", mode=Mode.LIKELY)
