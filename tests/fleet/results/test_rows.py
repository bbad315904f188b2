"""A row of a result form holds whole, or is set apart whole with its reasons."""

from __future__ import annotations

import pytest

from yalu.fleet.files.columns import read
from yalu.fleet.inspection import form
from yalu.fleet.results.rows import FORM, Checked, checked
from yalu.sources.results.journal import COLUMNS, OUTCOMES, Journal

GOOD = {
    "imo": "9074729",
    "port": "Invented Port",
    "date": "2026-03-01",
    "authority": "Invented Coast Guard",
    "outcome": "seized",
    "hs_codes": "2601.11; 8544",
}


def check(*rows: dict[str, str]) -> Checked:
    text = ",".join(COLUMNS) + "\n"
    text += "".join(",".join(f'"{row.get(c, "")}"' for c in COLUMNS) + "\n" for row in rows)
    sheet = read("form.csv", text.encode(), FORM)
    return checked(sheet, file="form.csv", sha256="0", received="2026-03-04", at="2026-03-05")


def test_a_good_row_is_put_into_one_form() -> None:
    row = GOOD | {"imo": "IMO 9074729", "date": "1 March 2026", "outcome": "No action", "items": " a ;; b"}
    found = check(row)
    [entry] = found.results
    assert not found.apart
    assert (entry["imo"], entry["date"], entry["outcome"]) == ("9074729", "2026-03-01", "no_action")
    assert (entry["hs_codes"], entry["items"], entry["row"]) == ("260111; 8544", "a; b", 2)
    Journal().add(entry)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"imo": "9074720"}, "fails its check digit"),
        ({"imo": "90747290"}, "fails its check digit"),
        ({"imo": "2000016"}, "is a number of exercises"),
        ({"imo": ""}, "imo is missing"),
        ({"port": ""}, "port is missing"),
        ({"authority": ""}, "authority is missing"),
        ({"date": "01/03/2026"}, "read one way only"),
        ({"date": "2026-03"}, "read one way only"),
        ({"date": "2026-02-30"}, "read one way only"),
        ({"date": "2026-03-05"}, "after the report of 2026-03-04"),
        ({"outcome": "arrested"}, "outcome 'arrested' is none of"),
        ({"outcome": ""}, "outcome is missing"),
        ({"hs_codes": "260"}, "is no HS code"),
        ({"hs_codes": "9901"}, "is in no chapter"),
        ({"remarks": "x" * 2001}, "longer than 2,000"),
    ],
)
def test_a_wrong_row_is_set_apart_whole(cells: dict[str, str], why: str) -> None:
    found = check(GOOD | cells, GOOD)
    assert [e["row"] for e in found.results] == [3]
    [entry] = found.apart
    assert entry["row"] == 2 and why in entry["why"]
    Journal().add(entry)


def test_each_reason_of_a_row_is_told() -> None:
    [entry] = check(GOOD | {"imo": "1", "outcome": "x", "date": "soon"}).apart
    assert entry["why"].count(";") == 2


def test_one_inspection_twice_in_a_file() -> None:
    found = check(GOOD, GOOD | {"outcome": "released"})
    assert [e["outcome"] for e in found.results] == ["seized"]
    assert "same inspection as row 2" in found.apart[0]["why"]


def test_names_are_those_of_the_sheet() -> None:
    assert (form.COLUMNS, form.OUTCOMES) == (COLUMNS, OUTCOMES)
    headings = list(form.FORM.values())
    assert list(FORM.choose(headings).values()) == list(COLUMNS)
