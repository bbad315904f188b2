"""The safety score at each threshold, and as a range where an input is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from yalu.errors import UsageError
from yalu.fleet.files.columns import Line, Sheet
from yalu.fleet.targeting.inspections import Inspections, records
from yalu.fleet.targeting.safety import Safety, safety

DAY = "2026-06-15"
FULL = Inspections("2026-06-01", "white", True, "high", "high", 2, 0, 0)


def row(score: Safety, code: str) -> tuple[int, int | None, bool]:
    [found] = [r for r in score.rows if r.code == code]
    return found.lowest, found.highest, found.missing


def test_without_any_input_it_is_a_range_and_cannot_tell() -> None:
    score = safety(DAY, (), "", None)
    assert score.profile == "cannot tell" and score.possible == ("high", "standard", "low")
    assert (score.lowest, score.highest) == (0, None)
    assert len(score.missing) == len(score.rows) == 7
    assert all("inputs missing" in r.text for r in score.rows)


@pytest.mark.parametrize(
    ("types", "found"),
    [
        (("Bulk Carrier",), (2, 2, False)),
        (("Crude Oil Tanker",), (2, 2, False)),
        (("General Cargo",), (0, 0, False)),
        (("80",), (2, 2, False)),
        (("70",), (0, 2, True)),
        (("30",), (0, 0, False)),
        (("General Cargo", "Bulk Carrier"), (0, 2, True)),
        (("mystery",), (0, 2, True)),
        ((), (0, 2, True)),
    ],
)
def test_type(types: tuple[str, ...], found: tuple[int, int, bool]) -> None:
    assert row(safety(DAY, types, "", None), "type") == found


@pytest.mark.parametrize(
    ("built", "found"),
    [
        ("2013", (1, 1, False)),
        ("2014", (0, 1, True)),
        ("2015", (0, 0, False)),
        ("2014-06-14", (1, 1, False)),
        ("2014-06-15", (0, 0, False)),
        ("2027", (0, 1, True)),
        ("", (0, 1, True)),
    ],
)
def test_more_than_twelve_years(built: str, found: tuple[int, int, bool]) -> None:
    assert row(safety(DAY, (), built, None), "age") == found


@pytest.mark.parametrize(
    ("change", "code", "points"),
    [
        ({"flag": "black"}, "flag", 1),
        ({"flag": "grey"}, "flag", 0),
        ({"organization": "low"}, "organization", 1),
        ({"organization": "medium"}, "organization", 0),
        ({"company": "very low"}, "company", 2),
        ({"company": "none"}, "company", 2),
        ({"company": "medium"}, "company", 0),
        ({"over_five": 3}, "deficiencies", 3),
        ({"detentions": 2}, "detentions", 0),
        ({"detentions": 3}, "detentions", 1),
    ],
)
def test_each_record_at_its_threshold(change: dict[str, Any], code: str, points: int) -> None:
    score = safety(DAY, ("General Cargo",), "2020", replace(FULL, **change))
    assert row(score, code) == (points, points, False)


def test_profiles() -> None:
    low = safety(DAY, ("General Cargo",), "2020", FULL)
    assert low.profile == "low" and low.windows == {"low": (9, 18)} and low.range == "0"
    assert safety(DAY, ("General Cargo",), "2020", replace(FULL, inspections=0)).profile == "standard"
    three = replace(FULL, over_five=1)
    assert safety(DAY, ("Bulk Carrier",), "2020", three).profile == "standard"
    four = safety(DAY, ("Bulk Carrier",), "2010", three)
    assert four.profile == "high" and four.lowest == 4 and four.windows == {"high": (2, 4)}
    partial = safety(DAY, ("Bulk Carrier",), "2010", Inspections("2026-06-01", flag="black"))
    assert partial.profile == "high" or partial.possible == ("high", "standard")


def test_a_record_of_a_later_day_does_not_count() -> None:
    assert safety(DAY, (), "", replace(FULL, day="2026-06-16")).missing == safety(DAY, (), "", None).missing


def test_before_the_regime_there_is_no_profile_and_later_works_are_not_cited() -> None:
    early = safety("2013-12-31", ("Bulk Carrier",), "1980", None)
    assert early.profile == "cannot tell" and not early.rows and not early.citations
    assert safety("2014-01-01", (), "", None).citations


def test_records_of_a_file() -> None:
    def sheet(**cells: str) -> Sheet:
        return Sheet([Line(2, {"imo": "9074729", "day": "2026-01-05"} | cells)], "")

    [one] = records(sheet(flag="Gray", audited="yes", over_five="2"), DAY).values()
    assert one == Inspections("2026-01-05", "grey", True, over_five=2)
    assert not records(sheet(day="2026-07-01"), DAY)
    for wrong in ({"flag": "pink"}, {"detentions": "some"}, {"day": "soon"}, {"audited": "perhaps"}):
        with pytest.raises(UsageError, match="row 2"):
            records(sheet(**wrong), DAY)
