"""What dates a listing of each annex, which id a ship has, and what is refused."""

from __future__ import annotations

import csv
import io

import pytest

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.sources.eu_1509.parse import parse
from yalu.sources.eu_1509.table import READ, REQUIRED
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = (FOLDER / "eu_1509" / "fixture" / "32017R1509.csv").read_bytes()
USUAL = {
    "celex": "32017R1509",
    "recordId": "1",
    "annex": "XV.A",
    "measure": "Asset freeze",
    "startDate": "20.5.2016",
    "schema": "Person",
    "name": "KIM Invented",
}


def document(*rows: dict[str, str], columns: tuple[str, ...] = (*REQUIRED, *READ)) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([[{**USUAL, **row}.get(c, "") for c in columns] for row in rows])
    return out.getvalue().encode()


def read(fields: dict[str, str]) -> Parsed:
    return parse(document(fields), "list")


def values(parsed: Parsed, *props: str) -> list[str]:
    return [s.value for s in parsed.sightings if s.prop in props]


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert [p.code for p in parsed.problems] == [
        "no_imo_number",
        "imo_check_digit",
        "bad_birth_date",
        "id_on_two_parties",
    ]
    assert parsed.records == 13
    assert {q.party for q in parsed.quarantined} == {"eu-1509-xvi.b-7"}


@pytest.mark.parametrize("annex", ["XV.A", "XVI.B"])
def test_the_eu_s_own_annexes_date_the_listing_and_the_name(annex: str) -> None:
    dated = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in read({"annex": annex}).sightings}
    assert dated["Sanction"] == dated["name"] == (KnownBy.LISTING, "2016-05-20", "2016-05-20")


@pytest.mark.parametrize("annex", ["XIII.A", "XIV.B"])
def test_the_un_s_day_is_only_the_earliest_that_the_eu_can_have_listed(annex: str) -> None:
    parsed = read({"annex": annex})
    dated = {s.prop: (s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings}
    assert dated["Sanction"] == dated["name"] == (KnownBy.COPIES, "2016-05-20", "")
    assert values(parsed, "unDesignationDate") == ["2016-05-20"]


def test_a_ship_of_two_annexes_is_one_party_with_two_listings() -> None:
    ship = {"schema": "Vessel", "imoNumber": "8712362", "name": "CHON INVENTED 1"}
    parsed = parse(document({**ship, "annex": "XIV.A"}, {**ship, "annex": "XIV.B"}), "list")
    assert {s.party for s in parsed.sightings} == {"imo-8712362"}
    assert [s.detail for s in parsed.sightings if s.prop == "Sanction"] == [
        '{"annex":"XIV.A","regime":"PRK"}',
        '{"annex":"XIV.B","regime":"PRK"}',
    ]
    assert values(parsed, "name") == ["CHON INVENTED 1"]


@pytest.mark.parametrize("number", ["8712361", "Does not exist", ""])
def test_a_ship_without_a_true_number_has_the_annex_s(number: str) -> None:
    parsed = read({"schema": "Vessel", "imoNumber": number, "annex": "XIV.B", "recordId": "33"})
    assert {s.party for s in parsed.sightings} == {"eu-1509-xiv.b-33"}


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("a) 1964 b) 28.8.1962", ["1964", "1962-08-28"]),
        ("18.10.1976, 25.8.1976", ["1976-10-18", "1976-08-25"]),
        ("7.8.1965 / 20.2.1972", ["1965-08-07", "1972-02-20"]),
        ("1954 or 1955.", ["1954", "1955"]),
        ("in his fifties", []),
    ],
)
def test_birth_dates(written: str, dates: list[str]) -> None:
    assert values(read({"birthDate": written}), "birthDate") == dates


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"celex": "32012R0267"}, "row 2: celex is '32012R0267'"),
        ({"annex": "8"}, "row 2: annex is '8'"),
        ({"schema": "Thing"}, "row 2: schema is 'Thing'"),
        ({"name": ""}, "row 2: recordId '1' and name ''"),
        ({"startDate": "31.2.2016"}, "row 2: startDate is '31.2.2016'"),
        ({"startDate": "2016"}, "row 2: startDate is '2016'"),
    ],
)
def test_refused_rows(fields: dict[str, str], message: str) -> None:
    with pytest.raises(ContractError, match=message):
        read(fields)


def test_refused_files() -> None:
    for content, message in (
        (document(), "the file holds no row"),
        (document({}, columns=REQUIRED[1:]), "the header lacks celex"),
        (FIXTURE[:-30], "fields|breaks off"),
    ):
        with pytest.raises(ContractError, match=message):
            parse(content, "list")


def test_a_new_column_is_told_and_kept() -> None:
    parsed = parse(document({"color": "blue"}, columns=(*REQUIRED, "color")), "list")
    assert [p.code for p in parsed.problems] == ["unread_fields"]
    assert [(s.value, s.detail) for s in parsed.sightings if s.prop == "notes"] == [
        ("blue", '{"field":"color"}')
    ]
