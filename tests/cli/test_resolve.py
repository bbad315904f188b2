"""``yalu resolve`` and ``yalu explain`` as a user runs them, on the casebook alone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.running import yalu, yalu_json

UN, OFAC = "un-KPe.001", "ofac-9345"


@pytest.fixture(scope="module")
def resolved(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of the casebook, resolved."""
    place = tmp_path_factory.mktemp("resolved") / "home"
    shutil.copytree(casebook, place)
    yalu("resolve", workspace=place)
    return place


@pytest.fixture
def place(resolved: Path, tmp_path: Path) -> Path:
    """The same, for a test that decides."""
    return Path(shutil.copytree(resolved, tmp_path / "mine"))


def pairs(place: Path, text: str, check: bool = True) -> list[dict[str, Any]]:
    file = place / "pairs.csv"
    file.write_text(text)
    done = yalu("resolve", "--pairs", file, "--json", workspace=place, check=check)
    return [orjson.loads(line) for line in done.stdout.splitlines()]


def test_the_report_counts_what_merged(resolved: Path) -> None:
    found = yalu_json("resolve", workspace=resolved)
    assert found["records"] > found["parties"] > 500
    assert found["merged_by"]["curated"] > 100
    assert "score" not in found["merged_by"]
    assert found["run"]["compared"] == 0, "nothing changed since the first run"
    assert Path(found["parties_file"]).exists()


def test_resolving_the_casebook_alone_changes_no_figure(casebook: Path, resolved: Path) -> None:
    asked = ("coverage", "--as-of", "2017-06-13")
    assert yalu_json(*asked, workspace=casebook) == yalu_json(*asked, workspace=resolved)


def test_pairs_are_answered_in_order_whatever_their_ids(resolved: Path) -> None:
    found = pairs(resolved, f"a,b\n{OFAC},{UN}\nnobody-1,{UN}\n{UN},un-KPe.002\n{UN},{UN}\n")
    assert [(f["a"], f["b"], f["decision"]) for f in found] == [
        (OFAC, UN, "same"),
        ("nobody-1", UN, "unsure"),
        (UN, "un-KPe.002", "different"),
        (UN, UN, "same"),
    ]
    assert found[1]["reasons"] == ["no record nobody-1 is loaded"]
    assert found[1]["score"] is None
    assert all(f["version"] == 1 and f["reasons"] for f in found)


def test_pairs_are_read_however_their_ids_are_written(resolved: Path) -> None:
    found = pairs(resolved, f"B,note,A\n{OFAC.upper()},x, {UN.lower()} \n,,{UN}\n")
    assert [(f["a"], f["b"], f["decision"]) for f in found] == [
        (UN.lower(), OFAC.upper(), "same"),
        (UN, "", "unsure"),
    ]
    assert found[0]["reasons"][:2] == [f"{UN.lower()} is read as {UN}", f"{OFAC.upper()} is read as {OFAC}"]
    assert found[1]["reasons"] == ["an id is empty"]


def test_pairs_need_no_earlier_run(casebook: Path, tmp_path: Path) -> None:
    fresh = Path(shutil.copytree(casebook, tmp_path / "fresh"))
    [found] = pairs(fresh, f"a,b\n{UN},{OFAC}\n")
    assert found["decision"] == "same"


@pytest.mark.parametrize(
    "text", ["x,y\n1,2\n", "", "a,b\nun-KPe.001\n", "a,b,A\n1,2,3\n", 'a,b\n"un-KPe.001,\n']
)
def test_a_bad_file_of_pairs_is_refused(resolved: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(text)
    done = yalu("resolve", "--pairs", file, "--json", workspace=resolved, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pairs.csv" in done.stderr


def test_a_judgement_and_its_undo_take_effect_at_the_next_view(place: Path) -> None:
    def ids() -> set[str]:
        return set(yalu_json("entity", OFAC, workspace=place)["entity"]["ids"])

    assert UN in ids()
    yalu("decide", UN, OFAC, "different", "--why", "a test", workspace=place)
    assert UN not in ids()
    told = yalu_json("explain", UN, OFAC, workspace=place)
    assert (told["decision"], told["path"]) == ("different", [])
    assert any("judged different by Ann: a test" in reason for reason in told["reasons"])
    yalu("undo", "--why", "it was a test", workspace=place)
    assert UN in ids()


def test_same_joins_two_parties_and_every_id_is_kept(place: Path) -> None:
    yalu("decide", UN, "un-KPe.002", "same", "--why", "a test", workspace=place)
    found = yalu_json("entity", "un-KPe.002", workspace=place)["entity"]
    assert {UN, OFAC, "un-KPe.002"} <= set(found["ids"])
    told = yalu_json("explain", OFAC, "un-KPe.002", workspace=place)
    assert [step["rule"] for step in told["path"]] == ["curated", "judged"]


def test_unsure_waits_in_the_queue(place: Path) -> None:
    yalu("decide", UN, "un-KPe.002", "unsure", "--why", "no text", workspace=place)
    done = yalu("resolve", "--queue", "--json", workspace=place)
    found = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [d for d in found if {d["a"], d["b"]} == {UN, "un-KPe.002"} and "no text" in d["why"]]


def test_two_questions_at_once_are_refused(resolved: Path) -> None:
    done = yalu("resolve", "--queue", "--pairs", "x.csv", workspace=resolved, check=False)
    assert done.returncode == 2
