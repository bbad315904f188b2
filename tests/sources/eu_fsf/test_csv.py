"""The CSV edition: what each column becomes, what dates it, and what is refused."""

from __future__ import annotations

import pytest

from tests.sources.eu_fsf.documents import FIXTURE, codes, document, read, rewrapped, row, said
from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.eu_fsf.csv_edition import COLUMNS
from yalu.sources.eu_fsf.parse import parse


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == ["bad_birth_date", "id_on_two_parties", "letters_lost"]
    assert parsed.stated == Interval("2018-07-04", "2018-07-04")
    assert parsed.records == 3
    assert [q.party for q in parsed.quarantined] == ["eu-9003.2"]


def test_a_listing_was_in_force_by_its_earliest_act() -> None:
    rows = row(), row(Leba_publication_date="2013-04-23"), row(Programme="TERR", Leba_publication_date="")
    listings = [s for s in parse(document(*rows), "list").sightings if s.prop == "Sanction"]
    assert [(s.detail, s.known_by, s.known_lo, s.known_hi) for s in listings] == [
        ('{"regime":"PRK"}', KnownBy.INSTRUMENT, "", "2013-04-23"),
        ('{"regime":"TERR"}', KnownBy.COPIES, "", ""),
    ]


def test_each_value_bears_the_day_of_its_own_act() -> None:
    parsed = read(Naal_wholename="RI", Naal_leba_publication_date="2017-10-16")
    (name,) = [s for s in parsed.sightings if s.prop == "name"]
    assert (name.known_by, name.known_hi) == (KnownBy.INSTRUMENT, "2017-10-16")


def test_a_name_in_two_acts_is_known_by_the_earlier() -> None:
    rows = [row(Naal_wholename="RI", Naal_leba_publication_date=day) for day in ("2018-02-16", "2002-09-13")]
    names = [s for s in parse(document(*rows), "list").sightings if s.prop in ("name", "alias")]
    assert [(s.prop, s.known_hi) for s in names] == [("name", "2002-09-13")]


def test_names_carry_their_language_and_lost_letters_are_flagged() -> None:
    rows = (
        row(Naal_wholename="RI"),
        row(Naal_wholename="РИ", Naal_language="BG"),
        row(Naal_wholename="Revolu?ní", Naal_language="CS"),
        row(Naal_wholename="Who?", Naal_function="Why?"),
    )
    parsed = parse(document(*rows), "list")
    names = [(s.value, s.lang, s.flag) for s in parsed.sightings if s.prop in ("name", "alias")]
    assert names == [
        ("RI", "", ""),
        ("РИ", "bg", ""),
        ("Revolu?ní", "cs", "damaged"),
        ("Who?", "", "damaged"),
    ]
    assert codes(parsed) == ["letters_lost"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "AD001095 (passport-National passport) ((passport))",
            ("passportNumber", "AD001095", '{"note":"((passport))"}'),
        ),
        (
            "63-646650 Q70 (id-National identification card)",
            ("idNumber", "63-646650 Q70", '{"type":"National identification card"}'),
        ),
        ("no form at all", ("notes", "no form at all", '{"field":"Iden_number"}')),
    ],
)
def test_documents(text: str, expected: tuple[str, str, str]) -> None:
    found = said(read(Iden_number=text), "passportNumber", "idNumber", "notes")
    assert [(prop, value, detail) for prop, value, _, detail in found] == [expected]


def test_what_a_spreadsheet_saved_anew_says_the_same() -> None:
    plain, again = parse(FIXTURE, "list"), parse(rewrapped(FIXTURE), "list")
    assert again.sightings == plain.sightings
    assert codes(again) == ["rewrapped", *codes(plain)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" ", "the file is empty"),
        (FIXTURE.decode().encode("utf-16"), "the file is UTF-16"),
        (FIXTURE.replace(b"Programme;", b"Program;", 1), "lacks Programme and has the new 'Program'"),
        (document(), "the rows bear 0 days"),
        (document(row(), row(Date_file="05/07/2018")), "the rows bear 2 days"),
        (document(row(Date_file="2018-07-04")), "row 2: Date_file is '2018-07-04'"),
        (document(row(Subject_type="X")), "row 2: Subject_type is 'X'"),
        (document(row(Entity_logical_id="x")), "row 2: Entity_logical_id is 'x'"),
        (document(row(Programme="")), "row 2: Programme is empty"),
        (document(row())[:-30], "row 2: .* fields"),
        (document(row(), header=COLUMNS[:-1]), "lacks EU_ref_num"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("eu_fsf: eu_fsf.csv")
    assert caught.value.expected
