"""What every test shares: a workspace of its own, and the real lists where this machine has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, so that no test reads or writes one of the checkout."""
    path = tmp_path / "home"
    monkeypatch.setenv("YALU_HOME", str(path))
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and expected figures; tests that need it skip where it is absent."""
    path = Path(os.environ.get("YALU_SHARED") or REPOSITORY.parent / "shared")
    if not path.is_dir():
        pytest.skip(f"no real lists here: YALU_SHARED is not set and {path} does not exist")
    return path
