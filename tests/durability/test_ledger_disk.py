"""A full disk, a ledger that may not be written, and two writers at once."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.durability.conftest import Run, Stages, set_rights
from tests.durability.ledgers import decide, kept
from tests.durability.test_full_disk import at_most, fill, small_disk
from tests.durability.workspaces import content, copied, end, start
from tests.postgresql import Server
from yalu.errors import StorageError
from yalu.ledger import heads
from yalu.ledger.place import find
from yalu.ledger.store import Ledger

__all__ = ["small_disk"]

DECIDE = ("decide", "a", "b", "same", "--why", "x" * 9000)


@pytest.mark.parametrize("size", [0, 1000, 30_000, 33_000])
def test_a_limit_on_the_size_of_files(size: int, tmp_path: Path) -> None:
    home = tmp_path / "home"
    if size == 33_000:
        assert decide(home, 0) == 0
    done = end(start(*DECIDE, workspace=home, preexec=partial(at_most, size)))
    assert done.returncode == 1 and not done.stdout
    assert "To do: " in done.stderr
    before = ["reason 0"] if size == 33_000 else []
    assert kept(home) == before
    assert decide(home, 1) == 0
    assert kept(home) == [*before, "reason 1"]


def test_a_disk_that_fills_up(small_disk: Path) -> None:
    home, filler = small_disk / "home", small_disk / "filler"
    assert decide(home, 0) == 0
    told = ["reason 0"]
    for free in (0, 4, 8, 16, 32):
        fill(filler, leaving=free * 1024)
        done = end(start(*DECIDE, workspace=home))
        if done.returncode == 0:
            told.append("x" * 9000)
        else:
            assert "Make room on its disk" in done.stderr
        assert kept(home) == told
        filler.unlink()
    assert len(told) < 6, "the disk was full"
    assert decide(home, 1) == 0


def test_a_head_that_cannot_be_noted_undoes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert decide(home, 0) == 0
    (home / "ledger" / "heads.jsonl").unlink()
    (home / "ledger" / "heads.jsonl").mkdir()
    done = end(start("decide", "a", "r1", "same", "--why", "reason 1", workspace=home))
    assert done.returncode == 0
    assert "could not be noted beside it" in done.stderr
    assert [e.why for e in Ledger.find(home).entries()] == ["reason 0", "reason 1"]


@pytest.mark.parametrize("log", [False, True], ids=["closed", "left with its log"])
def test_a_ledger_that_may_not_be_written_can_be_read(
    log: bool, shelf: Path, stages: Stages, as_nobody: Run
) -> None:
    home = copied(stages.one, shelf / "home")
    ledger = Ledger.find(home)
    ledger.decide("a", "b", "same", who="Ann", why="kept")
    if log:
        from yalu.ledger import engines

        with engines.file_reader(ledger.place) as other:  # keeps the log from being folded in
            other.execute("SELECT count(*) FROM audit").fetchone()
            ledger.decide("a", "c", "same", who="Ann", why="in the log")
            for suffix in ("", "-wal"):
                file = home / "ledger" / f"ledger.sqlite{suffix}"
                (shelf / f"ledger.sqlite{suffix}").write_bytes(file.read_bytes())
        for suffix in ("", "-wal"):
            (shelf / f"ledger.sqlite{suffix}").replace(home / "ledger" / f"ledger.sqlite{suffix}")
    head = heads.remembered(ledger.place)[-1].head
    set_rights(home, folders=0o555, files=0o444)
    before, out = content(home), shelf / "out"
    out.mkdir()
    out.chmod(0o777)
    try:
        for words in (("ledger", "verify"), ("brief", "--as-of", "2017-06-13", "--out", "brief", "--json")):
            done = as_nobody(*words, workspace=home, folder=out)
            assert done.returncode == 0, done.stderr
            assert (head.short if words[0] == "ledger" else head.hash) in done.stdout
        done = as_nobody(*DECIDE, workspace=home, folder=out)
        assert done.returncode == 1 and not done.stdout
        assert "may not be written" in done.stderr and "To do: " in done.stderr
        assert content(home) == before
    finally:
        set_rights(home, folders=0o755, files=0o644)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_writers_at_once_all_count(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    home, url = tmp_path / "home", ""
    if kind == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        url = server.database()
    writers: list[subprocess.Popen[str]] = [
        start("decide", "a", f"r{n}", "same", "--why", f"n{n}", workspace=home, YALU_LEDGER=url)
        for n in range(6)
    ]
    for writer in writers:
        done = end(writer)
        assert done.returncode == 0, done.stderr
    assert sorted(kept(home, url)) == [f"n{n}" for n in range(6)]


def test_a_writer_waits_for_another_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu.ledger import engines

    ledger = Ledger(find(tmp_path))
    ledger.decide("a", "b", "same", who="Ann", why="x")
    monkeypatch.setattr(engines, "PATIENCE", 0.2)
    with (
        engines.writer(ledger.place),
        pytest.raises(StorageError, match="another command has been writing"),
    ):
        ledger.decide("a", "c", "same", who="Ann", why="x")
    ledger.decide("a", "c", "same", who="Ann", why="x")
