"""What merges records without asking, and what keeps them apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.resolve.made import grouped, parties, record
from yalu.model.statement import Statement
from yalu.resolve.grouping import Grouped

EVERGLORY, OTHER_HULL = "8909915", "9187629"
SHIP = "Vessel"


def one(*ids: str) -> set[frozenset[str]]:
    return {frozenset(ids)}


def test_ships_with_one_imo_number_are_one_whatever_their_names(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", SHIP, "EVER BRIGHT 88", imoNumber=EVERGLORY),
        record("y-1", SHIP, "FAN KE", imoNumber=f"IMO {EVERGLORY}"),
    )
    assert parties(found) == one("x-1", "y-1")


def test_an_mmsi_that_two_hulls_have_merges_nothing(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", SHIP, "CHONG RIM 2", imoNumber=EVERGLORY, mmsi="445114000"),
        record("y-1", SHIP, "CHONG RIM 2", imoNumber=OTHER_HULL, mmsi="445114000"),
        record("z-1", SHIP, "PAEK MA", mmsi="445114000"),
    )
    assert not parties(found)
    assert not [d for d in found.queue("2026-01-01") if {d.a, d.b} == {"x-1", "y-1"}]


def test_a_number_that_fails_its_check_digit_merges_nothing(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", SHIP, "EVER BRIGHT 88", imoNumber="8909916"),
        record("y-1", SHIP, "FAN KE", imoNumber="8909916"),
    )
    assert not parties(found)


def test_a_number_that_one_list_has_on_two_ships_waits(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", SHIP, "EVER BRIGHT 88", imoNumber=EVERGLORY),
        record("x-2", SHIP, "SAM JONG 1", imoNumber=EVERGLORY),
        record("y-1", SHIP, "FAN KE", imoNumber=EVERGLORY),
    )
    assert not parties(found)
    assert {frozenset((d.a, d.b)) for d in found.queue("2026-01-01")} >= {frozenset(("x-1", "y-1"))}


@pytest.mark.parametrize(
    ("births", "merged"),
    [(("1962-02-18", "1962-02-18"), True), (("1962-02-18", "1971-05-05"), False), (("", ""), False)],
)
def test_a_passport_needs_the_birth_date_beside_it(
    tmp_path: Path, births: tuple[str, str], merged: bool
) -> None:
    facts = [{"birthDate": b} if b else {} for b in births]
    found = grouped(
        tmp_path,
        record("x-1", "Person", "Ri Won Ho", passportNumber="381310014", **facts[0]),
        record("y-1", "Person", "Pak Chun Il", passportNumber="381310014", **facts[1]),
    )
    assert parties(found) == (one("x-1", "y-1") if merged else set())


def quoting(folder: Path, name: str, birth: str) -> Grouped:
    return grouped(
        folder,
        record("un-KPi.056", "Person", "Jang Song Chol", source="un_sc", birthDate="1967-03-12"),
        record("gb-1", "Person", name, source="uk_ofsi", birthDate=birth, quotes="un-KPi.056"),
    )


def test_a_quoted_reference_merges(tmp_path: Path) -> None:
    assert parties(quoting(tmp_path, "Song Chol JANG", "1967")) == one("un-KPi.056", "gb-1")


def test_a_wrong_reference_merges_nothing_and_waits(tmp_path: Path) -> None:
    found = quoting(tmp_path, "Ryong KANG", "1969-08-21")
    assert not parties(found)
    [doubt] = found.queue("2026-01-01")
    assert "quotes the reference KPi.056" in doubt.why
    assert "1969-08-21" in doubt.why


def test_a_rare_name_and_birth_date_merge_and_a_namesake_stays_apart(tmp_path: Path) -> None:
    crowd = [record(f"z-{n}", "Person", f"Person Number{n} Othername{n}") for n in range(300)]
    found = grouped(
        tmp_path,
        record("x-1", "Person", "Kim Yong Chol", birthDate="1946", country="KP"),
        record("x-2", "Person", "Kim Yong Chol", birthDate="1962-02-18", country="KP"),
        record("y-1", "Person", "KIM Yong-chol", birthDate="1962-02-18", country="KP"),
        record("y-2", "Person", "KIM Yong-chol", birthDate="1946", country="KP"),
        record("y-3", "Person", "Kim Tong Chol", birthDate="1966-01-28", country="KP"),
        record("x-3", "Person", "Kim Chol Nam", birthDate="1970-02-19", country="KP"),
        *crowd,
    )
    assert parties(found) == {frozenset(("x-1", "y-2")), frozenset(("x-2", "y-1"))}


def test_two_of_one_list_that_fit_a_third_leave_it_alone(tmp_path: Path) -> None:
    crowd = [record(f"z-{n}", "Person", f"Person Number{n} Othername{n}") for n in range(300)]
    found = grouped(
        tmp_path,
        record("x-1", "Person", "Kim Yong Chol"),
        record("x-2", "Person", "Kim Yong Chol"),
        record("y-1", "Person", "Kim Yong Chol"),
        *crowd,
    )
    assert not parties(found)
    assert any("fits as well" in d.why for d in found.queue("2026-01-01"))


def test_a_proof_joins_from_the_day_on_which_it_was_known(tmp_path: Path) -> None:
    found = grouped(
        tmp_path,
        record("x-1", SHIP, "EVER BRIGHT 88", imoNumber=EVERGLORY, known="2017-01-01"),
        record("y-1", SHIP, "FAN KE", known="2017-01-01")
        + record("y-1", SHIP, "FAN KE", imoNumber=EVERGLORY, known="2018-03-30"),
    )
    assert not parties(found, "2018-03-29")
    assert parties(found, "2018-03-30") == one("x-1", "y-1")
    from yalu.model.clock import Mode

    assert set(found.pending("2018-03-29", Mode.STRICT)) >= {"x-1", "y-1"}


def copied(id_: str, name: str, day: str, source: str = "casebook", **facts: str) -> list[Statement]:
    """A record that says since when it is on the US list."""
    rows = record(id_, "Person", name, source=source, **facts)
    return [replace(s, from_lo=day, from_hi=day) if s.prop == "Sanction" else s for s in rows]


SINCE = "2012-03-02"


def test_a_listing_that_the_casebook_copied_is_the_listing_itself(tmp_path: Path) -> None:
    copy = copied("casebook-jacob", "Jacob STEIGER", SINCE)
    found = grouped(tmp_path, copy, copied("us-1", "Steiger, Jacob", SINCE, "us"))
    assert [e.rule for e in found.resolution.edges] == ["listed"]
    assert parties(found) == one("casebook-jacob", "us-1")


@pytest.mark.parametrize(
    "others",
    [
        [copied("us-1", "Steiger, Jacob", "2012-03-03", "us")],
        [copied("us-1", "Steiger, Jakob", SINCE, "us")],
        [copied("us-1", "Steiger, Jacob", SINCE, "us", birthDate="1970-01-01")],
        [copied("us-1", "Steiger, Jacob", SINCE, "us"), copied("us-2", "Jacob Steiger", SINCE, "us")],
        [copied("us-1", "Steiger, Jacob", SINCE, "us"), copied("casebook-2", "Jacob Steiger", SINCE)],
        [copied("us-1", "Steiger, Jacob", "", "us")],
    ],
    ids=["another day", "another name", "another man", "two on the list", "two in the casebook", "no day"],
)
def test_what_is_not_the_same_listing_proves_nothing(tmp_path: Path, others: list[list[Statement]]) -> None:
    copy = copied("casebook-jacob", "Jacob STEIGER", SINCE, birthDate="1941-04-27")
    found = grouped(tmp_path, copy, *others)
    assert not [e for e in found.resolution.edges if e.rule == "listed"]


def test_it_is_proof_from_the_day_on_which_both_were_known(tmp_path: Path) -> None:
    late = copied("us-1", "Steiger, Jacob", SINCE, "us", known="2024-01-01")
    found = grouped(tmp_path, copied("casebook-jacob", "Jacob STEIGER", SINCE), late)
    assert not parties(found, "2023-12-31")
    assert parties(found, "2024-01-01") == one("casebook-jacob", "us-1")
