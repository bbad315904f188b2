"""``yalu payments`` as a user calls it."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import orjson

from tests.payments.made import mt103, pacs8
from tests.running import yalu

DAY = ("--as-of", "2026-08-14")


def test_a_folder_is_screened_with_its_subfolders(casebook: Path, tmp_path: Path) -> None:
    box = tmp_path / "in"
    (box / "sub").mkdir(parents=True)
    (box / "a.xml").write_bytes(pacs8(date="2018-01-01"))
    (box / "sub" / "b.fin").write_bytes(
        mt103(creditor="KOREA KWANGSON BANKING CORP", date="180101", uetr="b")
    )
    (box / "readme").write_text("hello")
    done = yalu("payments", "screen", box, "--json", *DAY, workspace=casebook, check=False)
    assert done.returncode == 3, done.stderr
    found = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(f["file"]).name, f["type"], f["decision"]) for f in found] == [
        ("a.xml", "pacs.008", "release"),
        ("b.fin", "MT103", "stop"),
    ]
    assert found[1]["uetr"] == "b"
    assert found[1]["hits"] and all(f["version"] == 1 for f in found)
    assert "readme: not a payment" in done.stderr


def test_rejects_alone_end_with_zero_and_stand_in_the_report(casebook: Path, tmp_path: Path) -> None:
    box, out = tmp_path / "in", tmp_path / "out.csv"
    box.mkdir()
    (box / "a.xml").write_bytes(pacs8(words="Invoice 1", debtor="=HYPERLINK(1)").replace(b"Nm>=", b"Nm>="))
    (box / "cut.xml").write_bytes(pacs8()[:200])
    (box / "dtd.xml").write_bytes(b'<!DOCTYPE a [<!ENTITY x "y">]>' + pacs8())
    (box / "=cmd.bin").write_bytes(b"\0\1")
    lines = tmp_path / "out.jsonl"
    both = ("--out", out, "--out", lines)
    done = yalu("payments", "screen", box, *both, *DAY, workspace=casebook, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    held = [orjson.loads(line) for line in lines.read_bytes().splitlines()]
    assert [one["decision"] for one in held].count("not screened") == 3
    (paid,) = next(one["chain"] for one in held if one["decision"] == "release")
    assert paid["parties"][0]["name"] == "=HYPERLINK(1)" and paid["decision"] == "release"
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [r["decision"] for r in rows].count("not screened") == 3
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    assert any("document type" in r["reasons"] for r in rows)


def test_standard_input_and_a_workbook(casebook: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    table = "date,amount,currency,payer,payee,details\n2018-01-01,5,USD,A,B,=1+1\n"
    (tmp_path / "t.csv").write_text(table)
    done = yalu("payments", "screen", tmp_path / "t.csv", "--out", out, *DAY, workspace=casebook, check=False)
    assert done.returncode == 0, done.stderr
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert [cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row].count("f") == 0


def test_mistakes_end_with_two(casebook: Path, tmp_path: Path) -> None:
    for words in (["none"], [tmp_path, "--out", "x.pdf"], [tmp_path, "--as-of", "soon"]):
        done = yalu("payments", "screen", *words, workspace=casebook, check=False)
        assert done.returncode == 2, done.stderr
        assert done.stdout == ""


def test_a_world_is_made_once_in_a_folder(tmp_path: Path) -> None:
    world = tmp_path / "world"
    words = ("payments", "world", "--seed", "4", "--payments", "200", "--out", world, "--json")
    made = orjson.loads(yalu(*words, workspace=tmp_path / "home").stdout)
    planted = (world / "truth" / "planted.csv").read_text().splitlines()[1:]
    assert made["planted"] == len(planted) > 0
    again = yalu(*words, workspace=tmp_path / "home", check=False)
    assert again.returncode == 2 and "not empty" in again.stderr
