"""A worker runs the command of a job in a process of its own, and that process ends with it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from yalu.evidence.workspace import Workspace
from yalu.jobs import Job, Jobs, State, kind
from yalu.jobs import worker as workers
from yalu.jobs.folder import folder_of, out
from yalu.jobs.kind import Kind, Params, kinds
from yalu.jobs.worker import Worker

CUSTOMERS = "name,country\nKim Yong Chol,KP\nAnn Example,US\n"


class NoParams(Params):
    """Nothing."""


@pytest.fixture
def jobs(casebook: Path, tmp_path: Path) -> Jobs:
    home = tmp_path / "home"
    shutil.copytree(casebook, home)
    return Jobs(Workspace(home))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind whose command waits for an input that never comes."""
    fifo = ["read", "no-such-file"]
    held = dict(kinds()) | {"slow": Kind("slow", lambda p: "Slow", NoParams, lambda p, folder: fifo)}
    monkeypatch.setattr(kind, "kinds", lambda: held)
    code = "import sys, time; print('begun', file=sys.stderr, flush=True); time.sleep(60)"
    popen = subprocess.Popen

    def started(words: list[str], **more: object) -> object:
        return popen([sys.executable, "-c", code], **more)  # type: ignore[call-overload]

    monkeypatch.setattr(workers.subprocess, "Popen", started)


def until(said: Callable[[], bool]) -> None:
    for _ in range(200):
        if said():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come to that in 20 seconds")


def test_a_file_is_screened_by_a_job(jobs: Jobs) -> None:
    made = jobs.submit("screen-file", {"file": "c.csv"}, who="Ann", files={"c.csv": CUSTOMERS.encode()})
    taken = jobs.claim("me")
    assert taken
    one = Worker(jobs)
    one.owner = "me"
    one.run(taken)
    ended = jobs.get(made.id)
    assert (ended.state, ended.error) == (State.DONE, "") and ended.files == ("results.csv",)
    text = (out(folder_of(jobs.workspace, made.id)) / "results.csv").read_text(encoding="utf-8-sig")
    assert "Kim Yong Chol" in text


def test_a_job_that_fails_says_why(jobs: Jobs) -> None:
    made = jobs.submit("sync", {"sources": ["casebook"]}, who="Ann")
    taken = jobs.claim("me")
    assert taken
    one = Worker(jobs)
    one.owner = "me"
    one.run(taken)
    ended = jobs.get(made.id)
    assert ended.state is State.FAILED and "comes with Yalu" in ended.error


def test_a_running_job_is_cancelled(jobs: Jobs, slow: None) -> None:
    made = jobs.submit("slow", {}, who="Ann")
    one = Worker(jobs)
    one.start()
    until(lambda: jobs.get(made.id).message == "begun")
    jobs.cancel(made.id)
    until(lambda: jobs.get(made.id).state is State.CANCELLED)
    one.stop()


def test_a_worker_that_stops_gives_its_job_back(jobs: Jobs, slow: None) -> None:
    made = jobs.submit("slow", {}, who="Ann")
    one = Worker(jobs)
    one.start()
    until(lambda: jobs.get(made.id).message == "begun")
    one.stop()
    found: Job = jobs.get(made.id)
    assert (found.state, found.attempts, found.owner) == (State.QUEUED, 0, "")


def test_a_job_ends_when_its_worker_is_killed(tmp_path: Path) -> None:
    """The worker's end of the pipe closes, and with it the job's process."""
    code = "import threading, time; from yalu.jobs.child import _watch as w"
    code += "; threading.Thread(target=w).start(); time.sleep(60)"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, start_new_session=True)
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=20) == -signal.SIGKILL
