"""Several processes at once: writers wait for each other, readers for nobody."""

from __future__ import annotations

import time
from pathlib import Path

from tests.durability.conftest import Stages
from tests.durability.workspaces import answer, check_whole, content, copied, end, leftovers, start
from tests.running import yalu
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace

LISTED = "SELECT party, value, known_hi, id FROM statement ORDER BY ALL"


def test_two_syncs_at_once_both_count(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    writers = [start(*words, workspace=home) for words in (stages.sync_second, stages.sync_un)]
    seen: dict[str, int] = {}
    while any(w.poll() is None for w in writers):
        snapshot, count = answer(home)
        assert seen.setdefault(snapshot, count) == count, "one snapshot, one answer"
        time.sleep(0.01)
    for writer in writers:
        done = end(writer)
        assert done.returncode == 0, done.stderr
    bound = open_snapshot(Workspace(home))
    assert [c.date.hi for c in bound.copies("ofac_sdn")] == ["2024-05-01", "2024-06-01"]
    assert [c.date.hi for c in bound.copies("un_sc")] == ["2024-05-01"]
    check_whole(home)
    assert not leftovers(home)

    in_turn = copied(stages.two, tmp_path / "in_turn")
    yalu(*stages.sync_un, workspace=in_turn)
    assert answer(home) == answer(in_turn)


def test_two_first_syncs_at_once(stages: Stages, tmp_path: Path) -> None:
    home = tmp_path / "home"
    writers = [start(*stages.sync_first, workspace=home) for _ in range(2)]
    assert [end(w).returncode for w in writers] == [0, 0]
    assert content(home) == content(stages.one)


def test_a_second_writer_says_that_it_waits_and_a_reader_does_not_wait(
    stages: Stages, tmp_path: Path
) -> None:
    home = copied(stages.one, tmp_path / "home")
    with Workspace(home).writing():
        waiting = start(*stages.sync_second, workspace=home)
        assert waiting.stderr
        assert waiting.stderr.readline() == "waiting for another command that writes here\n"
        assert end(start("entity", "ofac-90001", workspace=home)).returncode == 0
        assert waiting.poll() is None
    assert end(waiting).returncode == 0
    assert answer(home) == answer(stages.two)


def test_a_reader_keeps_what_it_opened(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    opened = Evidence.open(Workspace(home))
    before = opened.query(LISTED)
    for words in (("build",), stages.sync_second):
        writer = start(*words, workspace=home)
        while writer.poll() is None:
            assert opened.query(LISTED) == before
        assert end(writer).returncode == 0
    assert opened.query(LISTED) == before
    assert Evidence.open(Workspace(home), opened.snapshot.id).query(LISTED) == before
    assert answer(home) == answer(stages.two)
