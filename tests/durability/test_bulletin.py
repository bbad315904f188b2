"""A bulletin is issued whole or not at all, and its number is used once."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from tests.durability.workspaces import end, leftovers, start
from tests.fleet.bulletin.states import A, fleet, hull
from yalu.evidence import failpoints
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin.shelf import Shelf
from yalu.fleet.bulletin.verify import verify
from yalu.publish.bulletin.issue import issue

FLEET = fleet(hull(A))
ISSUE = """
import os, sys
from pathlib import Path
from yalu.errors import YaluError
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin.shelf import Shelf
files = {p.name: p.read_bytes() for p in Path(sys.argv[1]).iterdir()}
place = Workspace(Path(os.environ["YALU_HOME"]))
try:
    with place.writing():
        Shelf(place).issue(Shelf(place).last + 1, files)
except YaluError as error:
    sys.exit(str(error))
"""
PROGRAM = ("-c", ISSUE)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a real bulletin, its first."""
    return issue(Workspace(tmp_path_factory.mktemp("files") / "home"), FLEET, snapshot="s1").folder


@pytest.mark.parametrize("name", failpoints.BULLETIN)
def test_a_kill_between_two_steps(name: str, files: Path, home: Path) -> None:
    done = end(start(files, workspace=home, program=PROGRAM, YALU_FAILPOINT=name))
    assert done.returncode == -signal.SIGKILL, done.stderr
    shelf = Shelf(Workspace(home))
    issued = name == "bulletin_issued"
    assert shelf.numbers == ([1] if issued else [])
    assert bool(leftovers(home)) is not issued
    made = issue(Workspace(home), FLEET, snapshot="s1")
    assert made.manifest.number == (2 if issued else 1)
    assert not leftovers(home)
    assert [verify(shelf.folder(n)).manifest.number for n in shelf.numbers] == shelf.numbers


def test_a_full_disk(files: Path, home: Path) -> None:
    def at_most() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    done = end(start(files, workspace=home, program=PROGRAM, preexec=at_most))
    assert done.returncode == 1
    assert "bulletins/0001 cannot be written: File too large." in done.stderr
    assert not leftovers(home) and Shelf(Workspace(home)).numbers == []
    assert issue(Workspace(home), FLEET, snapshot="s1").manifest.number == 1


def test_every_failpoint_is_reached_and_documented() -> None:
    source = Path(failpoints.__file__).parents[1]
    text = "".join(p.read_text(encoding="utf-8") for p in source.glob("*/bulletin/*.py"))
    page = Path(__file__).resolve().parents[2] / "docs" / "concepts" / "crash-safety.md"
    for name in failpoints.BULLETIN:
        assert f'"{name}"' in text and f"`{name}`" in page.read_text(encoding="utf-8")
