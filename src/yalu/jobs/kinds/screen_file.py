"""``yalu screen --file``: screen each row of a file of customers; an interrupted run goes on."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import Field

from yalu.jobs.folder import given_file, out
from yalu.jobs.kind import Kind, Params, Progress
from yalu.model.clock import Mode

HITS = 3
"""The exit code of a run with alerts; it is done all the same."""
_ROWS = re.compile(r"([\d,]+) of ([\d,]+) rows screened")


class ScreenFileParams(Params):
    """The customers' ``file`` is a name in the job's folder; ``columns`` as of ``yalu screen --columns``."""

    file: str = Field(min_length=1, max_length=200)
    columns: str = Field("", max_length=1000)
    schema_name: str = Field("", pattern=r"^[A-Za-z]{0,40}$")
    form: str = Field("csv", pattern=r"^(csv|xlsx|jsonl|all)$")
    limit: int = Field(5, ge=1, le=100)
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def _command(params: ScreenFileParams, folder: Path) -> list[str]:
    words = ["screen", "--file", str(given_file(folder, params.file))]
    for ending in ("jsonl", "csv", "xlsx") if params.form == "all" else (params.form,):
        words += ["--out", str(out(folder) / f"results.{ending}")]
    words += ["--limit", str(params.limit)]
    words += ["--mode", params.mode.value]
    for option, value in (
        ("--columns", params.columns),
        ("--schema", params.schema_name),
        ("--as-of", params.as_of),
        ("--snapshot", params.snapshot),
    ):
        words += [option, value] if value else []
    return words


def _progress(line: str) -> Progress:
    if found := _ROWS.search(line):
        done, total = (int(one.replace(",", "")) for one in found.groups())
        return Progress(done, total, line)
    return Progress(0, 0, line)


def _title(params: ScreenFileParams) -> str:
    return f"Screen {params.file}" + (f" as known on {params.as_of}" if params.as_of else "")


KIND = Kind("screen-file", _title, ScreenFileParams, _command, _progress, frozenset({0, HITS}))
