"""The columns of the three files: what each becomes, and what damage is seen in them."""

from __future__ import annotations

import pytest

from tests.sources.ofac_sdn.documents import codes, row, sdn
from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.ofac_sdn.parse import parse
from yalu.sources.sighting import DAMAGED


@pytest.mark.parametrize(
    ("type_", "kind"),
    [('"individual"', "Person"), ("vessel", "Vessel"), ("aircraft", "Airplane"), ("-0- ", "Organization")],
)
def test_kinds(type_: str, kind: str) -> None:
    assert {s.kind for s in sdn(row(type_=type_)).sightings} == {kind}


def test_every_column_has_its_property() -> None:
    parsed = sdn(
        row(
            7,
            program="SDGT] [NPWMD] [SDGT",
            title="Captain",
            call="CL2685",
            ship="Tug",
            tonnage="2,597",
            grt="1098",
            flag="Cuba",
            owner="Owner S.A.",
            type_="vessel",
        )
    )
    assert [(s.prop, s.value) for s in parsed.sightings] == [
        ("name", "A NAME"),
        ("Sanction", "US"),
        ("program", "SDGT"),
        ("program", "NPWMD"),
        ("position", "Captain"),
        ("callSign", "CL2685"),
        ("type", "Tug"),
        ("tonnage", "2,597"),
        ("grossRegisteredTonnage", "1098"),
        ("flag", "Cuba"),
        ("vesselOwner", "Owner S.A."),
    ]
    assert {s.party for s in parsed.sightings} == {"ofac-7"}
    assert {s.locator for s in parsed.sightings} == {"sdn.csv row 1"}
    assert parsed.sightings[1].detail == '{"list":"SDN"}'


def test_no_detail_holds_row_numbers_or_ids_of_rows() -> None:
    first = parse(b'36,12,"aka","AERO",-0- \n', "alt").sightings[0]
    later = parse(b'35,11,"aka","OTHER",-0- \n36,9912,"aka","AERO",-0- \n', "alt").sightings[1]
    key = ("party", "prop", "value", "lang", "detail")
    assert [getattr(first, k) for k in key] == [getattr(later, k) for k in key]


def test_aliases() -> None:
    parsed = parse(b"1,2,aka,A,-0- \n1,3,fka,B,-0- \n1,4,nka,C,\n1,5,aka,A,-0- \n1,6,aka,,x\n", "alt")
    assert [(s.prop, s.value, s.detail, s.kind) for s in parsed.sightings] == [
        ("alias", "A", "", ""),
        ("previousName", "B", "", ""),
        ("alias", "C", '{"now":true}', ""),
        ("notes", "x", "", ""),
    ]
    assert codes(parsed) == ["no_name"]
    assert parsed.records == 5


def test_addresses() -> None:
    parsed = parse(b'1,2,"S, 1","C",Cuba,-0- \n1,3,-0- ,-0- ,undetermined,-0- \n1,4,-0- ,-0- ,-0- ,-0', "add")
    assert [(s.prop, s.value) for s in parsed.sightings] == [
        ("address", "S, 1, C, Cuba"),
        ("country", "Cuba"),
        ("address", "undetermined"),
    ]
    assert parsed.records == 3


@pytest.mark.parametrize("name", ["28-Jul", "Jul-28", "1-Jan", "Mar-2001", "28-Jul-22", "1.2E+11"])
def test_spreadsheet_damage_is_kept_and_flagged(name: str) -> None:
    parsed = sdn(row(23156, name, "vessel"))
    assert [(s.value, s.flag) for s in parsed.sightings if s.prop == "name"] == [(name, DAMAGED)]
    (problem,) = parsed.problems
    assert (problem.code, problem.party, problem.where) == ("spreadsheet_date", "ofac-23156", "sdn.csv row 1")
    assert parsed.quarantined == []


@pytest.mark.parametrize("name", ["7-28", "28-JULY", "JUNE 78", "AN-26", "28-Jul II", "MAY-DAY", "9E10"])
def test_names_that_only_look_damaged(name: str) -> None:
    assert not spreadsheet_made(name)


@pytest.mark.parametrize("number", ["8898831", "9187629", "7406784", "8606173"])
def test_imo_numbers(number: str) -> None:
    assert imo_number(number)
    assert not imo_number(number[:-1] + str((int(number[-1]) + 1) % 10))
    assert not imo_number(number[:-1])
    assert not imo_number(number + "0")


def test_an_id_on_several_rows_is_quarantined_wherever_it_stands() -> None:
    parsed = sdn(row(1, "A"), row(2, "B", remarks="Linked To: A."), row(1, "C"), row(1, "A"))
    assert [q.where for q in parsed.quarantined] == ["sdn.csv row 1", "sdn.csv row 3", "sdn.csv row 4"]
    assert {s.party for s in parsed.sightings} == {"ofac-2"}
    assert codes(parsed) == ["id_on_two_parties", "link_unresolved"]
    assert "A / C / A" in parsed.problems[0].what
    assert parsed.records == 4


def test_a_party_without_a_name_is_reported() -> None:
    parsed = sdn(row(1, "-0- "))
    assert codes(parsed) == ["no_name"]
    assert [s.prop for s in parsed.sightings] == ["Sanction", "program"]
