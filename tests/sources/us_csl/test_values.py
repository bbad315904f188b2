"""What each list of the file makes of an entry, and what each column becomes."""

from __future__ import annotations

import gzip

import pytest

from tests.sources.us_csl.documents import CAPTA, FIXTURE, SDN, codes, document, read, row, said
from yalu.model.clock import KnownBy
from yalu.sources.us_csl.lists import LISTS, OF_THE_TREASURY
from yalu.sources.us_csl.parse import parse


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == ["bad_birth_date", "imo_check_digit", "id_on_two_parties"]
    assert parsed.records == 10
    assert [q.where for q in parsed.quarantined] == ["consolidated.csv row 9", "consolidated.csv row 10"]
    assert not parsed.stated


def test_a_gzipped_copy_says_the_same() -> None:
    assert parse(gzip.compress(FIXTURE), "list") == parse(FIXTURE, "list")


@pytest.mark.parametrize("source", LISTS)
def test_what_an_entry_is_depends_on_its_list(source: str) -> None:
    parsed = read(source=f"{source} - Some Department", entity_number="1")
    kept = LISTS[source]
    assert said(parsed, "Sanction", "exportControl", "repeatedListing") == [
        (kept.prop, "US", f'{{"list":"{kept.name}"}}')
    ]
    quoted = [("quotes", "ofac-1", '{"field":"entity_number"}')] if kept.name in OF_THE_TREASURY else []
    assert said(parsed, "quotes") == quoted


def test_rows_of_one_id_on_several_lists_are_one_party() -> None:
    rows = row(id_="1", source=CAPTA, type="Entity"), row(id_="1", source=SDN, type="Entity")
    parsed = parse(document(*rows), "list")
    assert {s.party for s in parsed.sightings} == {"csl-1"}
    assert len(said(parsed, "name")) == 1
    assert [prop for prop, _, _ in said(parsed, "Sanction", "repeatedListing")] == [
        "Sanction",
        "repeatedListing",
    ]


def test_a_start_date_dates_the_entry_and_its_name_and_nothing_else() -> None:
    parsed = read(start_date="2015-11-12", end_date="2025-11-12", addresses="Beijing, CN")
    known = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings}
    day = "2015-11-12"
    assert known["exportControl"] == known["name"] == (KnownBy.LISTING, day, day)
    assert known["address"] == (KnownBy.COPIES, day, "")
    assert said(parsed, "exportControl") == [
        ("exportControl", "US", '{"list":"Entity List","until":"2025-11-12"}')
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Male, Gender", [("gender", "male", "")]),
        (
            "TH, 310062394060, National ID No.",
            [("idNumber", "310062394060", '{"country":"TH","type":"National ID No."}')],
        ),
        (
            "JO, 2014-08-30, 2009-08-31, K475336, Passport",
            [("passportNumber", "K475336", '{"country":"JO","dates":"2014-08-30, 2009-08-31"}')],
        ),
        ("900, NIT #", [("taxNumber", "900", '{"type":"NIT"}')]),
        ("CKLBCNBJ, SWIFT/BIC", [("swiftBic", "CKLBCNBJ", '{"type":"SWIFT/BIC"}')]),
        ("445114000, MMSI", [("mmsi", "445114000", "")]),
        ("nothing", [("notes", "nothing", '{"field":"ids"}')]),
        ("a, b, Unheard Of", [("notes", "a, b, Unheard Of", '{"field":"ids"}')]),
    ],
)
def test_ids(text: str, expected: list[tuple[str, str, str]]) -> None:
    parsed = read(ids=text)
    assert said(parsed, *{e[0] for e in expected}) == expected


def test_an_imo_number_is_that_of_a_ship_and_else_a_registration() -> None:
    text = "IMO 8937675, Vessel Registration Identification"
    assert said(read(ids=text, type="Vessel", source=SDN), "imoNumber") == [("imoNumber", "8937675", "")]
    parsed = read(ids=text, type="Entity", source=SDN)
    assert said(parsed, "imoNumber") == []
    assert [value for _, value, _ in said(parsed, "registrationNumber")] == ["IMO 8937675"]


def test_several_values_in_a_cell() -> None:
    parsed = read(
        alt_names="JSC Baltiski; and Baltic Shipyard",
        programs="DPRK; DPRK2",
        dates_of_birth="1966; 1967-02-01",
    )
    assert said(parsed, "alias", "program", "birthDate") == [
        ("program", "DPRK", ""),
        ("program", "DPRK2", ""),
        ("alias", "JSC Baltiski", ""),
        ("alias", "Baltic Shipyard", ""),
        ("birthDate", "1966", ""),
        ("birthDate", "1967-02-01", ""),
    ]
