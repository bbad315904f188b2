"""The briefs that jobs wrote here, each with its hash, and what differs between two of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from yalu.jobs import Job, State
from yalu.jobs.folder import folder_of, result
from yalu.workbench.frame import Ask, Gone

FACES = ("brief.html", "brief.pdf", "brief.json")
MOST = 50
"""Versions that the page shows, the newest first."""


@dataclass(frozen=True)
class Version:
    """One brief that was asked for. ``sha256`` is of its brief.json, ``""`` until it is written."""

    job: Job
    sha256: str
    files: tuple[str, ...]

    @property
    def as_of(self) -> str:
        """Its day."""
        return str(self.job.params.get("as_of") or self.job.created[:10])


def versions(ask: Ask) -> list[Version]:
    """Those of every day, the newest first."""
    found = [j for j in ask.jobs.newest(500) if j.kind == "brief"][:MOST]
    return [_version(ask, j) for j in found]


def content(ask: Ask, job_id: str) -> dict[str, Any]:
    """The brief.json of a version. Raises Gone."""
    for one in versions(ask):
        path = _path(ask, one.job, "brief.json")
        if one.job.id == job_id and path:
            read: dict[str, Any] = orjson.loads(path.read_bytes())
            return read
    raise Gone(f"No brief {job_id[:40]} was written here.", "Choose one of those on the page of the brief.")


def sentences(brief: dict[str, Any]) -> dict[str, list[str]]:
    """The sentences of a brief.json, by the title of their section."""
    groups = ("findings", "detail", "uncertain", "next_steps")
    return {s["title"]: [one["text"] for group in groups for one in s[group]] for s in brief["sections"]}


def verdicts(brief: dict[str, Any]) -> dict[str, str]:
    """The verdict of each claim by its id."""
    return {c["id"]: c["status"] for c in brief["claims"]}


def _version(ask: Ask, job: Job) -> Version:
    if job.state is not State.DONE:
        return Version(job, "", ())
    path = _path(ask, job, "brief.json")
    faces = tuple(name for name in FACES if name in job.files)
    return Version(job, _hash(path, path.stat().st_mtime_ns) if path else "", faces)


def _path(ask: Ask, job: Job, name: str) -> Path | None:
    return result(folder_of(ask.workspace, job.id), name)


@lru_cache(maxsize=256)
def _hash(path: Path, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
