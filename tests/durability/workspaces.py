"""What a workspace must be at any moment: whole, whatever was killed in it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import orjson

from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.table import read_parquet
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import TEMPORARY

NOT_COMPARED = {"LOCK", "log.jsonl"}
"""Files that tell of runs and not of evidence."""


def start(
    *words: str | Path,
    workspace: Path,
    preexec: Callable[[], None] | None = None,
    program: tuple[str | Path, ...] = ("-m", "yalu"),
    folder: Path | None = None,
    **environment: str,
) -> subprocess.Popen[str]:
    """Start ``yalu`` in a process of its own, in ``folder`` where one is given."""
    return subprocess.Popen(
        [sys.executable, *map(str, (*program, *words))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"YALU_HOME": str(workspace), "NO_COLOR": "1", "COLUMNS": "160"} | environment,
        preexec_fn=preexec,
        cwd=folder,
    )


def end(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Wait for it; what it did and said."""
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def copied(home: Path, to: Path) -> Path:
    """A copy of a workspace, in place of what was there."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(home, to)
    return to


def content(home: Path) -> dict[str, str]:
    """Every file of the evidence and its hash."""
    files = (p for p in sorted(home.rglob("*")) if p.is_file() and p.name not in NOT_COMPARED)
    return {p.relative_to(home).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def leftovers(home: Path) -> list[Path]:
    """What a killed writer left unfinished, under the names that are known to mean nothing."""
    return list(home.rglob(f"{TEMPORARY}*"))


def answer(home: Path) -> tuple[str, int]:
    """What a reader sees now: the snapshot in force, and how many of the invented companies it lists."""
    evidence = Evidence.open(Workspace(home))
    [(count,)] = evidence.query(
        "SELECT count(DISTINCT party)::VARCHAR FROM statement WHERE source = 'ofac_sdn' AND prop = 'name'"
    )
    return evidence.snapshot.id, int(count)


def check_whole(home: Path) -> None:
    """Every file that has its final name is whole, and whatever names another finds it."""
    for path in home.rglob("*"):
        place = path.relative_to(home).as_posix()
        if (
            path.is_dir()
            or place.startswith("ledger/")
            or any(part.startswith(TEMPORARY) for part in place.split("/"))
        ):
            continue
        if place.startswith("archive/") and path.suffix != ".json":
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name, place
        elif path.suffix == ".parquet":
            read_parquet(path, ("count(COLUMNS(*))",))
        elif path.suffix == ".json":
            _check_json(home, path)
        else:
            assert place in {"FORMAT", "CURRENT", "LOCK", "log.jsonl"}, place
    for table in home.glob("folds/*/*/statements.parquet"):
        assert (table.parent / "copies.json").exists(), table
    for manifest in home.glob("snapshots/*/manifest.json"):
        open_snapshot(Workspace(home), manifest.parent.name)


def _check_json(home: Path, path: Path) -> None:
    found = orjson.loads(path.read_bytes())
    if path.name == "report.json":
        for part in found:
            assert (path.parent / f"{part}.parquet").exists(), path
    if path.parent.parent.name == "copies":
        for digest in found["documents"].values():
            assert (home / "archive" / digest[:2] / digest).exists(), path
