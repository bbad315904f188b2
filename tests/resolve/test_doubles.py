"""A list's record that may be a listing of the casebook under another id is not counted beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.resolve.made import record, resolution
from tests.screening.made import snapshot
from yalu.evidence.joins import Joins
from yalu.evidence.view import Evidence
from yalu.model.statement import Statement
from yalu.resolve.grouping import Grouped

DAY = "2016-12-09"


def listed(id_: str, kind: str, name: str, source: str, day: str = DAY, latest: str = "") -> list[Statement]:
    """A record with a listing of that day, or of that day at the latest."""
    begun = {"from_lo": "" if latest else day, "from_hi": latest or day}
    rows = record(id_, kind, name, source=source)
    return [replace(s, **begun) if s.prop == "Sanction" else s for s in rows]


def settled(folder: Path, one: str, *records: list[Statement], resolved: bool = True) -> bool:
    held = snapshot(folder / "view", [s for rows in records for s in rows])
    grouping = Grouped(resolution(folder, *records)) if resolved else None
    return Joins(Evidence(held, grouping).at("2026-01-01")).settled(one)


COPY = listed("ofac-1", "Company", "Eastern Bright Machinery Group", "casebook")


def test_the_same_day_and_an_unlike_name_is_to_be_looked_at(tmp_path: Path) -> None:
    assert not settled(tmp_path, "jp-1", COPY, listed("jp-1", "Company", "Dong Guang Jixie", "jp_mof"))


def test_so_is_a_listing_of_that_day_at_the_latest(tmp_path: Path) -> None:
    late = listed("jp-1", "Organization", "Dong Guang Jixie", "jp_mof", latest=DAY)
    assert not settled(tmp_path, "jp-1", COPY, late)


@pytest.mark.parametrize(
    "mine",
    [
        listed("jp-1", "Company", "Dong Guang Jixie", "jp_mof", day="2016-12-10"),
        listed("jp-1", "Person", "Dong Guang", "jp_mof"),
        listed("jp-1", "Company", "Dong Guang Jixie", "jp_mof", latest="2020-01-01"),
    ],
    ids=["another day", "another kind", "another day at the latest"],
)
def test_what_cannot_be_that_listing_counts(tmp_path: Path, mine: list[Statement]) -> None:
    assert settled(tmp_path, "jp-1", COPY, mine)


def test_where_the_casebooks_listing_is_joined_to_a_record_of_the_list_another_record_counts(
    tmp_path: Path,
) -> None:
    twin = listed("jp-2", "Company", "Eastern Bright Machinery Group", "jp_mof")
    other = listed("jp-1", "Company", "Dong Guang Jixie", "jp_mof")
    assert settled(tmp_path, "jp-1", COPY, twin, other)


def test_where_nothing_was_resolved_only_what_is_joined_is_settled(tmp_path: Path) -> None:
    mine = listed("jp-1", "Company", "Dong Guang Jixie", "jp_mof", day="2016-12-10")
    assert not settled(tmp_path, "jp-1", COPY, mine, resolved=False)
