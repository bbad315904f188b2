"""Errors of lists, made by hand in the official formats: each is found and said with both values."""

from __future__ import annotations

from pathlib import Path

from tests.evidence.loaded import TODAY, evidence
from tests.evidence.test_joins import SHIP, person, quoting, uk_list, un_list
from tests.sources.ofac_sdn import documents as ofac
from tests.sources.un_1718_vessels import documents as vessels
from yalu.evidence.list_errors import CODES, ListError, find


def errors(root: Path, *copies: tuple[str, str, dict[str, bytes]]) -> list[ListError]:
    workspace, held = evidence(root, *copies)
    return find(workspace, held.at(TODAY))


def codes(found: list[ListError]) -> list[str]:
    return [e.code for e in found]


def sdn(*rows: str) -> tuple[str, str, dict[str, bytes]]:
    return "ofac_sdn", "2022-01-31", {"sdn": "".join(r + "\r\n" for r in rows).encode()}


def test_lists_without_errors_give_none(tmp_path: Path) -> None:
    listed = un_list(person("KPi.901", "Won Ho", "1964-07-17"), person("KPi.902", "Chol Nam", "1970-02-03"))
    assert errors(tmp_path, listed, uk_list(quoting("KPi.901", born="17/07/1964"))) == []


def test_a_wrong_reference_names_both_and_the_one_meant(tmp_path: Path) -> None:
    listed = un_list(person("KPi.901", "Song Chol", "1967-03-12"), person("KPi.902", "Won Ho", "1964-07-17"))
    [found] = errors(tmp_path, listed, uk_list(quoting("KPi.901", born="17/07/1964")))
    assert found.code == "wrong_reference"
    assert found.certainty == "possible"
    assert found.parties == ("gb-90001", "un-KPi.901")
    assert found.values == ("1964-07-17", "1967-03-12")
    assert any(p.startswith("uk_ofsi: ConList.csv row 3") for p in found.places)
    assert any(p.startswith("un_sc: KPi.901 line") for p in found.places)
    assert found.innocent


def test_a_wrong_reference_of_a_company_tells_whose_name_it_bears(tmp_path: Path) -> None:
    def entity(reference: str, name: str) -> str:
        made = person(reference, "").replace("INDIVIDUAL", "ENTITY")
        return made.replace("<FIRST_NAME>RI</FIRST_NAME>", f"<FIRST_NAME>{name}</FIRST_NAME>")

    listed = un_list(
        entities=entity("KPe.901", "GREEN RIVER CREDIT BANK") + entity("KPe.902", "KANGTAE TRADING")
    )
    row = quoting("KPe.901", name="", Name_6="KANGTAE TRADING", Group_Type="Entity")
    [found] = errors(tmp_path, listed, uk_list(row))
    assert found.code == "wrong_reference"
    assert "KANGTAE TRADING is un-KPe.902" in found.what


def test_an_unknown_reference_and_one_quoted_twice(tmp_path: Path) -> None:
    listed = un_list(person("KPi.901", "Won Ho"))
    found = errors(tmp_path / "unknown", listed, uk_list(quoting("KPi.999")))
    assert codes(found) == ["unknown_reference"]
    rows = (quoting("KPi.901"), quoting("KPi.901", Group_ID="90005"))
    assert codes(errors(tmp_path / "twice", listed, uk_list(*rows))) == ["reference_twice"]


def test_one_passport_on_two_people(tmp_path: Path) -> None:
    passport = {"Passport Details": "6620505"}
    other = {"Name 6": "TABATABAEI", "Name 1": "Ali Akbar", "Group ID": "90007"}
    [found] = errors(tmp_path, uk_list(quoting("", name="WON HO") | passport, other | passport))
    assert found.code == "passport_on_two_people"
    assert set(found.parties) == {"gb-90001", "gb-90007"}
    same = other | {"Name 6": "RI", "Name 1": "WON HO"}
    assert errors(tmp_path / "same", uk_list(quoting("", name="WON HO") | passport, same | passport)) == []


