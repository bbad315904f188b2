"""Runs the command as a user does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson


def yalu(*words: str | Path, workspace: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run ``yalu`` on a workspace; with ``check`` another exit code than 0 fails the test."""
    environment = os.environ | {"YALU_HOME": str(workspace), "NO_COLOR": "1", "COLUMNS": "160"}
    done = subprocess.run(
        [sys.executable, "-m", "yalu", *map(str, words)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
    )
    if check:
        assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done


def yalu_json(*words: str | Path, workspace: Path, check: bool = True) -> dict[str, Any]:
    """Run a verb with ``--json`` and read its one line."""
    done = yalu(*words, "--json", workspace=workspace, check=check)
    [line] = done.stdout.splitlines()
    found: dict[str, Any] = orjson.loads(line)
    assert found["version"]
    return found
