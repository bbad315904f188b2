"""What each column of DFAT's sheet becomes, and what dates it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.sources.au_dfat.documents import FIXTURE, codes, document, read, row, said
from tests.sources.workbooks import Cell
from yalu.model.clock import KnownBy
from yalu.sources.au_dfat.listing import Days, read_days
from yalu.sources.au_dfat.parse import parse


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE.read_bytes(), "list")
    assert codes(parsed) == ["bad_birth_date", "no_name", "id_on_two_parties"]
    assert parsed.records == 7
    assert [q.where for q in parsed.quarantined] == [
        f"regulation8_consolidated.xlsx row {n}" for n in (11, 12)
    ]
    assert not parsed.stated


@pytest.mark.parametrize(
    ("information", "control", "expected"),
    [
        ("Listed on: 2 Mar. 2016", "2016-03-03", ("2016-03-02", "2016-03-03")),
        ("Listed on:5 August 2017 (amended on 29 June 2023)", "2023-07-04", ("2017-08-05", "2023-07-04")),
        ("Listed on: 2 Mar. 2016 (amended on 15 Apr.2024)", "2016-03-03", ("2016-03-02", "2024-04-15")),
        ("Listed by the UN1718 committee on 24 Apr. 2009", "2009-04-27", ("2009-04-24", "2009-04-27")),
        ("2013-03-07", "2013-03-08", ("2013-03-07", "2013-03-08")),
        ("Last listed on: 16/09/2022", "2022-09-16", ("", "2022-09-16")),
        (
            "Instrument of first designation: List 2015. Relisted on 12 January 2024.",
            "2024-01-12",
            ("", "2024-01-12"),
        ),
        (
            "Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. "
            "Formerly listed on the RBA list as 2006NKR0013",
            "2023-12-01",
            ("2012-03-02", "2023-12-01"),
        ),
        (
            "The Minister listed this person on 4 December 2019 under regulation 6(1). (Note: a re-listing "
            "of a designation that was in effect from 27 November 2013.) Relisted on 3 December 2022.",
            "2022-12-03",
            ("2019-12-04", "2022-12-03"),
        ),
        ("First listed on 27 Nov. 2017. Amendment List 2017 (No 3)", "", ("2017-11-27", "2017-11-27")),
        ("Resolution 1591 (2005)", "", ("", "")),
    ],
)
def test_days_of_listing_and_amendment(information: str, control: str, expected: tuple[str, str]) -> None:
    assert read_days(information, control) == Days(*expected)


def test_what_dates_what() -> None:
    parsed = read({"Citizenship": "DPRK", "Address": "Pyongyang"})
    rules = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings}
    assert rules["Sanction"] == rules["name"] == (KnownBy.LISTING, "2016-03-02", "2016-03-02")
    assert rules["nationality"] == (KnownBy.AMENDMENT, "2016-03-02", "2017-06-01")
    assert rules["address"] == rules["notes"] == (KnownBy.COPIES, "2016-03-02", "")


def test_a_listing_without_a_day_was_public_by_the_control_date() -> None:
    parsed = read({"Listing Information": "Instrument 2022", "Control Date": datetime(2022, 3, 4)})
    (listing,) = [s for s in parsed.sightings if s.prop == "Sanction"]
    assert (listing.known_by, listing.known_lo, listing.known_hi) == (KnownBy.AMENDMENT, "", "2022-03-04")


def test_the_un_list_and_the_autonomous_list_are_told_apart() -> None:
    rows = row(), row({"Reference": 2, "Committees": "Autonomous (DPRK) "})
    assert said(parse(document(*rows), "list"), "Sanction") == [
        ("Sanction", "AU", '{"list":"1718 (DPRK)"}'),
        ("Sanction", "AU", '{"list":"Autonomous (DPRK)"}'),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (1962, [("1962", "")]),
        (datetime(1962, 12, 26), [("1962-12-26", "")]),
        ("29 Oct. 1945", [("1945-10-29", "")]),
        ("19-Dec-1992", [("1992-12-19", "")]),
        ("March 16, 1972", [("1972-03-16", "")]),
        ("Approximately 1955- 1958", [("1955", '{"circa":true,"to":"1958"}')]),
        ("a) 1953; b) Between 1963 to 1968", [("1953", ""), ("1963", '{"to":"1968"}')]),
        ("1961; alt DOB: 05/06/1962", [("1961", ""), ("1962-06-05", "")]),
        ("1961 or 1962", [("1961", ""), ("1962", "")]),
        ("na", []),
    ],
)
def test_forms_of_a_birth_date(cell: Cell, expected: list[tuple[str, str]]) -> None:
    parsed = read({"Date of Birth": cell})
    assert [(value, detail) for _, value, detail in said(parsed, "birthDate")] == expected
    assert codes(parsed) == []


@pytest.mark.parametrize(
    "cell", ["30-35 years old", "24/06/1402 (Hijri Calendar)", "31 Feb. 1970", "1968-1962"]
)
def test_a_birth_date_in_no_known_form_is_kept_as_a_note(cell: str) -> None:
    parsed = read({"Date of Birth": cell})
    assert ("notes", cell, '{"field":"Date of Birth"}') in said(parsed, "notes")
    assert codes(parsed) == ["bad_birth_date"]


@pytest.mark.parametrize(
    ("name_type", "prop"),
    [("Aka ", "alias"), ("original Script", "alias"), ("Formerly known as", "previousName")],
)
def test_letters_are_further_names_of_one_party(name_type: str, prop: str) -> None:
    rows = row(), row({"Reference": "1a", "Name of Individual or Entity": "리원호", "Name Type": name_type})
    parsed = parse(document(*rows), "list")
    assert {s.party for s in parsed.sightings} == {"au-1"}
    (found,) = [s for s in parsed.sightings if s.prop == prop]
    assert found.lang == ("ko" if name_type == "original Script" else "")


def test_one_number_on_two_parties_is_set_aside() -> None:
    rows = row(), row({"Reference": "1a", "Name of Individual or Entity": "Pak"}), row({"Reference": 2})
    parsed = parse(document(*rows), "list")
    assert {s.party for s in parsed.sightings} == {"au-2"}
    assert [q.party for q in parsed.quarantined] == ["au-1", "au-1"]
