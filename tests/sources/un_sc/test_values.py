"""What each field of a record becomes."""

from __future__ import annotations

import pytest

from tests.sources.un_sc.documents import alias, codes, document, of, read, record, said
from yalu.sources.language import language
from yalu.sources.un_sc.parse import parse


def test_ids_kinds_and_places() -> None:
    parsed = parse(document(record(reference=" KPi.001 "), record(tag="ENTITY", reference="KPe.014")), "list")
    assert {(s.party, s.kind) for s in parsed.sightings} == {
        ("un-KPi.001", "Person"),
        ("un-KPe.014", "Organization"),
    }
    assert parsed.records == 2
    assert of(parsed, "Sanction")[1].locator == "KPe.014 line 4"


def test_a_name_is_joined_from_its_parts_without_placeholders_and_spare_spaces() -> None:
    parts = "<SECOND_NAME> WON\n   HO </SECOND_NAME><THIRD_NAME/><FOURTH_NAME>na</FOURTH_NAME>"
    assert said(read(parts), "name") == [("name", "RI WON HO", "")]
    assert said(read("<SECOND_NAME>NA</SECOND_NAME>"), "name") == [("name", "RI NA", "")]


@pytest.mark.parametrize(
    ("quality", "prop", "problems"),
    [
        ("Good", "alias", []),
        ("a.k.a.", "alias", []),
        ("Low", "weakAlias", []),
        ("f.k.a.", "previousName", []),
        ("Fair", "alias", ["alias_quality"]),
    ],
)
def test_the_quality_of_an_alias(quality: str, prop: str, problems: list[str]) -> None:
    parsed = read(alias("Ri Won-ho", quality))
    assert said(parsed, "alias", "weakAlias", "previousName") == [(prop, "Ri Won-ho", "")]
    assert codes(parsed) == problems


def test_what_stands_beside_an_alias_names_the_alias() -> None:
    parsed = read(
        alias(
            "Jin",
            inside="<DATE_OF_BIRTH>1970</DATE_OF_BIRTH><CITY_OF_BIRTH>Dandong</CITY_OF_BIRTH>"
            "<COUNTRY_OF_BIRTH>China</COUNTRY_OF_BIRTH><NOTE>from false passport</NOTE>",
        )
    )
    assert said(parsed, "birthDate", "birthPlace", "notes") == [
        ("birthDate", "1970", '{"alias":"Jin"}'),
        ("birthPlace", "Dandong, China", '{"alias":"Jin","country":"China"}'),
        ("notes", "from false passport", '{"field":"INDIVIDUAL_ALIAS/NOTE","of":"Jin"}'),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("윤호진", "ko"),
        ("尹鎬鎭", "zh"),
        ("윤 鎬鎭", "ko"),
        ("やまだ", "ja"),
        ("صدام حسين", "ar"),
        ("عبدالغنی برادر", ""),
        ("Эмират Кавказ", "ru"),
        ("Київ", ""),
        ("ኤርሚኣስ ግርማይ (Tigrinya)", ""),
        ("صدام (Saddam)", "ar"),
        ("NADA", ""),
        ("12 - 3", ""),
    ],
)
def test_a_script_gives_the_language_only_where_it_decides(text: str, expected: str) -> None:
    assert language(text) == expected


def born(inside: str) -> str:
    return f"<INDIVIDUAL_DATE_OF_BIRTH>{inside}</INDIVIDUAL_DATE_OF_BIRTH>"


DOB = "INDIVIDUAL_DATE_OF_BIRTH"


