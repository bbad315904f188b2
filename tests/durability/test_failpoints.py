"""A process that dies at a named point loses nothing that it reported, and the next one ends the work."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import orjson
import pytest

from tests.durability.conftest import Stages
from tests.durability.workspaces import answer, check_whole, content, copied, end, leftovers, start
from tests.running import yalu, yalu_json
from yalu.evidence import failpoints
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.workspace import Workspace

PAGE = Path(__file__).resolve().parents[2] / "docs" / "concepts" / "crash-safety.md"
OF_BUILD = [n for n in failpoints.NAMES if n not in ("archived", "recorded")]
OF_FIRST_RUN = ["archived", "written", "recorded", "before_publish"]


def die(*words: str | Path, at: str, home: Path) -> None:
    done = end(start(*words, workspace=home, YALU_FAILPOINT=at))
    assert done.returncode == -signal.SIGKILL, f"{at}: {done.stderr}"
    assert not done.stdout, "nothing is reported as done"
    check_whole(home)


@pytest.mark.parametrize("name", failpoints.NAMES)
def test_a_sync_that_dies(name: str, stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    before, after = stages.answers
    die(*stages.sync_second, at=name, home=home)
    assert answer(home) == (after if name == "after_publish" else before)
    yalu(*stages.sync_second, workspace=home)
    assert content(home) == content(stages.two)


def test_a_build_that_dies_again_and_again(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.two, tmp_path / "home")
    for name in OF_BUILD:
        die("build", at=name, home=home)
        assert answer(home) == answer(stages.two)
    yalu("build", workspace=home)
    assert content(home) == content(stages.two)


def test_a_first_run_that_dies_again_and_again(stages: Stages, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for name in OF_FIRST_RUN:
        die("entity", "ofac-90001", at=name, home=home)
    yalu(*stages.sync_first, workspace=home)
    assert answer(home) == answer(stages.one)
    assert content(home) == content(stages.one)


def test_a_copy_that_was_recorded_is_published_by_the_next_writer(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    die(*stages.sync_second, at="recorded", home=home)
    found = yalu_json("entity", "ofac-90001", "--as-of", "2024-07-01", workspace=home)
    assert found["snapshot"] == answer(stages.one)[0]
    assert found["entity"]["listed"] == ["US"]
    states = {s["id"]: s for s in yalu_json("sources", workspace=home, check=False)["sources"]}
    assert [c["date"] for c in states["ofac_sdn"]["copies"]] == ["2024-05-01"], "not in force, so not shown"
    yalu(*stages.sync_un, workspace=home)
    copies = open_snapshot(Workspace(home)).copies("ofac_sdn")
    assert [c.date.hi for c in copies] == ["2024-05-01", "2024-06-01"]


def test_an_edition_that_died_before_it_was_published_is_taken_in_again(
    stages: Stages, tmp_path: Path
) -> None:
    home = copied(stages.one, tmp_path / "home")
    older = home / "snapshots" / "s0" / "manifest.json"
    older.parent.mkdir()
    in_force = home / "snapshots" / (home / "CURRENT").read_text().strip() / "manifest.json"
    folds = orjson.loads(in_force.read_bytes())["folds"]
    older.write_bytes(orjson.dumps({"folds": {"ofac_sdn": folds["ofac_sdn"]}}))
    (home / "CURRENT").write_text("s0\n")
    die("entity", "ofac-90001", at="recorded", home=home)
    assert answer(home)[0] == "s0"
    yalu("entity", "ofac-90001", workspace=home)
    assert answer(home) == answer(stages.one)


def test_leftovers_are_harmless_and_the_next_writer_removes_them(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    for place in ("archive/ab", "folds/ofac_sdn/0000", "sightings", "."):
        leftover = home / place / ".new-abcdefgh"
        leftover.mkdir(parents=True)
        (leftover / "statements.parquet").write_bytes(b"PAR1 and then nothing")
    assert answer(home) == answer(stages.one)
    yalu("entity", "ofac-90001", workspace=home)
    assert len(leftovers(home)) == 4, "a reader removes nothing"
    yalu(*stages.sync_second, workspace=home)
    assert not leftovers(home)


def test_every_failpoint_is_reached_and_documented() -> None:
    source = Path(failpoints.__file__).parent
    text = "".join(p.read_text(encoding="utf-8") for p in source.glob("*.py"))
    assert set(re.findall(r'failpoints\.reach\("(\w+)"\)', text)) == set(failpoints.NAMES)
    page = PAGE.read_text(encoding="utf-8")
    assert failpoints.VARIABLE in page
    assert not [n for n in failpoints.NAMES if f"`{n}`" not in page]
