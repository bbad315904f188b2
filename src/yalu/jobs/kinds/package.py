"""``yalu package``: a designation package on a party for an authority."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import out
from yalu.jobs.kind import Kind, Params
from yalu.model.clock import Mode


class PackageParams(Params):
    """The party by its id, and the authority; an empty day or snapshot is today's and the one in force."""

    party: str = Field(min_length=1, max_length=300, pattern=r"^[^-\s]\S*$")
    authority: str = Field(pattern=r"^[A-Z]{2}$")
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: PackageParams, folder: Path) -> list[str]:
    words = ["package", params.party, "--authority", params.authority, "--mode", params.mode.value]
    words += ["--out", str(out(folder))]
    if params.as_of:
        words += ["--as-of", params.as_of]
    return [*words, *(["--snapshot", params.snapshot] if params.snapshot else [])]


def _title(params: PackageParams) -> str:
    return f"Package on {params.party} for {params.authority} as known on {params.as_of or 'the day it runs'}"


KIND = Kind("package", _title, PackageParams, _command)