@pytest.mark.parametrize(
    ("inside", "expected", "problems"),
    [
        (
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1968-11-12-05:00</DATE>",
            [("birthDate", "1968-11-12", "")],
            [],
        ),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1968</YEAR>", [("birthDate", "1968", "")], []),
        ("<DATE>1968-11-12</DATE><YEAR>1968</YEAR>", [("birthDate", "1968-11-12", "")], []),
        (
            "<DATE>1968-11-12</DATE><YEAR>1967</YEAR>",
            [("birthDate", "1968-11-12", ""), ("birthDate", "1967", "")],
            [],
        ),
        (
            "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1968</YEAR>",
            [("birthDate", "1968", '{"circa":true}')],
            [],
        ),
        (
            "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1965</FROM_YEAR><TO_YEAR>1969</TO_YEAR>",
            [("birthDate", "1965", '{"to":"1969"}')],
            [],
        ),
        (
            "<FROM_YEAR>1965</FROM_YEAR><TO_YEAR>1969</TO_YEAR><NOTE>Approximately </NOTE>",
            [("birthDate", "1965", '{"circa":true,"to":"1969"}')],
            [],
        ),
        ("<NOTE>30 years old</NOTE>", [("notes", "30 years old", f'{{"field":"{DOB}/NOTE"}}')], []),
        (
            "<YEAR>1970</YEAR><NOTE>Sep.</NOTE>",
            [("birthDate", "1970", ""), ("notes", "Sep.", f'{{"field":"{DOB}/NOTE","of":"1970"}}')],
            [],
        ),
        (
            "<DATE>1968-02-30</DATE>",
            [("notes", "1968-02-30", f'{{"field":"{DOB}/DATE"}}')],
            ["bad_birth_date"],
        ),
        ("<YEAR>68</YEAR>", [("notes", "68", f'{{"field":"{DOB}/YEAR"}}')], ["bad_birth_date"]),
        (
            "<FROM_YEAR>1969</FROM_YEAR><TO_YEAR>1965</TO_YEAR>",
            [("notes", "1969 to 1965", f'{{"field":"{DOB}/FROM_YEAR"}}')],
            ["bad_birth_date"],
        ),
        (
            "<TO_YEAR>1965</TO_YEAR>",
            [("notes", "? to 1965", f'{{"field":"{DOB}/FROM_YEAR"}}')],
            ["bad_birth_date"],
        ),
        (
            "<TYPE_OF_DATE>GUESS</TYPE_OF_DATE><YEAR>1968</YEAR>",
            [("birthDate", "1968", "")],
            ["birth_date_form"],
        ),
        ("<TYPE_OF_DATE/>", [], []),
    ],
)
def test_forms_of_a_birth_date(
    inside: str, expected: list[tuple[str, str, str]], problems: list[str]
) -> None:
    parsed = read(born(inside))
    assert said(parsed, "birthDate", "notes") == expected
    assert codes(parsed) == problems


def test_a_birth_place_and_its_note() -> None:
    place = "<INDIVIDUAL_PLACE_OF_BIRTH>{}</INDIVIDUAL_PLACE_OF_BIRTH>"
    whole = "<STREET>Manono Territory</STREET><STATE_PROVINCE>Katanga</STATE_PROVINCE><NOTE>(now X)</NOTE>"
    assert said(read(place.format(whole)), "birthPlace", "notes") == [
        ("birthPlace", "Manono Territory, Katanga", ""),
        ("notes", "(now X)", '{"field":"INDIVIDUAL_PLACE_OF_BIRTH/NOTE","of":"Manono Territory, Katanga"}'),
    ]
    assert said(read(place.format("<NOTE>possibly Sabratha</NOTE>")), "birthPlace", "notes") == [
        ("birthPlace", "possibly Sabratha", "")
    ]


def paper(kind: str, inside: str) -> str:
    return f"<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>{kind}</TYPE_OF_DOCUMENT>{inside}</INDIVIDUAL_DOCUMENT>"


def test_a_passport_in_three_languages_is_one_number() -> None:
    number = "<NUMBER> 381420754 </NUMBER>"
    kinds = ("Passport", "Numéro de passeport ", "Número de pasaporte")
    parsed = read("".join(paper(kind, number) for kind in kinds))
    assert said(parsed, "passportNumber") == [("passportNumber", "381420754", "")]


def test_other_documents_say_their_type_and_country() -> None:
    parsed = read(
        paper(
            "National Identification Number",
            "<TYPE_OF_DOCUMENT2>Ration card no.</TYPE_OF_DOCUMENT2><NUMBER>0094195</NUMBER>"
            "<COUNTRY_OF_ISSUE>Iraq</COUNTRY_OF_ISSUE>",
        )
    )
    assert said(parsed, "idNumber", "notes") == [
        ("idNumber", "0094195", '{"country":"Iraq","type":"Ration card no."}')
    ]


