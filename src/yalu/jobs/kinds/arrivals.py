"""``yalu fleet targets --arrivals``: expected ships ranked, with a sheet of each that has a reason."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import given_file, out
from yalu.jobs.kind import Kind, Params, Progress
from yalu.model.clock import Mode

HITS = 3
"""The exit code of a run in which a ship has a reason; it is done all the same."""
RANKED = "ranked"
"""The folder of the results: index, result form, sheets."""
_SHIPS = re.compile(r"([\d,]+) of ([\d,]+) (ships judged|sheets set)")


class ArrivalsParams(Params):
    """``file`` is a name in the job's folder; ``ports`` whether the workspace's own ports are used."""

    file: str = Field(min_length=1, max_length=200)
    columns: str = Field("", max_length=1000)
    ports: bool = False
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: ArrivalsParams, folder: Path) -> list[str]:
    words = ["fleet", "targets", "--arrivals", str(given_file(folder, params.file))]
    words += ["--out", str(out(folder) / RANKED), "--mode", params.mode.value]
    if params.ports:
        words += ["--ports", str(folder.parent.parent / "ports.csv")]
    for option, value in (
        ("--columns", params.columns),
        ("--as-of", params.as_of),
        ("--snapshot", params.snapshot),
    ):
        words += [option, value] if value else []
    return words


def _progress(line: str) -> Progress:
    if found := _SHIPS.search(line):
        done, total = (int(one.replace(",", "")) for one in found.groups()[:2])
        return Progress(done, total, line)
    return Progress(0, 0, line)


def _title(params: ArrivalsParams) -> str:
    return f"Rank arrivals of {params.file}" + (f" as known on {params.as_of}" if params.as_of else "")


KIND = Kind("arrivals", _title, ArrivalsParams, _command, _progress, frozenset({0, HITS}))
