"""A full disk: the command says what could not be written and what to do, and readers see no difference."""

from __future__ import annotations

import re
import resource
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.cli.lists import sdn, write
from tests.durability.conftest import Stages
from tests.durability.workspaces import answer, check_whole, content, copied, end, leftovers, start
from tests.running import yalu

LARGE = 4000
"""Records of a list whose documents, tables and reports differ in size: each is the first too large once."""

FREE = (0, 120, 260, 500, 900)
"""Kilobytes left on the small disk."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    folder = write(tmp_path_factory.mktemp("large"), sdn_csv=sdn(LARGE))
    return ("sync", "ofac_sdn", "--from", folder, "--dated", "2024-06-01")


def at_most(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def refused(done: subprocess.CompletedProcess[str], home: Path, before: tuple[str, int], why: str) -> str:
    """It ended with 1 and a message that names a file; the file is returned without the workspace."""
    assert done.returncode == 1, done.stderr
    assert not done.stdout
    assert f" cannot be written: {why}." in done.stderr
    assert "To do: " in done.stderr
    assert answer(home) == before
    assert not leftovers(home), "an error, unlike a kill, leaves nothing unfinished"
    check_whole(home)
    named = re.search(rf"^yalu: {home}/(.+) cannot be written", done.stderr, re.MULTILINE)
    assert named, done.stderr
    return named[1]


def test_a_limit_on_the_size_of_files(large: tuple[str | Path, ...], stages: Stages, tmp_path: Path) -> None:
    before, met = answer(stages.one), set()
    document = sum(p.stat().st_size for p in Path(large[3]).iterdir())
    for size in (0, 1000, document - 1, document + 1, 3 * document):
        home = copied(stages.one, tmp_path / "home")
        done = end(start(*large, workspace=home, preexec=partial(at_most, size)))
        met.add(refused(done, home, before, "File too large").split("/")[0])
    assert met == {"archive", "sightings"}
    yalu(*large, workspace=home)
    assert answer(home)[1] == LARGE


def test_a_limit_that_a_build_meets(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.two, tmp_path / "home")
    for size in (2000, 300_000):
        done = end(start("build", workspace=home, preexec=partial(at_most, size)))
        assert done.returncode == 1, done.stderr
        assert " cannot be written: File too large." in done.stderr
        assert answer(home) == answer(stages.two)
    yalu("build", workspace=home)
    assert content(home) == content(stages.two)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", place], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"mounting is not permitted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_disk_that_fills_up(
    large: tuple[str | Path, ...], stages: Stages, small_disk: Path, tmp_path: Path
) -> None:
    home, filler = small_disk / "home", small_disk / "filler"
    met = set()
    for free in FREE:
        copied(stages.one, home)
        fill(filler, leaving=free * 1024)
        done = end(start(*large, workspace=home))
        met.add(refused(done, home, answer(stages.one), "No space left on device").split("/")[0])
        filler.unlink()
    assert len(met) >= 2, f"the disk was full at different steps: {met}"
    yalu(*large, workspace=home)
    assert answer(home)[1] == LARGE


def fill(filler: Path, *, leaving: int) -> None:
    """Write until the disk is full, then give some of it back."""
    with filler.open("wb", buffering=0) as out:
        size = 0
        try:
            while True:
                size += out.write(bytes(4096))
        except OSError:
            out.truncate(max(0, size - leaving))


def test_a_log_that_cannot_be_written_undoes_nothing(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    (home / "log.jsonl").unlink()
    (home / "log.jsonl").mkdir()
    done = yalu(*stages.sync_second, workspace=home)
    assert answer(home) == answer(stages.two)
    assert "log.jsonl cannot be written" in done.stderr
