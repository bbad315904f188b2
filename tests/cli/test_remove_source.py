"""``yalu sources --remove``: a user's source goes from the evidence, never from the archive."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from yalu.evidence import archive
from yalu.evidence.workspace import Workspace


@pytest.fixture
def home(casebook: Path, tmp_path: Path) -> Path:
    """The casebook with an own list in two copies."""
    root = Path(shutil.copytree(casebook, tmp_path / "home"))
    clients = tmp_path / "clients.csv"
    for day, second in (("2024-02-01", ""), ("2024-03-01", "INVENTED CLIENT TWO\n")):
        clients.write_text(f"Name\nINVENTED CLIENT ONE\n{second}")
        words = ("own", "--name", "mine", "--from", clients, "--columns", "name=Name", "--dated", day)
        yalu("sync", *words, workspace=root)
    return root


def sources(home: Path) -> set[str]:
    return {s["id"] for s in yalu_json("sources", workspace=home, check=False)["sources"]}


def test_without_yes_it_says_what_would_go_and_changes_nothing(home: Path) -> None:
    before = sorted(p for p in home.rglob("*") if p.is_file())
    done = yalu("sources", "--remove", "mine", workspace=home)
    assert "2 copies (2024-02-01, 2024-03-01)" in done.stdout
    assert "To do it: yalu sources --remove mine --yes" in done.stderr
    assert sorted(p for p in home.rglob("*") if p.is_file()) == before
    assert "mine" in sources(home)


def test_with_yes_it_is_gone_and_its_history_is_kept(home: Path, tmp_path: Path) -> None:
    place, old = Workspace(home), (home / "CURRENT").read_text().strip()
    held = [sha for copy in archive.copies(place, "mine") for sha in copy.documents.values()]
    found = yalu_json("sources", "--remove", "mine", "--yes", workspace=home)
    assert (found["outcome"], found["copies"]) == ("removed", ["2024-02-01", "2024-03-01"])
    assert found["snapshot"] == (home / "CURRENT").read_text().strip() != old
    assert "mine" not in sources(home)
    assert yalu("entity", "invented client two", workspace=home, check=False).returncode == 1
    assert yalu("entity", "invented client two", "--snapshot", old, workspace=home).returncode == 0
    assert all(archive.document(place, sha) for sha in held)
    aside = Path(found["set_aside"])
    assert len(list(aside.glob("*.json"))) == 2 and (aside / "mine.yml").exists()
    again = tmp_path / "again.csv"
    again.write_text("Name\nINVENTED CLIENT THREE\n")
    yalu("sync", "own", "--name", "mine", "--from", again, "--columns", "name=Name", workspace=home)
    assert [len(c.documents) for c in archive.copies(place, "mine")] == [2], "it starts empty"
    second = yalu_json("sources", "--remove", "mine", "--yes", workspace=home)
    assert second["set_aside"] != found["set_aside"]


def test_a_run_that_was_killed_is_ended_by_the_next(home: Path) -> None:
    aside = home / "archive" / "removed" / "mine-1"
    aside.mkdir(parents=True)
    for path in (home / "archive" / "copies" / "mine").glob("*.json"):
        path.rename(aside / path.name)
    (home / "sources" / "mine.yml").rename(aside / "mine.yml")
    assert yalu_json("sources", "--remove", "mine", "--yes", workspace=home)["snapshot"]
    assert yalu("entity", "invented client one", workspace=home, check=False).returncode == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--remove", "un_sc"), "comes with Yalu"),
        (("--remove", "nobody"), "You brought no source 'nobody'"),
        (("--remove", "documents"), "yalu cite reject"),
        (("--yes",), "goes with --remove"),
        (("mine", "--remove", "mine"), "with nothing else"),
    ],
)
def test_what_cannot_be_removed_is_refused(casebook: Path, words: tuple[str, ...], told: str) -> None:
    done = yalu("sources", *words, workspace=casebook, check=False)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr
