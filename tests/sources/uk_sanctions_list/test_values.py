"""What each column of UK-Sanctions-List.csv becomes, and what dates it."""

from __future__ import annotations

import pytest

from tests.sources.uk_sanctions_list.documents import FIXTURE, document, read, said
from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.sources.uk_sanctions_list.parse import parse
from yalu.sources.uk_sanctions_list.table import COLUMNS


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert [p.code for p in parsed.problems] == [
        "bad_birth_date",
        "listed_after_copy",
        "bad_amendment_date",
        "spreadsheet_date",
        "id_on_two_parties",
        "bad_birth_date",
        "spreadsheet_number",
        "no_name",
    ]
    assert parsed.stated == Interval("2025-11-14", "2025-11-14")
    assert parsed.records == 6
    assert {q.party for q in parsed.quarantined} == {"gb-RUS9001"}


def test_the_listing_and_the_name_bear_the_designation_and_the_rest_the_update() -> None:
    parsed = read({"Position": "Minister", "UN Reference Number": "KPi.001"})
    rules = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings}
    assert rules["Sanction"] == rules["name"] == (KnownBy.LISTING, "2016-03-05", "2016-03-05")
    assert rules["position"] == rules["quotes"] == (KnownBy.AMENDMENT, "2016-03-05", "2017-09-15")


def test_it_quotes_the_records_that_its_columns_and_its_text_name() -> None:
    parsed = read(
        {
            "OFSI Group ID": "12345",
            "UN Reference Number": "KPi.001",
            "Other Information": "(UN Ref):KPi.002. Works for KOMID (KPe.001).",
        }
    )
    assert [(v, d) for _, v, d in said(parsed, "quotes")] == [
        ("gb-12345", '{"field":"OFSI Group ID"}'),
        ("un-KPi.001", '{"field":"UN Reference Number"}'),
        ("un-KPi.002", '{"field":"Other Information"}'),
    ]


def test_a_reference_in_no_known_form_is_a_note() -> None:
    parsed = read({"UN Reference Number": "see KPi.001 and others", "OFSI Group ID": "n/a"})
    assert said(parsed, "quotes") == []
    assert {v for _, v, _ in said(parsed, "notes")} == {"see KPi.001 and others", "n/a"}


@pytest.mark.parametrize(
    ("written", "value"),
    [("17/07/1964", "1964-07-17"), ("dd/mm/1962", "1962"), ("00/05/1962", "1962-05"), ("1962", "1962")],
)
def test_birth_dates_keep_their_precision(written: str, value: str) -> None:
    assert said(read({"D.O.B": written}), "birthDate") == [("birthDate", value, "")]


def test_aliases_by_their_strength_and_script() -> None:
    parsed = parse(
        document(
            {"Name non-latin script": "리원호"},
            {"Name 6": "WON", "Name type": "Alias", "Alias strength": "Low quality a.k.a"},
            {"Name 6": "RI WON", "Name type": "Primary Name Variation"},
        ),
        "list",
    )
    names = [(s.prop, s.value, s.lang) for s in parsed.sightings if s.prop in ("name", "alias", "weakAlias")]
    assert names == [
        ("name", "RI", ""),
        ("alias", "리원호", "ko"),
        ("weakAlias", "WON", ""),
        ("alias", "RI WON", ""),
    ]


def test_a_ship_has_its_number_its_owners_and_the_measures_on_it() -> None:
    ship = {
        "Designation Type": "Ship",
        "IMO number": "8660314",
        "Sanctions Imposed": "Prohibition of port entry|Deregistration of ships",
        "Current owner/operator (s)": "(1) One Co (2) Two Co",
    }
    parsed = read(ship)
    assert {s.kind for s in parsed.sightings} == {"Vessel"}
    assert [v for _, v, _ in said(parsed, "imoNumber", "program", "vesselOwner")] == [
        "Prohibition of port entry",
        "Deregistration of ships",
        "One Co",
        "Two Co",
        "8660314",
    ]


def test_a_copy_without_the_line_of_the_report_has_no_day_of_its_own() -> None:
    parsed = parse(document({}, first=None), "list")
    assert parsed.stated == OPEN
    assert parsed.records == 1
    assert parsed.sightings[0].locator == "UK-Sanctions-List.csv row 2"


def test_columns_that_are_new_or_gone_are_told() -> None:
    columns = [c for c in COLUMNS if c != "Gender"] + ["Vessel colour"]
    parsed = parse(document({"Vessel colour": "blue"}, columns=columns), "list")
    assert [p.code for p in parsed.problems] == ["missing_fields", "unread_fields"]
    assert said(parsed, "notes") == [("notes", "blue", '{"field":"Vessel colour"}')]
