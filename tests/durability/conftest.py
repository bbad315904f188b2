"""Workspaces to kill writers in, each made once."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.lists import sdn, un, write
from tests.durability.workspaces import answer, copied, end, start
from tests.running import yalu
from yalu.ledger.store import Ledger

Run = Callable[..., subprocess.CompletedProcess[str]]

FIRST, SECOND = 300, 310
"""How many companies the two copies of the list hold."""


@dataclass(frozen=True, slots=True)
class Stages:
    """One history, undisturbed: the workspace with one copy of the list, and with two."""

    one: Path
    two: Path
    sync_first: tuple[str | Path, ...]
    sync_second: tuple[str | Path, ...]
    sync_un: tuple[str | Path, ...]

    @property
    def answers(self) -> tuple[tuple[str, int], ...]:
        """What a reader may see while the second copy is taken in: this or that, and nothing else."""
        return answer(self.one), answer(self.two)


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    folder = tmp_path_factory.mktemp("stages")
    first = write(folder / "first", sdn_csv=sdn(FIRST))
    second = write(folder / "second", sdn_csv=sdn(SECOND))
    un_list = write(folder / "un", consolidated_xml=un(120))
    found = Stages(
        folder / "one",
        folder / "two",
        ("sync", "ofac_sdn", "--from", first, "--dated", "2024-05-01"),
        ("sync", "ofac_sdn", "--from", second, "--dated", "2024-06-01"),
        ("sync", "un_sc", "--from", un_list),
    )
    yalu(*found.sync_first, workspace=found.one)
    copied(found.one, found.two)
    yalu(*found.sync_second, workspace=found.two)
    return found


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder into which everybody can look, unlike the test's own."""
    folder = Path(tempfile.mkdtemp(prefix="yalu-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def set_rights(home: Path, *, folders: int, files: int) -> None:
    for path in (home, *home.rglob("*")):
        path.chmod(folders if path.is_dir() else files)


@pytest.fixture
def as_nobody(stages: Stages, tmp_path: Path) -> Run:
    """Run a verb as a user without rights; as root this takes another user, since no right binds root."""
    warm = copied(stages.one, tmp_path / "warm")
    Ledger.find(warm).decide("a", "b", "same", who="Ann", why="so that its code is loaded too")

    def run(
        *words: str | Path, workspace: Path, folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        program = (Path(__file__).with_name("nobody.py"), warm)
        return end(start(*words, workspace=workspace, program=program, folder=folder, HOME="/nonexistent"))

    return run
