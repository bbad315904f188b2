"""What is compiled is kept for a whole run, and the command finds it. Budgets count the processor's time."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from yalu.network.breaking import task
from yalu.network.breaking.compiling import keep_in


@pytest.fixture(scope="session", autouse=True)
def kept() -> None:
    """What one test compiles the next one finds."""
    keep_in(Path(os.environ["YALU_COMPILED"]))


@pytest.fixture(autouse=True)
def processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other work changes no result."""
    monkeypatch.setattr(task, "time", SimpleNamespace(perf_counter=time.process_time))
