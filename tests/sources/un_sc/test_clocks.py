"""What each value's date rests on."""

from __future__ import annotations

import pytest

from tests.sources.un_sc.documents import alias, amended, codes, document, of, read, record, said
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.sighting import Sighting
from yalu.sources.un_sc.document import day_of
from yalu.sources.un_sc.parse import parse


def known(s: Sighting) -> tuple[str, Interval]:
    return s.known_by, Interval(s.known_lo, s.known_hi)


def test_the_listing_and_the_primary_name_bear_the_day_of_listing() -> None:
    parsed = read(amended("2017-06-02"))
    listing, name = of(parsed, "Sanction", "name")
    day = Interval("2016-03-02", "2016-03-02")
    assert known(listing) == known(name) == (KnownBy.LISTING, day)
    assert (listing.value, listing.detail) == ("UN", '{"regime":"DPRK"}')
    assert (listing.from_lo, listing.from_hi) == day
    assert (name.from_lo, name.from_hi) == ("", "")


def test_an_alias_is_known_between_the_listing_and_the_last_amendment() -> None:
    (s,) = of(read(amended("2017-06-02", "2016-12-01") + alias("Ri Won-ho")), "alias")
    assert known(s) == (KnownBy.AMENDMENT, Interval("2016-03-02", "2017-06-02"))


@pytest.mark.parametrize("absent", ["", "<LAST_DAY_UPDATED/>", amended(""), amended(" ")])
def test_without_an_amendment_the_copies_date_an_alias_but_not_before_the_listing(absent: str) -> None:
    parsed = read(absent + alias("Ri Won-ho"))
    (s,) = of(parsed, "alias")
    assert known(s) == (KnownBy.COPIES, Interval("2016-03-02", ""))
    assert codes(parsed) == []


@pytest.mark.parametrize(
    "days",
    [("2016-03-01",), ("2018-06-08",), ("2017-01-01", "2018-06-08"), ("2017-02-30",), ("June 2017",)],
    ids=["before the listing", "after the copy", "one after the copy", "no such day", "no day"],
)
def test_an_amendment_that_cannot_be_dates_nothing_and_is_reported(days: tuple[str, ...]) -> None:
    parsed = read(amended(*days) + alias("Ri Won-ho"))
    (s,) = of(parsed, "alias")
    assert known(s) == (KnownBy.COPIES, Interval("2016-03-02", ""))
    assert codes(parsed) == ["bad_amendment_date"]


def test_what_an_amendment_dates_and_what_only_the_copies_date() -> None:
    parsed = read(
        amended("2017-06-02")
        + "<NAME_ORIGINAL_SCRIPT>리원호</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>China</VALUE></NATIONALITY>"
        "<INDIVIDUAL_DATE_OF_BIRTH><DATE>1964-07-17</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
        "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Hamhung</CITY></INDIVIDUAL_PLACE_OF_BIRTH>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>1</NUMBER>"
        "<NOTE>expired</NOTE></INDIVIDUAL_DOCUMENT>"
        "<INDIVIDUAL_ADDRESS><CITY>Dandong</CITY><COUNTRY>China</COUNTRY></INDIVIDUAL_ADDRESS>"
        "<GENDER>Male</GENDER><TITLE><VALUE>Dr.</VALUE></TITLE><COMMENTS1>A banker.</COMMENTS1>"
        "<DESIGNATION><VALUE>Director</VALUE></DESIGNATION><SUBMITTED_BY>Japan</SUBMITTED_BY>"
    )
    rules: dict[str, set[str]] = {}
    for s in parsed.sightings:
        rules.setdefault(s.known_by, set()).add(s.prop)
    assert rules == {
        KnownBy.LISTING: {"Sanction", "name"},
        KnownBy.AMENDMENT: {"alias", "nationality", "birthDate", "birthPlace", "passportNumber"},
        KnownBy.COPIES: {"address", "country", "gender", "title", "position", "notes"},
    }
    assert {s.known_lo for s in parsed.sightings} == {"2016-03-02"}


def test_a_primary_name_that_may_be_younger_than_the_listing_is_reported_once() -> None:
    former = alias("NADA", "f.k.a.") + alias("OLD NAME", "f.k.a.")
    parsed = read(amended("2017-06-02") + former)
    assert codes(parsed) == ["name_may_be_later"]
    assert "'NADA', 'OLD NAME'" in parsed.problems[0].what
    assert codes(read(former)) == []


def test_a_listing_after_the_copy_is_kept_reported_and_bounds_nothing() -> None:
    parsed = read("<TITLE><VALUE>Dr.</VALUE></TITLE>", listed="2018-06-08")
    assert codes(parsed) == ["listed_after_copy"]
    assert [s.known_hi for s in of(parsed, "Sanction")] == ["2018-06-08"]
    assert [known(s) for s in of(parsed, "title")] == [(KnownBy.COPIES, Interval("", ""))]


@pytest.mark.parametrize(
    "text", ["2018-06-07", "2018-06-07-04:00", "2018-06-07Z", "2018-06-07T19:03:43.97-04:00"]
)
def test_a_day_stands_as_it_is_written_whatever_its_time_zone(text: str) -> None:
    assert day_of(text) == "2018-06-07"
    assert parse(document(record(), generated=text), "list").stated == Interval("2018-06-07", "2018-06-07")


@pytest.mark.parametrize(
    "text", ["", "2018", "2018-06", "07/06/2018", "2018-13-01", "2018-06-07x", "２０１８-06-07"]
)
def test_anything_else_is_not_a_day(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        day_of(text)


def test_a_value_said_twice_is_one_value() -> None:
    assert said(read(alias("Ri") * 2), "alias") == [("alias", "Ri", "")]
