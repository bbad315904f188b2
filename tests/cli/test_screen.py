"""``yalu screen`` as a user calls it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.running import yalu, yalu_json

DAY = ("--as-of", "2026-08-14")


@pytest.fixture(scope="module")
def home(casebook: Path) -> Path:
    return casebook


def test_a_name_a_number_and_nothing(home: Path) -> None:
    done = yalu("screen", "Ocean Maritime Management", *DAY, workspace=home, check=False)
    assert done.returncode == 3
    assert "ALERT" in done.stdout and "No list is loaded" in done.stderr
    done = yalu("screen", "Park Ji-sung", *DAY, "--json", workspace=home, check=False)
    assert done.returncode == 0
    found = orjson.loads(done.stdout)
    assert (found["version"], found["row"], found["query"]["names"]) == (1, 1, ["Park Ji-sung"])
    assert not [hit for hit in found["hits"] if hit["alert"]]


def test_json_has_what_it_promises(home: Path) -> None:
    found = yalu_json(
        "screen", "Ocean Maritime Management", *DAY, "--limit", "2", workspace=home, check=False
    )
    assert 1 <= len(found["hits"]) <= 2
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)
    hit = found["hits"][0]
    assert {"id", "ids", "name", "matched", "score", "alert", "lists", "reasons"} <= hit.keys()
    assert hit["alert"] and hit["lists"] and hit["reasons"]


@pytest.mark.parametrize(
    "words",
    [
        [], [""], ["x", "--file", "y.csv"], ["x", "--id", "imo"], ["x", "--schema", "Dog"],
        ["x", "--id", "hat:7"], ["x", "--birth-date", "soon"], ["x", "--as-of", "soon"],
        ["x", "--source", "none"], ["x", "--out", "a.csv"], ["--file", "missing.csv"],
    ],
)  # fmt: skip
def test_wrong_calls_end_with_2(home: Path, words: list[str]) -> None:
    done = yalu("screen", *words, workspace=home, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["\x01\x02", "x" * 10_000, "\u202eabc \u2066김\u2069 اسم", "?"])
def test_odd_names_end_with_0(home: Path, name: str) -> None:
    done = yalu("screen", name, *DAY, workspace=home, check=False)
    assert done.returncode == 0, done.stderr
    assert "no party meets it" in done.stdout


def test_a_number_that_is_none_is_told(home: Path) -> None:
    done = yalu("screen", "--id", "imo:Does not exist", *DAY, workspace=home, check=False)
    assert done.returncode == 0
    assert "no number that can be compared" in done.stderr


def test_a_file_with_results_and_audit(home: Path, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("Customer,Full name\n1,Ocean Maritime Management\n2,\n3,Jane Doe\n")
    words = ("screen", "--file", tmp_path / "c.csv", *DAY)
    done = yalu(*words, "--out", tmp_path / "r.csv", "--audit", tmp_path / "log", workspace=home, check=False)
    assert done.returncode == 3
    assert "name from 'Full name'" in done.stderr and "row 3 is not screened" in done.stderr
    rows = list(csv.DictReader((tmp_path / "r.csv").open(encoding="utf-8-sig")))
    assert [row["row"] for row in rows if row["rank"] in ("", "1")] == ["2", "3", "4"]
    assert not list(tmp_path.glob("*.unfinished"))
    [audit] = (tmp_path / "log").iterdir()
    logged = [orjson.loads(line) for line in audit.read_bytes().splitlines()]
    assert [line["row"] for line in logged] == [2, 4]
    assert all(line["snapshot"] and line["config"] and line["as_of"] == "2026-08-14" for line in logged)
    lines = yalu(*words, "--json", workspace=home, check=False).stdout.splitlines()
    again: list[dict[str, Any]] = [orjson.loads(line) for line in lines]
    assert [line["row"] for line in again] == [2, 3, 4]
    assert again[0]["hits"] == logged[0]["hits"]


def test_an_interrupted_file_is_not_done_twice(home: Path, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("name\nOcean Maritime Management\nJane Doe\n")
    words = ("screen", "--file", tmp_path / "c.csv", *DAY, "--out")
    yalu(*words, tmp_path / "whole.jsonl", workspace=home, check=False)
    whole = (tmp_path / "whole.jsonl").read_bytes()
    first, second = whole.splitlines(keepends=True)
    blocker = tmp_path / "r.jsonl"
    blocker.mkdir()  # the results cannot take this place, so the journal stays
    assert yalu(*words, blocker, workspace=home, check=False).returncode == 1
    journal = tmp_path / "r.jsonl.unfinished"
    head = journal.read_bytes().splitlines(keepends=True)[0]
    journal.write_bytes(head + first.replace(b"Ocean", b"KEPT!") + second[:9])
    blocker.rmdir()
    done = yalu(*words, blocker, workspace=home, check=False)
    assert "1 rows were screened before" in done.stderr
    assert done.returncode == 3
    assert blocker.read_bytes() == first.replace(b"Ocean", b"KEPT!") + second
    assert not journal.exists()
