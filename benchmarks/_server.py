"""A ``yalu serve`` of its own for a benchmark, with the memory and CPU time of its processes."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from os import sysconf
from pathlib import Path

Copy = tuple[str, str, str]
YALU = (sys.executable, "-m", "yalu")


class Server:
    """A running server and its workspace."""

    def __init__(self, home: Path, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.home = home
        self.host, self.port = "127.0.0.1", 0
        self._log = log
        self._process = process
        self._pss: list[dict[str, float]] = []
        self._workers = 1

    @classmethod
    @contextmanager
    def started(
        cls, folder: Path, lists: Path, copies: Sequence[Copy], workers: int, own: Path | None = None
    ) -> Iterator[Server]:
        """Load the copies, start the server, wait for all workers; it is ended with the block.

        ``own`` is a watch list with a head that names its columns, loaded with them.
        """
        home, log = folder / "home", folder / "stderr.txt"
        for source, path, day in copies:
            _sync(home, source, lists / path, day)
        if own is not None:
            columns = own.read_text(encoding="utf-8").partition("\n")[0].strip().split(",")
            mapped = ",".join(f"{c}={c}" for c in columns)
            _sync(home, "own", own, "2026-01-01", "--name", own.stem, "--columns", mapped)
        words = ("serve", "--port", "0", "--workers", str(workers), "--workspace", str(home))
        with log.open("wb") as output:
            process = subprocess.Popen([*YALU, *words], stderr=output)
        server = cls(home, log, process)
        server._workers = workers
        try:
            while not (found := re.search(r"http://127\.0\.0\.1:(\d+)", log.read_text())):
                if process.poll() is not None:
                    sys.exit(log.read_text())
                time.sleep(0.1)
            server.port = int(found[1])
            server.wait_for_workers(1)
            yield server
        finally:
            if process.poll() is not None:
                said = [line for line in log.read_text().splitlines() if " /" not in line]
                print(f"the server ended by itself with {process.returncode}", *said[-20:], sep="\n")
            process.terminate()
            process.wait(timeout=60)

    def sync(self, source: str, path: Path, day: str) -> None:
        """Load another copy, which publishes a snapshot."""
        _sync(self.home, source, path, day)

    def current(self) -> str:
        """The snapshot in force."""
        return (self.home / "CURRENT").read_text().strip()

    def wait_for_workers(self, snapshots: int) -> None:
        """Wait until every worker has opened its so-manyth snapshot."""
        deadline = time.monotonic() + 120
        while self._log.read_text().count("serving snapshot") < snapshots * self._workers:
            if time.monotonic() > deadline:
                raise TimeoutError("the workers did not take up the snapshot")
            time.sleep(0.1)

    def get(self, path: str, patience: float = 30) -> int:
        """The status of one request on a connection of its own."""
        line = HTTPConnection(self.host, self.port, timeout=patience)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            answer.read()
            return answer.status
        finally:
            line.close()

    def cpu_seconds(self) -> float:
        """CPU seconds of the server's processes so far."""
        return sum(_cpu(pid) for pid in self._pids())

    def watch_memory(self, stop: threading.Event) -> None:
        """Note every two seconds what each process holds, shared pages in equal parts (PSS)."""
        while not stop.wait(2):
            self._pss.append(
                {"total": sum(_pss(pid) for pid in self._pids()), "parent": _pss(self._process.pid)}
            )

    def memory(self) -> dict[str, float | int]:
        """MB over the run: of all processes together at the most and at the end, and of the parent."""
        totals = [one["total"] for one in self._pss] or [0.0]
        return {
            "pss_peak": round(max(totals)),
            "pss_end": round(totals[-1]),
            "pss_parent": round(self._pss[-1]["parent"]) if self._pss else 0,
            "workers": self._workers,
        }

    def _pids(self) -> list[int]:
        """The server and what it started, without what prepares a snapshot."""
        parent = self._process.pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return [parent, *map(int, children)]


def _sync(home: Path, source: str, path: Path, day: str, *more: str) -> None:
    words = [
        "sync",
        source,
        "--from",
        str(path),
        *(("--dated", day) if day else ()),
        *more,
        "--workspace",
        str(home),
    ]
    subprocess.run([*YALU, *words], check=True, capture_output=True)


def _pss(pid: int) -> float:
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1000 if found else 0.0


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")
