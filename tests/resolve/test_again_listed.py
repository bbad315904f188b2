"""Two records of one list under two of its measures: one listing told again, or two men of a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.resolve.made import grouped, parties, record
from yalu.model.statement import Statement, canonical
from yalu.resolve.grouping import Grouped

NAME, ALIAS = "Maksud Tolvanen Ashgari", "Maqsood Tolvane"
COUNTRY, UN = "measures of the country", "measures of the UN"


def under(regime: str, id_: str, *names: str, **facts: Any) -> list[Statement]:
    """A record that its list has for a measure."""
    detail = canonical({"regime": regime})
    rows = record(id_, "Person", *names, **facts)
    return [replace(s, detail=detail) if s.prop == "Sanction" else s for s in rows]


def beside_a_third(folder: Path, *two: list[Statement]) -> Grouped:
    crowd = [record(f"z-{n}", "Person", f"Person Number{n} Othername{n}") for n in range(300)]
    return grouped(folder, *two, record("y-1", "Person", NAME), *crowd)


def test_a_listing_told_again_does_not_keep_a_third_record_from_it(tmp_path: Path) -> None:
    found = beside_a_third(tmp_path, under(COUNTRY, "x-1", NAME), under(UN, "x-2", NAME, ALIAS))
    [merged] = parties(found)
    assert "y-1" in merged and len(merged) == 2, "the list still keeps its own two records apart"
    waiting = [d for d in found.queue("2026-01-01") if {"x-1", "x-2"} & {d.a, d.b}]
    assert waiting and "records of their own" in waiting[0].why


@pytest.mark.parametrize(
    "second",
    [
        under(COUNTRY, "x-2", NAME),  # for the same measure
        under(UN, "x-2", NAME, birthDate="1971-05-05"),
        under(UN, "x-2", NAME, nationality="DE"),
        record("x-2", "Person", NAME),  # for nobody knows what
    ],
)
def test_anything_that_differs_makes_them_rivals(tmp_path: Path, second: list[Statement]) -> None:
    first = under(COUNTRY, "x-1", NAME, birthDate="1962-02-18", nationality="KP")
    found = beside_a_third(tmp_path, first, second)
    assert not parties(found)
    assert any("fits as well" in d.why for d in found.queue("2026-01-01"))


def test_each_with_a_name_of_its_own_is_somebody_else(tmp_path: Path) -> None:
    two = under(COUNTRY, "x-1", NAME, "Abu Ferid"), under(UN, "x-2", NAME, ALIAS)
    assert not parties(beside_a_third(tmp_path, *two))
