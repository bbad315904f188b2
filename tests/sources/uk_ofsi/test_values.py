"""What each column of ConList.csv becomes, and what dates it."""

from __future__ import annotations

import pytest

from tests.sources.uk_ofsi.documents import FIXTURE, codes, document, read, row, said
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.uk_ofsi.parse import parse


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == [
        "bad_birth_date",
        "imo_check_digit",
        "bad_amendment_date",
        "spreadsheet_date",
        "spreadsheet_number",
        "listed_after_copy",
        "bad_amendment_date",
        "id_on_two_parties",
        "no_name",
    ]
    assert parsed.stated == Interval("2018-04-13", "2018-04-13")
    assert parsed.records == 9
    assert [q.where for q in parsed.quarantined] == ["ConList.csv row 15", "ConList.csv row 16"]


def test_the_listing_and_the_primary_name_bear_listed_on_and_the_rest_last_updated() -> None:
    parsed = read(Position="Minister", Other_Information="UN Ref KPi.001.", DOB="00/00/1962")
    rules = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings}
    listed, amended = "2016-03-05", "2017-09-15"
    assert rules["Sanction"] == rules["name"] == (KnownBy.LISTING, listed, listed)
    assert {rules[p] for p in ("position", "notes", "birthDate")} == {(KnownBy.AMENDMENT, listed, amended)}


def test_a_name_that_replaced_another_is_dated_by_the_update() -> None:
    rows = row(), row({"Name 6": "OLD", "Alias Type": "FKA"})
    (name,) = [s for s in parse(document(*rows), "list").sightings if s.prop == "name"]
    assert (name.known_by, name.known_hi) == (KnownBy.AMENDMENT, "2017-09-15")


def test_two_regimes_are_two_listings_with_their_days() -> None:
    rows = row({"Regime": "Al-Qaida", "Listed On": "08/11/2001"}), row({"Regime": "Somalia"})
    listings = [s for s in parse(document(*rows), "list").sightings if s.prop == "Sanction"]
    assert [(s.detail, s.known_hi) for s in listings] == [
        ('{"regime":"The ISIL (Da\'esh) and Al-Qaida organisations"}', "2001-11-08"),
        ('{"regime":"Somalia"}', "2016-03-05"),
    ]


def test_a_name_is_its_given_names_and_name_6() -> None:
    parsed = read(Name_6=" RI", Name_1="Won  ", Name_2="Ho")
    assert said(parsed, "name") == [("name", "Won Ho RI", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17/07/1964", "1964-07-17"),
        ("00/07/1964", "1964-07"),
        ("00/00/1964", "1964"),
        ("30/02/1964", ""),
        ("1964", ""),
    ],
)
def test_birth_dates_keep_their_precision(text: str, expected: str) -> None:
    parsed = read(DOB=text)
    assert [value for _, value, _ in said(parsed, "birthDate")] == ([expected] if expected else [])
    assert codes(parsed) == ([] if expected else ["bad_birth_date"])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("381310014", [("381310014", "")]),
        ("Passport No: 592667 (Qatari passport).", [("592667", '{"note":"(Qatari passport)"}')]),
        ("(1) S335026 (2) H 12345", [("S335026", ""), ("12345", '{"label":"H"}')]),
        (
            "Italian Fiscal Code JMM MDI 68A25 Z352D",
            [("JMM MDI 68A25 Z352D", '{"label":"Italian Fiscal Code"}')],
        ),
        ("issued in 2004", []),
        ("expired on 18/06/2011", []),
    ],
)
def test_document_numbers(text: str, numbers: list[tuple[str, str]]) -> None:
    parsed = read(Passport_Details=text)
    assert [(v, d) for _, v, d in said(parsed, "passportNumber")] == numbers
    assert [v for _, v, _ in said(parsed, "notes")] == ([] if numbers else [text])


def test_a_un_reference_is_quoted_and_joins_nothing() -> None:
    text = "Annex XIII. UN listing. UN Ref KPi.001. Works for KOMID (KPe.001)."
    parsed = read(Other_Information=text)
    assert {s.prop for s in parsed.sightings} == {"Sanction", "name", "notes", "quotes"}
    assert said(parsed, "quotes") == [("quotes", "un-KPi.001", '{"field":"Other Information"}')]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"Group_Type": "Entity", "Other_Information": "(IMO number: 8660313). Annex XIV."}, "Vessel"),
        ({"Group_Type": "Ship", "Other_Information": "IMO: 8660313."}, "Vessel"),
        (
            {"Group_Type": "Entity", "Other_Information": "Annex XIII. Company Number IMO 5434358"},
            "Organization",
        ),
        (
            {"Group_Type": "Entity", "Other_Information": "IMO: 8660313. Annex XIV.", "Address_1": "Dalian"},
            "Organization",
        ),
    ],
)
def test_ships_among_the_entities(fields: dict[str, str], kind: str) -> None:
    parsed = read(**fields)
    assert {s.kind for s in parsed.sightings} == {kind}
    assert bool(said(parsed, "imoNumber")) == (kind == "Vessel")


def test_utf_8_and_windows_copies_say_the_same() -> None:
    one = row({"Other Information": "DPRK’s advanced weapons – Zürich"})
    assert parse(document(one), "list") == parse(document(one, encoding="utf-8"), "list")


def test_one_group_id_on_two_parties_is_set_aside() -> None:
    parsed = parse(document(row(), row({"Name 6": "PAK"}), row({"Group ID": "90002"})), "list")
    assert {s.party for s in parsed.sightings} == {"gb-90002"}
    assert [q.party for q in parsed.quarantined] == ["gb-90001"] * 2
