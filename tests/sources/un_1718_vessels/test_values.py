"""What each cell of the list becomes, and what dates it."""

from __future__ import annotations

from tests.sources.un_1718_vessels.documents import (
    FIXTURE,
    cell,
    codes,
    document,
    read,
    row,
    said,
    ship,
)
from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.sources.un_1718_vessels.parse import parse
from yalu.sources.un_1718_vessels.ships import MEASURES


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert codes(parsed) == [
        "numbering",
        "imo_check_digit",
        "no_imo",
        "id_on_two_parties",
        "id_on_two_parties",
    ]
    assert parsed.stated == Interval("2020-06-04", "2020-06-04")
    assert parsed.records == 7
    assert [q.where for q in parsed.quarantined] == [f"un_1718_vessels.html no. {n}" for n in (6, 8)]


def test_a_title_without_a_day_leaves_the_copy_undated() -> None:
    assert parse(document(ship(), title="Designated Vessels"), "list").stated == OPEN


def test_a_hull_is_the_party_and_a_radio_number_joins_nothing() -> None:
    mmsi = "\nMMSI:\n1: 445114000"
    parsed = parse(
        document(ship(imo="8909575" + mmsi), ship(number="2", imo="7937317" + mmsi)),
        "list",
    )
    assert [(s.party, s.value) for s in parsed.sightings if s.prop == "mmsi"] == [
        ("imo-8909575", "445114000"),
        ("imo-7937317", "445114000"),
    ]
    assert "sameAs" not in {s.prop for s in parsed.sightings}
    assert codes(parsed) == []


def test_each_measure_has_the_day_of_its_designation() -> None:
    second = row(
        cell("Other information"), cell("na"), *map(cell, ("30-Mar-18", "na", "Yes", "na", "na", "na"))
    )
    parsed = read(day="03-Oct-17", below=second)
    listing, *programs = [s for s in parsed.sightings if s.prop in ("Sanction", "program")]
    assert (listing.value, listing.detail, listing.known_hi) == (
        "UN",
        '{"list":"1718 vessels"}',
        "2017-10-03",
    )
    assert [(s.value, s.known_by, s.known_hi, s.from_hi) for s in programs] == [
        (MEASURES[3], KnownBy.LISTING, "2017-10-03", "2017-10-03"),
        (MEASURES[1], KnownBy.LISTING, "2018-03-30", "2018-03-30"),
    ]


def test_names_and_numbers_keep_the_number_by_which_they_belong_together() -> None:
    below = row(cell("Flag"), cell("1. Cambodia 2. Democratic People’s\nRepublic of Korea"))
    below += row(cell("Call Sign"), cell("1: XUJX5 2: HMXQ"))
    parsed = read(names="1: Petrel 1 2: Thae Pyong San", imo="9009085\n\nMMSI: 1:515040000", below=below)
    assert said(parsed, "name", "alias", "flag", "callSign", "mmsi") == [
        ("name", "Petrel 1", ""),
        ("alias", "Thae Pyong San", '{"numbered":"2"}'),
        ("mmsi", "515040000", '{"numbered":"1"}'),
        ("flag", "Cambodia", '{"numbered":"1"}'),
        ("flag", "Democratic People’s Republic of Korea", '{"numbered":"2"}'),
        ("callSign", "XUJX5", '{"numbered":"1"}'),
        ("callSign", "HMXQ", '{"numbered":"2"}'),
    ]


def test_a_ship_without_an_imo_number_has_its_name_in_its_id() -> None:
    parsed = read(imo="Does not exist", names="1: MIN NING DE YOU 078")
    assert {s.party for s in parsed.sightings} == {"name-min-ning-de-you-078"}
    assert said(parsed, "notes") == [("notes", "Does not exist", '{"field":"IMO number"}')]
    assert codes(parsed) == ["no_imo"]


def test_quoted_references_tie_a_ship_to_the_party_behind_it() -> None:
    below = row(cell("Designated\nas economic resources of"), cell("Phyongchon Shipping\n(Kpe.070)"))
    parsed = read(measures=("Yes", "na", "na", "na", "Yes"), below=below)
    assert [value for _, value, _ in said(parsed, "UnknownLink")] == ["un-KPe.020", "un-KPe.070"]


def test_wrapped_lines_and_empty_cells_change_nothing() -> None:
    plain = read(below=row(cell("Other information"), cell("M/V one two")))
    wrapped = row(cell(""), cell("Other\ninformation"), cell("M/V  one\ntwo"), *[cell("")] * 6)
    assert read(below=wrapped).sightings == plain.sightings
