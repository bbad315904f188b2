"""Runs ``yalu serve`` as a user does, in a process of its own, on a free port."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

_ADDRESS = re.compile(r"http://\S+:\d+")
PATIENCE = 120
"""Seconds for a server to open its first snapshot on a busy machine."""


@dataclass
class Served:
    """A server that runs, and where what it writes goes."""

    url: str
    workspace: Path
    process: subprocess.Popen[bytes]
    errors: Path

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False)

    def get(self, path: str, **params: Any) -> httpx.Response:
        with self.client() as client:
            return client.get(path, params=params)

    def match(self, queries: dict[str, Any], dataset: str = "default", **params: Any) -> httpx.Response:
        with self.client() as client:
            return client.post(f"/match/{dataset}", json={"queries": queries}, params=params)

    def one(self, schema: str, dataset: str = "default", **properties: Any) -> dict[str, Any]:
        """What was found for one example."""
        answer = self.match({"q": {"schema": schema, "properties": properties}}, dataset)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["responses"]["q"]
        return found

    def stop(self) -> int:
        """End it as a service manager does; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def log(self) -> str:
        return self.errors.read_text()


@contextmanager
def serving(workspace: Path, errors: Path, *words: str) -> Iterator[Served]:
    """A server with its first snapshot open; it is ended with the block."""
    environment = os.environ | {"YALU_HOME": str(workspace), "PYTHONUNBUFFERED": "1"}
    with errors.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "yalu", "serve", "--port", "0", *words], stderr=output, env=environment
        )
    served = Served("", workspace, process, errors)
    try:
        served.url = _address(served)
        _ready(served)
        yield served
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(served: Served) -> str:
    for _ in range(PATIENCE * 10):
        if found := _ADDRESS.search(served.log()):
            return found.group()
        assert served.process.poll() is None, served.log()
        time.sleep(0.1)
    raise AssertionError(f"no address: {served.log()}")


def _ready(served: Served) -> None:
    for _ in range(PATIENCE * 10):
        try:
            if served.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            assert served.process.poll() is None, served.log()
        time.sleep(0.1)
    raise AssertionError(f"not ready: {served.log()}")
