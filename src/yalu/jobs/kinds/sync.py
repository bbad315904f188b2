"""``yalu sync``: fetch lists from their official addresses, or take in a file that a user gave."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from yalu.jobs.folder import given_file
from yalu.jobs.kind import Kind, Params

Source = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]


class SyncParams(Params):
    """Which sources; none is all that are offered as a file. ``file`` is a name in the job's folder."""

    sources: list[Source] = Field([], max_length=50)
    file: str = Field("", max_length=200)
    dated: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?)?$")
    accept_shrink: bool = False


def _title(params: SyncParams) -> str:
    what = ", ".join(params.sources) or "every list that is offered as a file"
    return f"Sync {what}" + (f" from {params.file}" if params.file else "")


def _command(params: SyncParams, folder: Path) -> list[str]:
    words = ["sync", *params.sources]
    if params.file:
        words += ["--from", str(given_file(folder, params.file))]
    if params.dated:
        words += ["--dated", params.dated]
    return [*words, *(["--accept-shrink"] if params.accept_shrink else [])]


KIND = Kind("sync", _title, SyncParams, _command)
