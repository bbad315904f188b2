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
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds what was compiled, one for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "breaking"
    root.mkdir(exist_ok=True)
    keep_in(root / "compiled")
    return root


@pytest.fixture(autouse=True)
def processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other work changes no result."""
    monkeypatch.setattr(task, "time", SimpleNamespace(perf_counter=time.process_time))
