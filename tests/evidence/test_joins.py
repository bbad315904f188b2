"""Records of two lists are one party where a reference or an IMO number says so, and nothing contradicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.loaded import TODAY, evidence
from tests.sources.uk_ofsi import documents as uk
from tests.sources.un_1718_vessels import documents as vessels
from tests.sources.un_sc import documents as un
from yalu.evidence.joins import Joins
from yalu.evidence.quotes import un_reference

BIRTH = (
    "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>{}</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
)


def un_list(*records: str, entities: str = "") -> tuple[str, str, dict[str, bytes]]:
    return "un_sc", "2018-06-08", {"list": un.document("".join(records), entities)}


def uk_list(*rows: dict[str, str]) -> tuple[str, str, dict[str, bytes]]:
    return "uk_ofsi", "2018-04-13", {"list": uk.document(*(uk.row(r) for r in rows))}


def person(reference: str, name: str, born: str = "") -> str:
    inside = f"<SECOND_NAME>{name}</SECOND_NAME>" + (BIRTH.format(born) if born else "")
    return un.record(inside, reference=reference)


def joins(root: Path, *copies: tuple[str, str, dict[str, bytes]], day: str = TODAY) -> Joins:
    return Joins(evidence(root, *copies)[1].at(day))


def quoting(reference: str, name: str = "WON HO", born: str = "", **more: str) -> dict[str, str]:
    fields = {"Name 1": name, "DOB": born, "Other Information": f"UN listing. UN Ref {reference}."}
    return fields | {k.replace("_", " "): v for k, v in more.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Annex XIII. UN listing. UN Ref KPe.001. Primary arms dealer", "KPe.001"),
        ("UN Listing. UN Ref.KPI.064. Ch’oe So’k-min is", "KPi.064"),
        ("UN Listing. UN. REF.KPI.073. Pak", "KPi.073"),
        ("UN Ref.KPI. 076. Ri", "KPi.076"),
        ("UN Ref KPe.23. SWIFT: DCBK KPPY", "KPe.023"),
        ("UN Reference KPi.004. Former director", "KPi.004"),
        ("Un Ref KPi.002.Former Director", "KPi.002"),
        ("UN reference number: QDi.345", "QDi.345"),
        ("Associated with Al-Qaida (QDe.004)", ""),
        ("UN Ref I.03.I.3.", ""),
        ("Changed name to Ministry (KPe.027) in 2013", ""),
    ],
)
def test_references_are_read_as_lists_write_them(text: str, expected: str) -> None:
    assert un_reference(text) == expected


def test_a_quoted_reference_joins(tmp_path: Path) -> None:
    found = joins(tmp_path, un_list(person("KPi.901", "Won Ho", "1964-07-17")), uk_list(quoting("KPI.901")))
    assert sorted(found.ids("gb-90001")) == ["gb-90001", "un-KPi.901"]
    assert found.head("gb-90001") == found.head("un-KPi.901")
    assert not found.refused and not found.unresolved


def test_nothing_joins_before_the_reference_was_public(tmp_path: Path) -> None:
    copies = (un_list(person("KPi.901", "Won Ho")), uk_list(quoting("KPi.901")))
    assert not joins(tmp_path, *copies, day="2017-09-14").joined("gb-90001")
    assert joins(tmp_path / "later", *copies, day="2018-06-08").joined("gb-90001")


def test_a_name_alone_joins_nothing(tmp_path: Path) -> None:
    same = {"Name 1": "WON HO", "DOB": "17/07/1964"}
    found = joins(tmp_path, un_list(person("KPi.901", "Won Ho", "1964-07-17")), uk_list(same))
    assert not found.joined("gb-90001")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (quoting("KPi.901", born="21/08/1969"), "birth"),
        (quoting("KPi.901", Group_Type="Entity"), "kind"),
        (quoting("KPi.901", name="SONG CHOL", Name_6="JANG"), "name"),
    ],
)
def test_what_contradicts_is_not_joined(row: dict[str, str], code: str, tmp_path: Path) -> None:
    found = joins(tmp_path, un_list(person("KPi.901", "Won Ho", "1964-07-17")), uk_list(row))
    assert not found.joined("gb-90001")
    assert [(r.quote.party, r.quote.target, r.why.code) for r in found.refused] == [
        ("gb-90001", "un-KPi.901", code)
    ]


def test_one_year_apart_under_one_name_is_one_person(tmp_path: Path) -> None:
    near = uk_list(quoting("KPi.901", born="00/00/1965"))
    far = uk_list(quoting("KPi.901", born="00/00/1966"))
    listed = un_list(person("KPi.901", "Won Ho", "1964-07-17"))
    assert joins(tmp_path / "near", listed, near).joined("gb-90001")
    assert not joins(tmp_path / "far", listed, far).joined("gb-90001")


def test_a_reference_that_no_record_has_is_kept_as_such(tmp_path: Path) -> None:
    found = joins(tmp_path, un_list(person("KPi.901", "Won Ho")), uk_list(quoting("DPe.012")))
    assert [q.reference for q in found.unresolved] == ["DPe.012"]
    assert not found.joined("gb-90001")


SHIP = {"Group Type": "Ship", "Name 6": "AN SAN 1", "Other Information": "(IMO number: 7303803). Annex XIV."}


def test_one_imo_number_is_one_ship(tmp_path: Path) -> None:
    designated = ("un_1718_vessels", "2020-06-04", {"list": vessels.document(vessels.ship())})
    found = joins(tmp_path, designated, uk_list(SHIP))
    assert sorted(found.ids("gb-90001")) == ["gb-90001", "imo-7303803"]


def test_an_imo_number_on_two_records_of_one_list_joins_neither(tmp_path: Path) -> None:
    designated = ("un_1718_vessels", "2020-06-04", {"list": vessels.document(vessels.ship())})
    found = joins(tmp_path, designated, uk_list(SHIP, SHIP | {"Group ID": "90002"}))
    assert not found.joined("gb-90001") and not found.joined("gb-90002")
