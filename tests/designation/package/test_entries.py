"""The entry for each list holds what is known and nothing else, and its reader takes the same out again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.designation.package import subjects
from tests.designation.package.subjects import MARKS, number, value
from yalu.designation.package.entries import ofac, readback
from yalu.designation.package.entries.entry import BIRTH, NAME, NUMBER, Assigned, Entry
from yalu.designation.package.subject import Subject
from yalu.sources.ofac_sdn.pieces import LIMIT
from yalu.sources.uk_ofsi.table import COLUMNS

SUBJECTS = {"person": subjects.person(), "company": subjects.company(), "ship": subjects.ship()}
NAMES_OF_A_PERSON = {"RI, Won Ho", "RI Won-ho", "Mr. Ri; Boss", "KIM Won Ho"}


DAY = "2026-11-24"


def differences_of(subject: Subject) -> dict[str, list[str]]:
    return readback.differences(readback.entries(subject, MARKS, DAY))


def entry(subject: Subject, layout: str) -> Entry:
    return next(e for e in readback.entries(subject, MARKS, DAY) if e.layout == layout)


def read(layout: str, subject: Subject) -> dict[str, set[str]]:
    """What the list's own reader takes from the files of the entry."""
    found: dict[str, set[str]] = {}
    for s in readback.read(entry(subject, layout)):
        found.setdefault(s.prop, set()).add(s.value)
    return found


@pytest.mark.parametrize("kind", SUBJECTS)
def test_each_entry_is_read_back_by_the_reader_of_its_list(kind: str) -> None:
    differences = differences_of(SUBJECTS[kind])
    assert not any(differences.values())
    assert set(differences) == ({"OFAC", "UK"} if kind == "ship" else {"OFAC", "UN", "EU", "UK"})


def test_names_dates_and_numbers_of_a_person_on_all_four_lists() -> None:
    person = SUBJECTS["person"]
    original = {"리원호", "李元浩"}
    for layout, names, births in (
        ("OFAC", NAMES_OF_A_PERSON, {"1964-07-17", "1962", "1960", "1964-08"}),
        ("UN", NAMES_OF_A_PERSON | original, {"1964-07-17", "1962", "1960", "1964"}),
        ("EU", NAMES_OF_A_PERSON | original, {"1964-07-17", "1962", "1960", "1964-08"}),
        ("UK", NAMES_OF_A_PERSON, {"1964-07-17", "1962", "1960", "1964-08"}),
    ):
        found = read(layout, person)
        assert {n for p in ("name", "alias", "weakAlias", "previousName") for n in found.get(p, ())} == names
        assert found["name"] == {"RI, Won Ho"} and found["birthDate"] == births, layout
        assert found["passportNumber"] == {"381310014"}, layout
        assert found["Sanction"] == {"US" if layout == "OFAC" else layout}
    assert read("OFAC", person)["idNumber"] == read("UN", person)["idNumber"] == {"D489833(9)"}
    assert read("UN", person)["nationality"] == {"Democratic People's Republic of Korea"}
    assert read("OFAC", person)["nationality"] == {"Korea, North"}


def test_a_ship_keeps_its_numbers_on_the_lists_that_hold_ships() -> None:
    for layout in ("OFAC", "UK"):
        found = read(layout, SUBJECTS["ship"])
        assert (found["imoNumber"], found["mmsi"]) == ({"7406784"}, {"572469210"}), layout
        assert found["previousName"] == {"ANA I"}
    for layout in ("UN", "EU"):
        none = entry(SUBJECTS["ship"], layout)
        assert none.files == {} and "ships" in none.why


def test_number_and_day_are_provisional_and_are_told_so() -> None:
    for subject in SUBJECTS.values():
        for one in readback.entries(subject, MARKS, DAY):
            assert not one.files or {s.party.rsplit("-", 1)[1] for s in readback.read(one)} == {
                readback.NUMBERS[one.layout]
            }
            told = one.as_json()
            assert not one.files or told["provisional"] == {
                "number": readback.NUMBERS[one.layout],
                "day": DAY,
            }
    [row] = csv.reader(io.StringIO(entry(SUBJECTS["company"], "OFAC").files["sdn.csv"].decode()))
    assert row[0] == "99999" and row[3].strip() == "-0-"


