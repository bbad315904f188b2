"""A worker: a thread that takes jobs one at a time and runs each as a process of its own."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from yalu.errors import UsageError, YaluError
from yalu.jobs import folder
from yalu.jobs.job import Job, State
from yalu.jobs.kind import Kind, Progress, kind_of
from yalu.jobs.queue import LEASE, Jobs

LOOK = 2.0
"""Seconds between two looks for a job that another process queued."""
BEAT = LEASE / 5
"""Seconds between two renewals of a lease where nothing is said meanwhile."""
TOLD = 0.5
"""Seconds between two tellings of progress, and two looks whether the job is to be cancelled."""
MERCY = 10
"""Seconds that a job has to end by itself when it is told to."""
LAST_LINES = 12
"""Lines of standard error that an error is made of."""


class Worker:
    """Runs the jobs of a workspace until it is stopped; a job under way is given back then."""

    def __init__(self, jobs: Jobs, tell: Callable[[str], None] = lambda _: None) -> None:
        self.jobs = jobs
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._tell = tell
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin to take jobs."""
        self._thread.start()

    def stop(self) -> None:
        """Stop; what is under way is ended and queued again."""
        self._stop.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(timeout=MERCY + 5)

    def wake(self) -> None:
        """Look for a job now."""
        self._wake.set()

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                job = self.jobs.claim(self.owner) if self.jobs.waiting() else None
                if job is not None:
                    self.run(job)
                    continue
            except (YaluError, OSError) as error:
                self._tell(f"jobs: {error}")
                self._stop.wait(LOOK * 5)
            self._wake.wait(LOOK)
            self._wake.clear()

    def run(self, job: Job) -> None:
        """Run a job that this worker has leased, to its end."""
        place = folder.folder_of(self.jobs.workspace, job.id)
        try:
            kind = kind_of(job.kind)
            words = kind.command(kind.check(job.params), place)
        except UsageError as error:
            self.jobs.end(job.id, self.owner, State.FAILED, error=str(error))
            return
        folder.keep(place, {})
        environment = os.environ | {
            "YALU_HOME": str(self.jobs.workspace.root.absolute()),
            "YALU_PROGRESS": "lines",
            "NO_COLOR": "1",
        }
        with (place / "stdout.txt").open("wb") as said:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "yalu.jobs.child", *words],
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=subprocess.PIPE,
                env=environment,
                cwd=place,
                start_new_session=True,
            )
            try:
                self._follow(job, kind, process, place)
            finally:
                _kill(process)

    def _follow(self, job: Job, kind: Kind[Any], process: subprocess.Popen[bytes], place: Path) -> None:
        assert process.stderr is not None, "it was asked for"
        heard = _Heard(process.stderr, place / "stderr.txt", kind)
        since = 0.0
        while not heard.ended.wait(TOLD):
            since += TOLD
            new = heard.take()
            if self._stop.is_set():
                _end(process)
                self.jobs.give_back(job.id, self.owner)
                return
            if new is None and since < BEAT and not self._asked(job):
                continue
            since = 0.0
            answer = self.jobs.renew(job.id, self.owner, new)
            if answer == "lost":
                return
            if answer == "cancel":
                _end(process)
                self.jobs.end(job.id, self.owner, State.CANCELLED)
                return
        code = process.wait()
        if last := heard.take():
            self.jobs.renew(job.id, self.owner, last)
        state = State.DONE if code in kind.good else State.FAILED
        error = "" if state is State.DONE else heard.text() or f"The command ended with {code}."
        self.jobs.end(job.id, self.owner, state, files=folder.results(place), error=error)

    def _asked(self, job: Job) -> bool:
        return self.jobs.get(job.id).cancel


class _Heard:
    """Reads what a process says on standard error, in a thread, and keeps it in a file."""

    def __init__(self, stream: IO[bytes], file: Path, kind: Kind[Any]) -> None:
        self.ended = threading.Event()
        self._stream, self._file, self._kind = stream, file, kind
        self._lines: list[str] = []
        self._new: Progress | None = None
        self._lock = threading.Lock()
        threading.Thread(target=self._read, name="job stderr", daemon=True).start()

    def take(self) -> Progress | None:
        """The newest progress, once."""
        with self._lock:
            new, self._new = self._new, None
            return new

    def text(self) -> str:
        """The last lines."""
        return "\n".join(self._lines).strip()

    def _read(self) -> None:
        with self._stream, self._file.open("wb") as kept:
            for raw in self._stream:
                kept.write(raw)
                line = raw.decode("utf-8", "replace").rstrip()
                with self._lock:
                    self._lines = [*self._lines[1 - LAST_LINES :], line]
                    if line:
                        self._new = self._kind.progress(line)
        self.ended.set()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Tell it to end, and make it after a while."""
    if process.poll() is None:
        _signal(process, signal.SIGTERM)
        try:
            process.wait(MERCY)
        except subprocess.TimeoutExpired:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        _signal(process, signal.SIGKILL)
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return
