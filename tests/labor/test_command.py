"""``yalu labor``, run as a user does."""

from __future__ import annotations

from pathlib import Path

from tests.labor.test_intake import CHAIN, PAYROLL
from tests.running import yalu, yalu_json


def test_estimate_with_and_without_what_is_unverified(casebook: Path) -> None:
    asked = ("labor", "estimate", "--as-of", "2017-06-13")
    first, second = (yalu_json(*asked, "--verified", workspace=casebook) for _ in range(2))
    assert first == second and first["dropped"] == ["labor.revenue.001"]
    assert first["with_unverified"]["stated_usd"] != first["stated_usd"]
    told = yalu(*asked, workspace=casebook).stdout
    assert "the memo says 50,000-120,000 workers: inside of workers" in told
    assert "the memo says about $500 million a year: inside of revenue, inside of stated" in told
    assert "differs: 20,000 (Marzuki Darusman" in told and "? 500 (memo [10], citing Noland 2015" in told


def test_files_and_wrong_calls(casebook: Path, tmp_path: Path) -> None:
    (tmp_path / "chain.csv").write_bytes(CHAIN)
    (tmp_path / "pay.csv").write_bytes(PAYROLL)
    done = yalu("labor", "check", tmp_path / "chain.csv", "--json", workspace=casebook, check=False)
    assert done.returncode == 3 and '"verdict":"presumed"' in done.stdout
    made = yalu_json("labor", "payers", tmp_path / "pay.csv", workspace=casebook)
    assert [bool(p["problem"]) for p in made["payers"]] == [False, False, False, True, False]
    for words, code, said in (
        (("estimate", "--country", "Narnia"), 2, "'Narnia' is no country"),
        (("estimate", "--country", "FJ"), 1, "No estimate of workers in Fiji"),
        (("block", "--measure", "wishes"), 2, "repatriation"),
        (("check", tmp_path / "none.csv"), 2, "There is no file"),
    ):
        done = yalu("labor", *words, workspace=casebook, check=False)
        assert done.returncode == code and said in done.stderr and not done.stdout


def test_block_and_pledges(casebook: Path) -> None:
    made = yalu_json("labor", "block", "--measure", "repatriation", workspace=casebook)
    [block] = made["blocks"]
    assert [y["year"] for y in block["years"]] == [2018, 2019, 2020] and len(block["reported"]) == 4
    assert (
        "No pledge was public" in yalu("labor", "pledges", "--as-of", "2017-06-13", workspace=casebook).stderr
    )


def test_one_root_alone_draws_no_interval(casebook: Path) -> None:
    told = yalu("labor", "estimate", "--as-of", "2026-11-24", workspace=casebook).stdout
    assert "workers in the world: 100,000 (figures of one root alone, so no interval;" in told
    assert "not compared with an interval" in told and "OUTSIDE" not in told
