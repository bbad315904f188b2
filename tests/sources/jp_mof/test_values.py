"""What each column of Japan's workbook becomes, and what dates it."""

from __future__ import annotations

import pytest

from tests.sources.jp_mof.documents import (
    ENTITY_HEADINGS,
    FIXTURE,
    MIXED,
    PERSON_HEADINGS,
    PERSONS,
    codes,
    person,
    read,
    said,
    sheet,
)
from tests.sources.workbooks import workbook
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.jp_mof.dates import births, days
from yalu.sources.jp_mof.names import read_names
from yalu.sources.jp_mof.parse import parse


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE.read_bytes(), "list")
    assert codes(parsed) == [
        "sheet_passed_over",
        "no_listing_date",
        "id_on_two_parties",
        "id_on_two_parties",
        "no_id",
        "unread_fields",
        "bad_birth_date",
    ]
    assert parsed.records == 10
    assert len(parsed.quarantined) == 3
    assert parsed.stated == Interval("2026-03-05", "2026-03-05")


def test_both_names_are_the_primary_name_and_bear_the_day_of_the_notice() -> None:
    parsed = read(役職="代表")
    names = [(s.value, s.lang, s.known_by, s.known_hi) for s in parsed.sightings if s.prop == "name"]
    assert names == [
        ("RI Won Ho", "", KnownBy.LISTING, "2017-11-07"),
        ("リ・ウォノ", "ja", KnownBy.LISTING, "2017-11-07"),
    ]
    assert said(parsed, "Sanction") == [("Sanction", "JP", "", '{"list":"dprk-coord-individuals"}')]
    (position,) = [s for s in parsed.sightings if s.prop == "position"]
    assert (position.known_by, position.known_lo, position.known_hi) == (KnownBy.COPIES, "2017-11-07", "")


def test_a_day_of_revision_dates_the_rest() -> None:
    parsed = read(告示日付="2009年5月22日（2016年3月11日改訂）", 役職="代表")
    known = {s.prop: (s.known_by, s.known_hi) for s in parsed.sightings}
    assert known["Sanction"] == (KnownBy.LISTING, "2009-05-22")
    assert known["position"] == (KnownBy.AMENDMENT, "2016-03-11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年11月7日", ["2017-11-07"]),
        ("２０１７年１１月７日", ["2017-11-07"]),
        ("平成29年11月7日", ["2017-11-07"]),
        ("令和元年5月1日", ["2019-05-01"]),
        ("2017.11.7", ["2017-11-07"]),
        ("2017年11月", []),
        ("2017年2月30日", []),
        ("", []),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1944年10月13日", [("1944-10-13", {})]),
        ("1938年", [("1938", {})]),
        ("1938年頃", [("1938", {"circa": True})]),
        ("1963年から1968年の間", [("1963", {"to": "1968"})]),
        ("1962年、1963年5月", [("1962", {}), ("1963-05", {})]),
        ("1938", [("1938", {})]),
        ("30歳前後", []),
    ],
)
def test_birth_dates(text: str, expected: list[tuple[str, dict[str, str | bool]]]) -> None:
    assert births(text) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("リ・ウォンホ\nRi Won-ho", [("リ・ウォンホ", "ja", False), ("Ri Won-ho", "", False)]),
        ("李元浩", [("李元浩", "ja", False)]),
        (
            "エム・イー・シー Messbah Energy",
            [("エム・イー・シー", "ja", False), ("Messbah Energy", "", False)],
        ),
        ("Kim Co., Ltd.; KC", [("Kim Co., Ltd.", "", False), ("KC", "", False)]),
        ("（旧称）ア\nイ（別称）ウ", [("ア", "ja", True), ("イ", "ja", True), ("ウ", "ja", False)]),
        ("", []),
    ],
)
def test_names_in_a_cell(cell: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [tuple(n) for n in read_names(cell)] == expected


def test_passports_with_the_words_behind_them() -> None:
    parsed = read(旅券番号="PS472330208、旅券失効日：2017年7月4日\n563410081（北朝鮮旅券）")
    assert said(parsed, "passportNumber") == [
        ("passportNumber", "PS472330208", "", '{"note":"旅券失効日:2017年7月4日"}'),
        ("passportNumber", "563410081", "", '{"note":"(北朝鮮旅券)"}'),
    ]


def test_values_among_the_other_information() -> None:
    parsed = read(その他の情報="性別：男性\n出生地：北朝鮮開城市 SWIFT：DCBKKPPY IMO番号：8660313")
    assert said(parsed, "gender", "birthPlace", "swiftBic", "imoNumber") == [
        ("birthPlace", "北朝鮮開城市", "ja", ""),
        ("swiftBic", "DCBKKPPY", "", ""),
        ("imoNumber", "8660313", "", ""),
        ("gender", "male", "", ""),
    ]


def test_a_sheet_of_persons_and_entities_leaves_the_kind_open() -> None:
    row = {"告示日付": "2006年9月19日", "告示 番号": "2\n(39)", "英 語 表 記": "Invented"}
    parsed = parse(workbook({MIXED: sheet(ENTITY_HEADINGS, row)}), "list")
    assert {(s.party, s.kind) for s in parsed.sightings} == {("jp-dprk-1695-2", "LegalEntity")}
    assert said(parsed, "notes", "quotes") == [
        ("notes", "2 (39)", "", '{"field":"告示番号"}'),
        ("quotes", "jp-dprk-un-organizations-39", "", '{"field":"告示番号"}'),
    ]


def test_a_second_number_on_a_coordinated_sheet_quotes_the_un_sheet_s_party() -> None:
    assert said(read(告示番号="12\n（39）"), "notes", "quotes") == [
        ("notes", "12 （39）", "", '{"field":"告示番号"}'),
        ("quotes", "jp-dprk-un-individuals-39", "", '{"field":"告示番号"}'),
    ]
    assert said(read(告示番号=12), "quotes") == []


def test_a_sheet_that_is_not_known_has_its_title_in_the_ids() -> None:
    parsed = parse(workbook({"9.ある制度（団体）": sheet(PERSON_HEADINGS, person())}), "list")
    assert {s.party for s in parsed.sightings} == {"jp-ある制度(団体)-12"}


def test_one_id_on_two_sheets_is_set_aside() -> None:
    parsed = parse(
        workbook(
            {PERSONS: sheet(PERSON_HEADINGS, person()), PERSONS + " ": sheet(PERSON_HEADINGS, person())}
        ),
        "list",
    )
    assert parsed.sightings == []
    assert len(parsed.quarantined) == 2
