"""``yalu labor check``: a supply chain or contractor list against what is known of such labor."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import given_file, out
from yalu.jobs.kind import Kind, Params
from yalu.model.clock import Mode

HITS = 3
"""The exit code of a check with a row presumed or named; it is done all the same."""
RESULT = "result.json"


class LaborCheckParams(Params):
    """The ``file`` is a name in the job's folder; empty are today and the snapshot in force."""

    file: str = Field(min_length=1, max_length=200)
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: LaborCheckParams, folder: Path) -> list[str]:
    words = ["labor", "check", str(given_file(folder, params.file)), "--mode", params.mode.value]
    words += ["--out", str(out(folder) / RESULT)]
    for option, value in (("--as-of", params.as_of), ("--snapshot", params.snapshot)):
        words += [option, value] if value else []
    return words


def _title(params: LaborCheckParams) -> str:
    return f"Check {params.file} for labor as known on {params.as_of or 'the day it runs'}"


KIND = Kind("labor-check", _title, LaborCheckParams, _command, good=frozenset({0, HITS}))
