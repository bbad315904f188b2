"""The commands, as a user calls them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.durability.workspaces import copied
from tests.running import yalu, yalu_json
from yalu.evidence.view import Evidence

SAME = ("decide", "ofac-1", "un-2", "same", "--why", "one address")


def lines(*words: str, workspace: Path) -> list[dict[str, Any]]:
    found = [orjson.loads(line) for line in yalu(*words, workspace=workspace).stdout.splitlines()]
    assert all(line["version"] == 1 for line in found)
    return found


def test_a_decision_an_undo_and_the_log(home: Path) -> None:
    made = yalu_json(*SAME, workspace=home)
    assert made["judgement"]["who"] == "Ann", "YALU_USER"
    assert made["not_loaded"] is None, "there is no snapshot to ask"
    yalu("decide", "ofac-1", "un-2", "unsure", "--why", "looked again", "--who", "Bob", workspace=home)
    assert [line["in_force"] for line in lines("ledger", "log", "--json", workspace=home)] == [False, True]
    undone = yalu_json("undo", "un-2", "ofac-1", "--why", "too careful", workspace=home)
    assert (undone["undone"]["who"], undone["in_force"]["id"]) == ("Bob", made["judgement"]["id"])
    log = yalu("ledger", "log", "un-2", workspace=home).stdout
    assert log.index("one address") < log.index("looked again") < log.index("too careful")
    [standing] = lines("ledger", "log", "--standing", "--json", workspace=home)
    assert standing["why"] == "one address"
    assert yalu("ledger", "log", "--as-of", "2017-06-13", workspace=home).stdout == "no judgements\n"


def test_a_contradiction_is_told_and_kept(home: Path) -> None:
    yalu(*SAME, workspace=home)
    yalu("decide", "un-2", "eu-3", "same", "--why", "x", workspace=home)
    done = yalu("decide", "ofac-1", "eu-3", "different", "--why", "x", workspace=home)
    assert "warning: a contradiction: eu-3 = un-2 = ofac-1, and yet eu-3 ≠ ofac-1" in done.stderr
    [conflict] = lines("ledger", "log", "--conflicts", "--json", workspace=home)
    assert conflict["path"] == ["eu-3", "un-2", "ofac-1"]
    assert [j["verdict"] for j in conflict["judgements"]] == ["different", "same", "same"]
    yalu("undo", "--why", "x", workspace=home)
    assert yalu("ledger", "log", "--conflicts", workspace=home).stdout == "no conflicts\n"


def test_a_record_that_is_not_loaded_is_told_and_the_judgement_kept(
    casebook: Path, evidence: Evidence, tmp_path: Path
) -> None:
    home = copied(casebook, tmp_path / "home")
    [(party,)] = evidence.query("SELECT min(party) FROM statement WHERE kind = 'Vessel'")
    done = yalu("decide", party, "no-such-record", "same", "--why", "x", workspace=home)
    assert "warning: no record no-such-record is loaded; the judgement is kept." in done.stderr
    assert f"no record {party} is loaded" not in done.stderr
    assert len(lines("ledger", "log", "--json", workspace=home)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decide", "a", "a", "same", "--why", "x"), "both are a"),
        (("decide", "a", "b", "maybe", "--why", "x"), "'maybe' is no verdict"),
        (("decide", "a", "b", "same", "--why", " "), "A reason (--why) is missing"),
        (("decide", "a", "b", "same"), "--why"),
        (("undo", "--why", "x"), "Ann has no judgement that stands"),
        (("undo", "a", "b", "c", "--why", "x"), "3 words name no judgement"),
        (("ledger", "verify", "--head", "12"), "'12' is no head of a ledger"),
        (("ledger", "log", "--as-of", "June"), "a day such as"),
        (("ledger", "move", "--to", "mysql://x/y"), "names no place for a ledger"),
        (("ledger", "backup", "x.sqlite"), "is empty"),
        (("ledger", "restore", "none.sqlite"), "is no file"),
        (("ledger", "nothing"), "nothing"),
    ],
)
def test_a_wrong_call_ends_with_2_and_makes_nothing(words: tuple[str, ...], said: str, home: Path) -> None:
    done = yalu(*words, workspace=home, check=False)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr and "Traceback" not in done.stderr
    assert not done.stdout
    assert not home.exists() or not list(home.rglob("*.sqlite")) or words[0] == "undo"


def test_export_import_backup_restore_and_move(home: Path, tmp_path: Path) -> None:
    yalu(*SAME, workspace=home)
    for name in ("j.csv", "j.jsonl"):
        yalu("ledger", "export", tmp_path / name, workspace=home)
        taken = yalu_json("ledger", "import", tmp_path / name, workspace=tmp_path / name[2:])
        assert (taken["new"], taken["held"]) == (1, 0)
        out = yalu("ledger", "export", "--format", name[2:], workspace=tmp_path / name[2:]).stdout
        assert out == (tmp_path / name).read_text()
    file = tmp_path / "b.sqlite"
    head = yalu_json("ledger", "backup", file, workspace=home)["ledger"]
    again = yalu("ledger", "restore", file, workspace=home, check=False)
    assert again.returncode == 2 and "Give --force" in again.stderr
    restored = yalu_json("ledger", "restore", file, "--force", workspace=home)
    assert restored["ledger"]["seq"] == head["seq"] + 1 and restored["lost"] == []
    moved = yalu_json("ledger", "move", "--to", f"sqlite:///{tmp_path / 'm.sqlite'}", workspace=home)
    assert moved["ledger"] == restored["ledger"]
    assert yalu_json("ledger", "verify", workspace=home)["place"] == str(tmp_path / "m.sqlite")
    absent = yalu("ledger", "import", tmp_path / "absent.csv", workspace=home, check=False)
    assert absent.returncode == 1 and "absent.csv cannot be read" in absent.stderr


def test_import_reads_standard_input(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yalu", "ledger", "import", "-", "--format", "csv"],
        input=b"a,b,verdict,why\nx,y,same,\xff\n",
        capture_output=True,
    )
    assert done.returncode == 2 and b"is not in UTF-8" in done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "yalu", "ledger", "import", "-", "--format", "csv"],
        input=b"a,b,verdict,why\nx,y,same,z\n",
        capture_output=True,
    )
    assert done.returncode == 0 and b"1 new, 0 held already" in done.stdout


def test_verify_and_doctor_tell_a_tail_that_was_cut_off(casebook: Path, tmp_path: Path) -> None:
    home = copied(casebook, tmp_path / "home")
    yalu(*SAME, workspace=home)
    old = (home / "ledger" / "ledger.sqlite").read_bytes()
    yalu("decide", "a", "b", "same", "--why", "x", workspace=home)
    head = yalu_json("ledger", "verify", workspace=home)["ledger"]
    (home / "ledger" / "ledger.sqlite").write_bytes(old)
    found = yalu_json("ledger", "verify", workspace=home, check=False)
    assert [(f["kind"], f["seq"]) for f in found["faults"]] == [("cut", 3)]
    doctor = yalu("doctor", workspace=home, check=False)
    assert doctor.returncode == 1 and "row 3 was cut off" in doctor.stdout
    (home / "ledger" / "heads.jsonl").unlink()
    assert yalu("ledger", "verify", workspace=home).returncode == 0
    for given in (f"{head['head']}@{head['seq']}", f"{head['seq']}:{head['head'][:12]}"):
        done = yalu("ledger", "verify", "--head", given, workspace=home, check=False)
        assert done.returncode == 1 and "row 3 was cut off" in done.stdout


def test_the_overview_loads_no_database() -> None:
    code = "import sys, yalu.cli, yalu.cli.options; print([m for m in sys.modules if 'sqlalchemy' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
