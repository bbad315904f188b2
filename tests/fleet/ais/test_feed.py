"""A feed that drops is called again and keeps what it had; a full disk leaves what was in force."""

from __future__ import annotations

import resource
import socket
import threading
from functools import partial
from pathlib import Path

import pytest

from tests.durability.workspaces import end, start
from tests.fleet.ais.made import MARCH, NOW, position, tagged
from tests.fleet.ais.test_intake import rows, take, written
from yalu.errors import SourceMissing, StorageError, UsageError
from yalu.evidence import failpoints
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais import feed, intake
from yalu.fleet.ais.store import Positions

SHIP = 273000001


def serve(parts: list[bytes]) -> tuple[str, threading.Thread]:
    """A server that gives each caller one part, and hangs up."""
    listening = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        with listening:
            for part in parts:
                link, _ = listening.accept()
                with link:
                    link.sendall(part)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return f"tcp://127.0.0.1:{listening.getsockname()[1]}", thread


def test_a_feed_that_drops(home: Path) -> None:
    lines = [tagged(MARCH + 60 * i, position(SHIP, 38 + i / 100, 124.0)) + "\r\n" for i in range(6)]
    half = lines[3][:30]
    url, server = serve(["".join([*lines[:3], half]).encode(), "".join(lines[3:]).encode()])
    told: list[str] = []
    positions = Positions(Workspace(home))
    came = feed.blocks(url, tries=2, tell=told.append, wait=0.01)
    load = intake.take_stream(positions, came, url, intake.How(), live=True, now=lambda: NOW)
    server.join(5)
    assert load.points == 6 and load.rejects == {"not a sentence": 1}
    assert len(rows(positions, "points")) == 6
    assert "next try" in told[0]


def test_a_feed_that_never_was(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(SourceMissing, match="sent nothing"):
        list(feed.blocks(f"tcp://127.0.0.1:{port}", tries=2, wait=0.01))
    with pytest.raises(UsageError, match="no address"):
        feed.address("tcp://nowhere")


def test_a_block_of_a_feed_is_tried_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    positions, append, times = Positions(Workspace(home)), Positions.append, iter([True, True, False])

    def full(self: Positions, *given: object) -> object:
        if next(times, False):
            raise StorageError("The disk is full.")
        return append(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Positions, "append", full)
    monkeypatch.setattr(intake, "PAUSE", 0.01)
    told: list[str] = []
    block = (tagged(MARCH, position(SHIP, 38, 124.0)) + "\n").encode()
    how = intake.How("nmea")
    load = intake.take_stream(
        positions, iter([block]), "feed", how, live=True, tell=told.append, now=lambda: NOW
    )
    assert load.points == 1 and load.size == len(block)
    assert len(told) == 2


def at_most(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_leaves_what_was_in_force(home: Path, tmp_path: Path) -> None:
    positions = Positions(Workspace(home))
    take(positions, written(tmp_path / "a", [tagged(MARCH, position(SHIP, 38, 124.0))]))
    before = positions.manifest(), rows(positions, "points")
    more = [tagged(MARCH + i, position(SHIP, 38 + i / 1e4, 124.0 + i * i / 1e7)) for i in range(4000)]
    path = written(tmp_path / "b", more)
    done = end(start("fleet", "ais", path, workspace=home, preexec=partial(at_most, 4000)))
    assert done.returncode == 1
    assert " cannot be written: File too large." in done.stderr
    assert (positions.manifest(), rows(positions, "points")) == before
    load, new = take(positions, path)
    assert new and load.points + load.duplicates == 4000


@pytest.mark.parametrize("name", failpoints.AIS)
def test_a_kill_between_two_steps(name: str, home: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a", [tagged(MARCH + i, position(SHIP, 38 + i / 100, 124.0)) for i in range(5)])
    done = end(start("fleet", "ais", path, workspace=home, YALU_FAILPOINT=name))
    assert done.returncode == -9
    positions = Positions(Workspace(home))
    held = len(rows(positions, "points"))
    assert held == (0 if name == "positions_written" else 5)
    load, _ = take(positions, path)
    assert load.done and load.points == 5
    assert len(rows(positions, "points")) == 5
    named = {p.name for p in positions.paths("points")}
    assert {p.name for p in (home / "positions" / "points").rglob("*.parquet")} == named
