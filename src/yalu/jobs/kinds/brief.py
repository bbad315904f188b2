"""``yalu brief``: write the brief of a day."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import out
from yalu.jobs.kind import Kind, Params
from yalu.model.clock import Mode


class BriefParams(Params):
    """The day, mode and snapshot of the brief; empty ones are today and the snapshot in force."""

    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: BriefParams, folder: Path) -> list[str]:
    words = ["brief", "--out", str(out(folder)), "--mode", params.mode.value]
    if params.as_of:
        words += ["--as-of", params.as_of]
    return [*words, *(["--snapshot", params.snapshot] if params.snapshot else [])]


def _title(params: BriefParams) -> str:
    return f"Brief as known on {params.as_of or 'the day it runs'} ({params.mode.value})"


KIND = Kind("brief", _title, BriefParams, _command)
