"""Jobs are leased, taken again when a worker falls silent, and ended when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.postgresql import Server
from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.jobs import Jobs, State, queue
from yalu.jobs.folder import folder_of, keep, out, plain_name, result
from yalu.jobs.kind import Progress, kinds
from yalu.jobs.queue import ATTEMPTS


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(Workspace(tmp_path / "home"))


def test_reading_makes_no_file(jobs: Jobs) -> None:
    assert jobs.newest() == [] and not jobs.waiting()
    with pytest.raises(UsageError):
        jobs.get("j0000000000000000")
    assert not jobs.workspace.root.exists()


def run_through(jobs: Jobs) -> None:
    """A job from its queueing to its end, beside another that is refused meanwhile."""
    first = jobs.submit("resolve", {}, who="Ann")
    second = jobs.submit("sync", {"sources": ["un_sc"]}, who="Bob")
    assert first.state is State.QUEUED and jobs.waiting()
    taken = jobs.claim("one")
    assert taken and taken.id == first.id and taken.state is State.RUNNING and taken.attempts == 1
    other = jobs.claim("two")
    assert other and other.id == second.id and jobs.claim("three") is None and not jobs.waiting()
    assert jobs.renew(first.id, "one", Progress(3, 10, "3 of 10")) == "go on"
    assert jobs.renew(first.id, "two") == "lost"
    assert (jobs.get(first.id).done, jobs.get(first.id).total) == (3, 10)
    jobs.end(first.id, "two", State.FAILED)
    assert jobs.get(first.id).state is State.RUNNING
    jobs.end(first.id, "one", State.DONE, files=("a.csv",))
    ended = jobs.get(first.id)
    assert ended.state is State.DONE and ended.files == ("a.csv",) and ended.ended and not ended.owner
    jobs.cancel(second.id)
    assert jobs.renew(second.id, "two") == "cancel"


def test_a_job_runs_through_on_sqlite(jobs: Jobs) -> None:
    run_through(jobs)


def test_a_job_runs_through_on_postgresql(tmp_path: Path, postgresql: Server) -> None:
    run_through(Jobs(Workspace(tmp_path / "home"), postgresql.database()))


def test_a_job_whose_worker_fell_silent_is_taken_again_and_fails_in_the_end(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = jobs.submit("resolve", {}, who="Ann")
    monkeypatch.setattr(queue, "LEASE", -1)
    for attempt in range(1, ATTEMPTS + 1):
        assert jobs.waiting()
        taken = jobs.claim(f"worker {attempt}")
        assert taken and taken.id == made.id and taken.attempts == attempt
        assert jobs.renew(made.id, "somebody else") == "lost"
    assert jobs.claim("one more") is None
    ended = jobs.get(made.id)
    assert ended.state is State.FAILED and "silent" in ended.error


def test_a_job_that_is_given_back_loses_no_attempt(jobs: Jobs) -> None:
    made = jobs.submit("resolve", {}, who="Ann")
    jobs.claim("one")
    jobs.give_back(made.id, "one")
    assert (jobs.get(made.id).state, jobs.get(made.id).attempts) == (State.QUEUED, 0)


def test_a_queued_job_is_cancelled_at_once_and_an_ended_one_stays(jobs: Jobs) -> None:
    made = jobs.submit("resolve", {}, who="Ann")
    assert jobs.cancel(made.id).state is State.CANCELLED and jobs.claim("one") is None
    again = jobs.submit("resolve", {}, who="Ann")
    jobs.claim("one")
    jobs.end(again.id, "one", State.DONE)
    assert jobs.cancel(again.id).state is State.DONE


@pytest.mark.parametrize(
    ("kind", "params"),
    [
        ("nothing", {}),
        ("sync", {"sources": ["../../etc"]}),
        ("sync", {"sources": ["--from"]}),
        ("sync", {"dated": "yesterday"}),
        ("resolve", {"more": 1}),
        ("brief", {"as_of": "--out"}),
        ("screen-file", {"file": "a.csv", "form": "exe"}),
    ],
)
def test_parameters_that_are_none_are_refused(jobs: Jobs, kind: str, params: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        jobs.submit(kind, params, who="Ann")
    assert jobs.newest() == []


def test_a_given_file_keeps_its_plain_name_alone(tmp_path: Path) -> None:
    assert plain_name("../../etc/passwd") == "passwd" and plain_name("C:\\x\\-rf") == "rf"
    assert plain_name("...") == "file" and plain_name("고객 명단.xlsx") == "고객 명단.xlsx"
    folder = folder_of(Workspace(tmp_path), "j0123456789abcdef")
    keep(folder, {"../out.csv": b"x"})
    assert [p.name for p in (folder / "in").iterdir()] == ["out.csv"]
    (out(folder) / "r.csv").write_bytes(b"y")
    assert (
        result(folder, "r.csv") and not result(folder, "../in/out.csv") and not result(folder, "/etc/passwd")
    )
    for wrong in ("..", "j0123456789abcdef/..", "x"):
        with pytest.raises(UsageError):
            folder_of(Workspace(tmp_path), wrong)


def test_the_kinds_are_those_of_the_workbench() -> None:
    assert {"brief", "resolve", "screen-file", "sync"} <= set(kinds())
