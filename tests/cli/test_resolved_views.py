"""Views and the resolution: what is taken up, and what is said where it is older than the snapshot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from yalu.cli.resolved import resolved as taken_up
from yalu.evidence.workspace import Workspace

OFAC, UN = "ofac-9345", "un-KPe.001"


@pytest.fixture(scope="module")
def place(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The casebook, resolved, and then an own list of two clients."""
    root = tmp_path_factory.mktemp("views") / "home"
    shutil.copytree(casebook, root)
    assert "not resolved" not in yalu("entity", OFAC, workspace=root).stderr, "never asked for"
    yalu("resolve", workspace=root)
    clients = root.parent / "clients.csv"
    clients.write_text("Name\nINVENTED CLIENT ONE\nINVENTED CLIENT TWO\n")
    words = ("own", "--name", "my-clients", "--from", clients, "--columns", "name=Name")
    done = yalu("sync", *words, workspace=root)
    assert "2 records are not resolved yet" in done.stderr
    assert "run yalu resolve" in done.stderr
    return root


def test_views_of_a_newer_snapshot_say_that_it_is_not_resolved(place: Path) -> None:
    for words in (("entity", OFAC), ("screen", "invented client one"), ("sources", "--problems", "casebook")):
        done = yalu(*words, workspace=place, check=False)
        assert "are not resolved: references and IMO numbers alone" in done.stderr, words
        assert "To do: yalu resolve" in done.stderr


def test_a_build_says_it_too(place: Path) -> None:
    assert "2 records are not resolved yet" in yalu("build", workspace=place).stderr


def test_after_resolving_screening_uses_it_and_nothing_is_said(place: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(place, tmp_path / "home"))
    yalu("resolve", workspace=root)
    done = yalu("screen", "invented client one", "--json", workspace=root, check=False)
    assert "not resolved" not in done.stderr
    line = yalu_json("screen", "--id", "imo:9187629", workspace=root, check=False)
    assert line["resolution"].endswith("-none")
    yalu("decide", OFAC, UN, "different", "--why", "a test", workspace=root)
    judged = yalu_json("screen", "KOREA MINING DEVELOPMENT TRADING CORPORATION", workspace=root, check=False)
    assert judged["resolution"] != line["resolution"]
    held = taken_up(Workspace(root), judged["snapshot"], tell=print)
    assert held is not None and held.name == judged["resolution"]
    assert not any({OFAC, UN} <= set(hit["ids"]) for hit in judged["hits"])


def test_an_own_list_is_no_list_of_an_authority(place: Path) -> None:
    line = yalu_json("screen", "invented client one", workspace=place, check=False)
    assert (line["hits"][0]["status"], line["hits"][0]["lists"]) == ("own list", [])
    found = yalu_json("coverage", workspace=place)
    assert not any(i.startswith("my-clients") for row in found["parties"] for i in row["ids"])
    assert not any(s["source"] == "my-clients" for s in found["sources"])
    told = yalu("changes", "--from", "2020-01-01", "--all", "--json", workspace=place).stdout
    assert "my-clients" not in told
