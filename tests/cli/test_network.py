"""The commands on the network, run as a user does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.network.trade.shipments import HEADING, shipments
from tests.running import yalu, yalu_json

MEMO = "2017-06-13"


def test_paths_are_shown_with_their_evidence(casebook: Path) -> None:
    found = yalu_json("network", "paths", "x-chinpo", "--as-of", MEMO, workspace=casebook)
    assert (found["length"], found["number"], found["as_of"]) == (1, 2, MEMO)
    tie = found["paths"][0]["steps"][0][0]
    assert tie["type"] and tie["grade"] and tie["statement"] and tie["works"][0]["publisher"]
    shown = yalu("network", "paths", "Chinpo Shipping", "--as-of", MEMO, workspace=casebook).stdout
    assert "no list: named in a source" in shown and "known 2014-03-06" in shown
    assert "A path says that sources tie" in shown


def test_no_path_ends_with_1_and_says_what_to_do(casebook: Path) -> None:
    done = yalu("network", "paths", "x-chinpo", "--as-of", "2005-01-01", workspace=casebook, check=False)
    assert done.returncode == 1 and "No party is known" in done.stderr
    done = yalu("network", "paths", "x-chinpo", "--to", "x-chinpo", workspace=casebook, check=False)
    assert done.returncode == 2 and "one party" in done.stderr


def test_convergence_tells_findings_with_innocent_explanations(casebook: Path) -> None:
    found = yalu_json("network", "convergence", "--as-of", MEMO, workspace=casebook)
    assert {p["kind"] for p in found["findings"]} >= {"director", "hub"}
    assert all(p["innocent_explanation"] and p["statements"] for p in found["findings"])


def test_structure_of_the_casebook_is_told_and_kept(casebook: Path, tmp_path: Path) -> None:
    found = yalu_json("structure", "--as-of", MEMO, "--solve", "0", workspace=casebook)
    assert [found[q]["verdict"] for q in ("centralized", "limited", "vulnerable")] == ["not shown"] * 3
    assert found["sentences"]["centralized"].startswith("Centralized: not shown.")
    assert found == yalu_json("structure", "--as-of", MEMO, "--solve", "0", workspace=casebook)
    kept = list((casebook / "structure").glob("*.json"))
    assert kept


def test_structure_of_any_network(tmp_path: Path) -> None:
    file = tmp_path / "edges.tsv"
    file.write_text("".join(f"hub\tp{i}\n" for i in range(30)) + "hub\thub\n")
    found = yalu_json("structure", "--edges", file, "--solve", "0", workspace=tmp_path / "none")
    assert (found["centralized"]["basis"], found["loops"]) == ("fixed by its degrees", 1)
    file.write_text("")
    done = yalu("structure", "--edges", file, "--solve", "0", workspace=tmp_path / "none")
    assert "too thin" in done.stdout and "no ties" in done.stderr
    done = yalu("structure", "--edges", file, "--as-of", MEMO, workspace=tmp_path, check=False)
    assert done.returncode == 2


def test_next_ranks_with_reasons(casebook: Path) -> None:
    found = yalu_json("next", "--as-of", MEMO, "--limit", "3", workspace=casebook)
    assert len(found["parties"]) == 3 < found["exposed"]
    assert all(p["status"] == "named in a source" and p["reasons"] for p in found["parties"])
    assert "is no finding" in found["limits"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "customs.csv"
    file.write_text("\n".join(",".join(row) for row in shipments(3)) + "\n")
    return file


def test_trade_measures_a_table_and_says_that_none_is_public(table: Path, home: Path) -> None:
    found = yalu_json("trade", table, workspace=home)
    assert found["shipments"] == 2400 and [y["year"] for y in found["exporters"]] == [2013, 2014, 2015]
    assert found["note"].startswith("No such table of the regime's trade is public")
    assert not home.exists()


def test_a_faulty_row_refuses_the_table_or_is_left_out(table: Path, home: Path) -> None:
    table.write_text(",".join(HEADING) + "\nA,B,2701,5,2016\nA,B,2701,five,2016\n")
    done = yalu("trade", table, workspace=home, check=False)
    assert done.returncode == 5 and "row 3, value: 'five'" in done.stderr and not done.stdout
    found = yalu_json("trade", table, "--skip-bad", workspace=home)
    assert (found["shipments"], found["left_out"], found["faults"][0]["row"]) == (1, 1, 3)