def test_a_birth_date_of_the_record_beside(tmp_path: Path) -> None:
    rows = [
        {"Name 1": "WON HO", "DOB": "17/07/1964"},
        {"Name 6": "TABATABAEI", "Name 1": "Ali", "DOB": "17/07/1964", "Group ID": "90002"},
    ]
    [found] = errors(tmp_path, uk_list(*rows))
    assert found.code == "birth_date_of_neighbor"
    assert found.certainty == "possible"
    between = {"Name 6": "CHOE", "Name 1": "HWI", "DOB": "01/02/1955", "Group ID": "90003"}
    apart = [rows[0], between, rows[1] | {"Group ID": "90004"}]
    assert errors(tmp_path / "apart", uk_list(*apart)) == []
    january = [row | {"DOB": "01/01/1964"} for row in rows]
    assert errors(tmp_path / "january", uk_list(*january)) == []


def test_what_another_list_says_of_the_birth_is_told(tmp_path: Path) -> None:
    listed = un_list(person("KPi.901", "Won Ho", "1964-07-17"), person("KPi.902", "Ali", "1964-05-05"))
    rows = [
        quoting("KPi.901", born="17/07/1964"),
        quoting("KPi.902", name="Ali", born="17/07/1964", Group_ID="90002") | {"Title": "General"},
    ]
    [found] = errors(tmp_path, listed, uk_list(*rows))
    assert found.code == "birth_date_of_neighbor"
    assert "elsewhere Ali RI is born 1964-05-05" in found.what


def test_imo_numbers_that_are_none(tmp_path: Path) -> None:
    rows = (vessels.ship(), vessels.ship("2", "1: MIN NING", "Does not exist"))
    designated = ("un_1718_vessels", "2020-06-04", {"list": vessels.document(*rows)})
    [found] = errors(tmp_path, designated)
    assert (found.code, found.certainty) == ("imo_not_a_number", "wrong")
    assert "Does not exist" in found.what
    bad = SHIP | {"Other Information": "(IMO number: 7303804). Annex XIV."}
    assert codes(errors(tmp_path / "digit", uk_list(bad))) == ["imo_check_digit"]


def test_one_imo_number_on_two_records(tmp_path: Path) -> None:
    [found] = errors(tmp_path, uk_list(SHIP, SHIP | {"Group ID": "90002"}))
    assert found.code == "imo_on_two_records"
    assert found.values == ("7303803",)


def test_one_mmsi_on_two_hulls(tmp_path: Path) -> None:
    def ship(ent: int, name: str, imo: str) -> str:
        remarks = f"Vessel Registration Identification IMO {imo}; MMSI 445114000."
        return ofac.row(ent, name, '"vessel"', remarks=remarks)

    [found] = errors(tmp_path, sdn(ship(1, "AN SAN 1", "7303803"), ship(2, "CHONG CHON", "7937317")))
    assert found.code == "mmsi_on_two_ships"


def test_a_homonym_under_one_id(tmp_path: Path) -> None:
    rows = (ofac.row(2677, "AL-ZUMAR, Abbud"), ofac.row(2677, "HAMER CONSTRUCTION"), ofac.row(2678))
    [found] = errors(tmp_path, sdn(*rows))
    assert (found.code, found.parties) == ("id_on_two_parties", ("ofac-2677",))
    assert len(found.values) == 2


def test_every_code_has_an_innocent_explanation() -> None:
    assert all(code.innocent and code.says for code in CODES.values())


def test_one_source_can_be_asked(tmp_path: Path) -> None:
    bad = SHIP | {"Other Information": "(IMO number: 7303804). Annex XIV."}
    workspace, held = evidence(tmp_path, uk_list(bad))
    assert find(workspace, held.at(TODAY), {"un_sc"}) == []
    assert len(find(workspace, held.at(TODAY), {"uk_ofsi"})) == 1
