"""A workspace that may be read and not written: answers as ever, and a clear word from those that write."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.conftest import Run, Stages, set_rights
from tests.durability.workspaces import answer, content, copied, end, start
from yalu.errors import StorageError
from yalu.evidence import packaged
from yalu.evidence.workspace import Workspace

READING = [
    ("entity", "ofac-90001", "--as-of", "2024-07-01"),
    ("sources",),
    ("doctor",),
    ("brief", "--as-of", "2017-06-13", "--out", "brief"),
]


@pytest.fixture
def closed(stages: Stages, shelf: Path) -> Iterator[Path]:
    """A workspace in which nobody may write."""
    home = copied(stages.one, shelf / "home")
    set_rights(home, folders=0o555, files=0o444)
    yield home
    set_rights(home, folders=0o755, files=0o644)


def test_everything_that_reads_works_without_the_right_to_write(
    closed: Path, shelf: Path, stages: Stages, as_nobody: Run
) -> None:
    out = shelf / "out"
    out.mkdir()
    out.chmod(0o777)
    for words in READING:
        done = as_nobody(*words, workspace=closed, folder=out)
        assert done.returncode in ((0, 4) if words[0] in ("sources", "doctor") else (0,)), done.stderr
        assert done.stdout
    assert content(closed) == content(stages.one)


def test_large_registers_are_read_without_a_place_for_compiled_code(
    closed: Path, shelf: Path, as_nobody: Run
) -> None:
    file = shelf / "register.csv"
    file.write_text("owner,owned,share\n" + "".join(f"p{i},p{i + 1},60\n" for i in range(21_000)))
    file.chmod(0o644)
    done = as_nobody(
        "ownership", "--edges", file, "--listed", "p0", "--rule", "uk", "--json", workspace=closed
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"p') >= 21_000


def test_what_writes_says_that_it_cannot(closed: Path, stages: Stages, as_nobody: Run) -> None:
    for words in (stages.sync_second, ("build",)):
        files = [copied(Path(w), closed.parent / "list") if isinstance(w, Path) else w for w in words]
        done = as_nobody(*files, workspace=closed)
        assert done.returncode == 1
        assert f"{closed}/LOCK cannot be written: Permission denied." in done.stderr
        assert "--workspace DIR" in done.stderr
    assert answer(closed) == answer(stages.one)


def test_a_workspace_that_cannot_be_made(closed: Path, as_nobody: Run) -> None:
    missing = closed / "deeper" / "home"
    done = as_nobody(*READING[0], workspace=missing)
    assert done.returncode == 1
    assert f"{missing.parent} cannot be written: Permission denied." in done.stderr


def test_a_workspace_that_may_not_be_read(closed: Path, as_nobody: Run) -> None:
    closed.chmod(0o000)
    done = as_nobody("entity", "ofac-90001", workspace=closed)
    assert done.returncode == 1
    assert f"The workspace {closed} cannot be read: Permission denied." in done.stderr


def test_a_workspace_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = end(start("sources", workspace=file))
    assert done.returncode == 1
    assert "cannot be written: " in done.stderr


def test_a_file_system_mounted_read_only(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    for options in (["--bind", home, home], ["-o", "remount,ro,bind", home]):
        mounted = subprocess.run(["mount", *options], capture_output=True, text=True)
        if mounted.returncode:
            pytest.skip(f"mounting is not permitted here: {mounted.stderr.strip()}")
    try:
        found = end(start("entity", "ofac-90001", workspace=home))
        assert found.returncode == 0, found.stderr
        done = end(start(*stages.sync_second, workspace=home))
        assert done.returncode == 1
        assert "LOCK cannot be written: Read-only file system." in done.stderr
    finally:
        subprocess.run(["umount", home], check=True)


def test_an_edition_that_is_in_force_is_not_written_again(
    stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(copied(stages.one, tmp_path / "home"))

    def never() -> None:
        raise StorageError("it wrote")

    monkeypatch.setattr(Workspace, "writing", lambda *_: never())
    packaged.ensure(place)
    place.current.unlink()
    with pytest.raises(StorageError, match="it wrote"):
        packaged.ensure(place)