def test_a_document_without_number_is_kept_as_notes_and_reported() -> None:
    parsed = read(paper("Passport", "<ISSUING_COUNTRY>Egypt</ISSUING_COUNTRY><NOTE>issued 1993</NOTE>"))
    assert said(parsed, "passportNumber", "notes") == [
        ("notes", "Egypt", '{"field":"INDIVIDUAL_DOCUMENT/ISSUING_COUNTRY","of":"Passport"}'),
        ("notes", "issued 1993", '{"field":"INDIVIDUAL_DOCUMENT/NOTE","of":"Passport"}'),
    ]
    assert codes(parsed) == ["document_without_number"]


def test_addresses_and_countries() -> None:
    parsed = read(
        "<INDIVIDUAL_ADDRESS><CITY>Dandong</CITY><COUNTRY>China</COUNTRY></INDIVIDUAL_ADDRESS>"
        "<INDIVIDUAL_ADDRESS><COUNTRY>China</COUNTRY><NOTE>in prison</NOTE></INDIVIDUAL_ADDRESS>"
        "<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>"
    )
    assert said(parsed, "address", "country", "notes") == [
        ("address", "Dandong, China", '{"country":"China"}'),
        ("country", "China", ""),
        ("notes", "in prison", '{"field":"INDIVIDUAL_ADDRESS/NOTE","of":"China"}'),
    ]


@pytest.mark.parametrize(("text", "expected"), [("MALE", ["male"]), ("Female", ["female"]), ("Unknown", [])])
def test_gender_is_spelled_one_way(text: str, expected: list[str]) -> None:
    assert [s.value for s in of(read(f"<GENDER>{text}</GENDER>"), "gender")] == expected


def test_empty_fields_and_fields_about_the_file_say_nothing() -> None:
    parsed = read(
        "<DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><SORT_KEY/><SORT_KEY_LAST_MOD/><COMMENTS1>  </COMMENTS1>"
        "<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><INDIVIDUAL_DOCUMENT/><INDIVIDUAL_PLACE_OF_BIRTH/>"
        "<DESIGNATION><VALUE>na</VALUE></DESIGNATION><!-- a comment --><?a processing instruction?>"
    )
    assert [s.prop for s in parsed.sightings] == ["Sanction", "name"]
    assert parsed.problems == []


def test_the_volatile_numbers_of_a_record_change_no_statement() -> None:
    first, second = (read(f"<DATAID>{n}</DATAID><VERSIONNUM>{n}</VERSIONNUM>" + alias("Ri")) for n in "12")
    assert first.sightings == second.sightings


def test_unknown_fields_are_kept_as_notes_and_reported_in_one_problem() -> None:
    parsed = read(
        "<LEI>00</LEI><GENDER a='b'>Male<i>x</i></GENDER>loose<GENDER>Female</GENDER>"
        "<NEW><DEEP>y</DEEP></NEW><EMPTY/>" + alias("Ri", inside="<SCRIPT>Latin</SCRIPT>")
    )
    (problem,) = parsed.problems
    assert problem.code == "unread_fields"
    assert problem.what == (
        "#text (1), EMPTY (1), GENDER (1), GENDER/@a (1), GENDER/i (1), INDIVIDUAL_ALIAS/SCRIPT (1), LEI (1),"
        " NEW/DEEP (1): unknown, kept as notes"
    )
    assert sorted(s.value for s in of(parsed, "notes")) == sorted(
        ["00", "b", "x", "loose", "Female", "y", "Latin"]
    )


def test_a_reference_on_two_records_quarantines_both() -> None:
    parsed = parse(document(record(alias("A")) + record(alias("B")), record(tag="ENTITY")), "list")
    assert parsed.sightings == []
    assert parsed.records == 3
    assert [q.party for q in parsed.quarantined] == ["un-KPi.001"] * 3
    assert "<ALIAS_NAME>B</ALIAS_NAME>" in parsed.quarantined[1].row
    assert codes(parsed) == ["id_on_two_parties"] * 3
