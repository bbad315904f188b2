"""What is compiled is kept for the whole run, and the command finds it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu.network.breaking.compiling import keep_in


@pytest.fixture(scope="session", autouse=True)
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds what was compiled."""
    root = tmp_path_factory.mktemp("breaking")
    keep_in(root / "compiled")
    return root
