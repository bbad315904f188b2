"""``yalu coalition draft``: a draft instrument for what a state lacks."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import out
from yalu.jobs.kind import Kind, Params
from yalu.model.clock import Mode


class DraftParams(Params):
    """The state by its code; an empty day or snapshot is today's and the one in force."""

    state: str = Field(pattern=r"^[A-Z]{2}$")
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: DraftParams, folder: Path) -> list[str]:
    words = ["coalition", "draft", "--state", params.state, "--mode", params.mode.value]
    words += ["--out", str(out(folder))]
    if params.as_of:
        words += ["--as-of", params.as_of]
    return [*words, *(["--snapshot", params.snapshot] if params.snapshot else [])]


def _title(params: DraftParams) -> str:
    return f"Draft instrument for {params.state} as known on {params.as_of or 'the day it runs'}"


KIND = Kind("draft", _title, DraftParams, _command)
