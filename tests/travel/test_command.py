"""``yalu travel``, run as a user does."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import orjson
import pytest

from tests.running import yalu, yalu_json

ROWS = [
    ["Name", "Passport", "Date", "Purpose"],
    ["Ann", "US", "2017-06-13", "tourism"],
    ["Bob", "US", "2018-05-01", "journalism"],
    ["Cid", "GB", "2018-05-01", "tourism"],
    ["Dee", "US", "2018-02-30", "tourism"],
    ["Eve", "US", "2018-05-01", ""],
    [],
    ["Fay", "", "2018-05-01", "tourism"],
]
EXPECTED = ["allowed", "needs_validation", "unknown", "unknown", "unknown", "unknown"]


def test_a_verdict_with_its_sources(casebook: Path) -> None:
    made = yalu_json(
        *("travel", "check", "--passport", "US", "--on", "2017-06-13", "--purpose", "tourism"),
        workspace=casebook,
    )
    assert (
        made["verdict"] == "allowed" and made["reasons"][0]["sources"] and made["sources"]["S_MEMO"]["title"]
    )


def test_who_may_not_simply_go_ends_with_3(casebook: Path) -> None:
    asked = ("travel", "check", "--passport", "US", "--on", "2018-05-01", "--purpose", "tourism")
    done = yalu(*asked, workspace=casebook, check=False)
    assert done.returncode == 3 and done.stdout.startswith("PROHIBITED") and "felony" in done.stdout


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_keeps_its_bad_rows(casebook: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"travelers.{ending}"
    if ending == "csv":
        file.write_text("\n".join(";".join(row) for row in ROWS), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in ROWS:
            book.active.append(row)
        book.save(file)
    done = yalu("travel", "check", "--file", file, "--json", workspace=casebook, check=False)
    lines = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert [line["verdict"] for line in lines] == EXPECTED
    assert [line["row"] for line in lines] == [2, 3, 4, 5, 6, 8]
    assert "2018-02-30" in lines[3]["problem"] and lines[4]["problem"] == "the column purpose is empty"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--passport", "US", "--on", "2018-13-01", "--purpose", "tourism"],
            "--on: '2018-13-01' is not a day",
        ),
        (
            ["--passport", "US", "--on", "May 2018", "--purpose", "tourism"],
            "not a day of the form YYYY-MM-DD",
        ),
        (["--passport", "US", "--purpose", "tourism"], "--on is missing"),
        (["--file", "no.csv"], "There is no file no.csv"),
        (["--file", "no.csv", "--passport", "US"], "--file brings its own passports"),
    ],
)
def test_a_wrong_call(casebook: Path, words: list[str], said: str) -> None:
    done = yalu("travel", "check", *words, workspace=casebook, check=False)
    assert done.returncode == 2 and said in done.stderr and not done.stdout


def test_a_file_without_the_columns(casebook: Path, tmp_path: Path) -> None:
    file = tmp_path / "no.csv"
    file.write_text("a,b\n1,2\n")
    done = yalu("travel", "check", "--file", file, workspace=casebook, check=False)
    assert done.returncode == 2 and "no column passport and no column on and no column purpose" in done.stderr


def test_statute_and_risk(casebook: Path) -> None:
    made = yalu_json("travel", "statute", workspace=casebook)
    assert made["record"]["days_in_force"] == 3287 and not made["instruments"][1]["verified"]
    made = yalu_json("travel", "risk", "--as-of", "2017-06-13", workspace=casebook)
    assert made["rates"] == [] and len(made["cases"]) == 2
    told = yalu("travel", "risk", workspace=casebook).stdout
    assert "of 5,000 to 7,000 visits: 0.03 to 1.44 per 1,000 (95 %)" in told
    assert yalu("travel", "statute", "--as-of", "2017-06-13", workspace=casebook).stderr
