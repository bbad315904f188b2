"""Fifty kills at moments that nobody chose: whatever a process was doing, the evidence stays whole."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.durability.conftest import Stages
from tests.durability.workspaces import answer, check_whole, content, copied, end, start

OF_SYNC, OF_BUILD = 34, 16
HANDS = 2
"""How many at once, each in a workspace of its own."""

Allowed = tuple[tuple[str, int], ...]


def kill_once(words: tuple[str | Path, ...], home: Path, moment: float, allowed: Allowed) -> bool:
    """Kill it ``moment`` seconds after its start, reading all the while; whether it was still running."""
    process = start(*words, workspace=home)
    until = time.monotonic() + moment
    while (left := until - time.monotonic()) > 0:
        assert answer(home) in allowed, "while it runs"
        time.sleep(min(left, 0.1))
    process.kill()
    killed = end(process).returncode == -signal.SIGKILL
    assert answer(home) in allowed, "after it died"
    check_whole(home)
    return killed


def duration(words: tuple[str | Path, ...], home: Path) -> float:
    begin = time.monotonic()
    assert end(start(*words, workspace=home)).returncode == 0
    return time.monotonic() - begin


def in_two_hands(work: Callable[[int], int]) -> int:
    with ThreadPoolExecutor(HANDS) as pool:
        return sum(pool.map(work, range(HANDS)))


def test_kills_of_sync(stages: Stages, tmp_path: Path) -> None:
    longest = duration(stages.sync_second, copied(stages.one, tmp_path / "tried"))
    allowed, wanted = stages.answers, content(stages.two)

    def work(hand: int) -> int:
        chance, home, killed = random.Random(hand), tmp_path / f"home{hand}", 0
        for round_ in range(200):
            if killed * HANDS >= OF_SYNC:
                break
            copied(stages.one, home)
            moment = chance.uniform(0.45, 1.0) * longest
            killed += kill_once(stages.sync_second, home, moment, allowed)
            if round_ % 4 == 0:
                assert end(start(*stages.sync_second, workspace=home)).returncode == 0
                assert content(home) == wanted
        return killed

    assert in_two_hands(work) == OF_SYNC


def test_kills_of_build(stages: Stages, tmp_path: Path) -> None:
    longest = duration(("build",), copied(stages.two, tmp_path / "tried"))
    allowed, wanted = (answer(stages.two),), content(stages.two)

    def work(hand: int) -> int:
        chance, killed = random.Random(100 + hand), 0
        home = copied(stages.two, tmp_path / f"home{hand}")
        for _ in range(200):
            if killed * HANDS >= OF_BUILD:
                break
            killed += kill_once(("build",), home, chance.uniform(0.25, 1.0) * longest, allowed)
        assert end(start("build", workspace=home)).returncode == 0
        assert content(home) == wanted
        return killed

    assert in_two_hands(work) == OF_BUILD
