"""``yalu compare``: two names, and pairs of names from a file."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.running import yalu as run


def yalu(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run without a workspace: comparing needs none."""
    return run(*words, workspace=Path("no-workspace"), check=False)


def test_two_names() -> None:
    done = yalu("compare", "Ri Hong Sop", "李弘燮")
    assert done.returncode == 3
    assert "a hit" in done.stdout
    assert "Ri = 李: surname class 리" in done.stdout
    assert yalu("compare", "Kim Jong-il", "Kim Jong-un").returncode == 0


def test_two_names_as_json() -> None:
    done = yalu("compare", "7-28", "7-28", "--schema", "vessel", "--json")
    answer = json.loads(done.stdout)
    assert (answer["version"], answer["schema"], answer["score"], answer["alert"]) == (1, "Vessel", 1.0, True)
    assert answer["reasons"]


def test_pairs_from_a_file_stay_in_order(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    people = '"KIM, Jong Un",金正恩,person\nKim Jong Un,Kim Jong Il,Person\n'
    pairs.write_text(f"a,b,schema\n7-28,7-28,VESSEL\n{people},,\n", encoding="utf-8-sig")
    done = yalu("compare", "--file", pairs, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert [(x["row"], x["alert"]) for x in lines] == [(2, True), (3, True), (4, False), (5, False)]
    assert "4 pairs compared, 2 hits" in done.stderr
    assert yalu("compare", "--file", pairs, "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"x,y\n1,2\n", "the column a and b is missing"),
        (b"a,b,schema\nx,y,Person\nx,y,Ship\n", "row 3: no such schema: 'Ship'"),
        (b"a,b,schema\nx\n", "row 2: 1 fields"),
        (b"a,b,schema\nKIM, Jong Un,Kim,Person\n", "row 2: 4 fields"),
        (b'a,b\n"x,y\n', "row 2"),
        (b"a,b\n\xff\xfe,x\n", "cannot be read as CSV"),
        (b"", "is missing"),
    ],
)
def test_a_broken_file_says_where(content: bytes, told: str, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_bytes(content)
    done = yalu("compare", "--file", pairs, "--json")
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize("words", [(), ("one",), ("a", "b", "--file", "x.csv"), ("--file", "no-such.csv")])
def test_wrong_usage(words: tuple[str, ...]) -> None:
    assert yalu("compare", *words).returncode == 2


def test_a_name_that_is_not_text_does_not_crash() -> None:
    done = yalu("compare", "\udcff\udcfeKim", "x" * 10_000, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["alert"] is False