def test_nothing_is_invented_for_a_party_with_a_name_alone() -> None:
    bare = Subject("Organization", value("Invented Office"), (), (), (), (), {}, ())
    for one in readback.entries(bare, MARKS, DAY):
        said = {f.name for f in one.fields}
        assert said <= {
            *("SDN_Name", "FIRST_NAME", "UN_LIST_TYPE", "wholeName", "programme", "classificationCode"),
            *("Name 6 (Prime Alias)", "Group Type", "Regime"),
        }
        assert one.carried == {(NAME, "Invented Office")}
    rows = list(csv.reader(io.StringIO(entry(bare, "UK").files["uk_conlist.csv"].decode())))
    filled = {c: v for c, v in zip(COLUMNS, rows[2], strict=True) if v}
    assert filled == {
        "Name 6": "Invented Office",
        "Alias Type": "Prime Alias",
        "Group Type": "Entity",
        "Regime": MARKS["UK"],
        **{"Group ID": "99999", "Listed On": "24/11/2026", "Last Updated": "24/11/2026"},
    }


def test_what_a_layout_has_no_place_for_is_said() -> None:
    person = SUBJECTS["person"]
    said = " ".join(entry(person, "OFAC").left_out)
    assert "리원호" in said and "李元浩" in said
    assert "1964-08" in " ".join(entry(person, "UN").left_out)
    assert "KIM Won Ho" in " ".join(entry(person, "EU").left_out)
    assert "approximate" in " ".join(entry(person, "UK").left_out)


def test_no_latin_name_is_made_up() -> None:
    korean = subjects.company(name=None, aliases=(), original=(value("푸른호수해운회사", "ko"),))
    for layout in ("OFAC", "UN", "UK"):
        none = entry(korean, layout)
        assert none.files == {} and "none is transcribed" in none.why
    assert read("EU", korean)["name"] == {"푸른호수해운회사"}


def test_remarks_end_before_the_limit_and_the_rest_is_told() -> None:
    many = tuple(number("registrationNumber", f"{n:012d}") for n in range(80))
    one = entry(subjects.company(numbers=many), "OFAC")
    [row] = csv.reader(io.StringIO(one.files["sdn.csv"].decode()))
    assert len(row[11]) < LIMIT
    carried = {v for what, v in one.carried if what == NUMBER}
    told = {n.value for n in many if any(n.value in x for x in one.left_out)}
    assert carried | told == {n.value for n in many} and carried and told and not carried & told


def test_countries_stand_as_lists_write_them() -> None:
    british = subjects.company(numbers=(number("registrationNumber", "01573317", country="GB"),))
    assert not any(differences_of(british).values())
    assert b"01573317 (United Kingdom)" in entry(british, "OFAC").files["sdn.csv"]
    assert b'countryDescription="UNITED KINGDOM"' in entry(british, "EU").files["eu_fsf.xml"]


def test_of_several_radio_numbers_the_uk_entry_promises_the_first() -> None:
    two = subjects.ship(numbers=(number("mmsi", "445118000"), number("mmsi", "445549000")))
    assert not any(differences_of(two).values())
    assert b"MMSI 445549000" in entry(two, "UK").files["uk_conlist.csv"]


def test_a_number_that_is_lost_is_told_as_a_difference() -> None:
    odd = subjects.company(numbers=(number("registrationNumber", "no digits at all"),))
    assert any("no digits at all" in d for d in differences_of(odd)["OFAC"])


def test_a_un_reference_goes_with_the_entry() -> None:
    known = replace(SUBJECTS["person"], un_reference="KPi.901")
    assert read("EU", known)["quotes"] == {"un-KPi.901"}


@given(
    names=st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf"]),
            min_size=1,
            max_size=40,
        ),
        min_size=1,
        max_size=4,
        unique=True,
    )
)
@settings(max_examples=60)
def test_whatever_the_names_an_entry_is_written_and_never_read_as_another_party(names: list[str]) -> None:
    """What a reader makes of odd names is told; a number or date never comes out of a name."""
    first, *rest = names
    odd = Subject("Company", value(first), (), tuple(map(value, rest)), (), (), {}, ())
    for layout, found in differences_of(odd).items():
        assert all(NUMBER not in d and BIRTH not in d for d in found), (layout, found)
    assigned = Assigned("7", "2000-01-01")
    assert ofac.write(odd, assigned).files["sdn.csv"].count(b"\r\n") >= 1
