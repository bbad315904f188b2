"""``yalu payments screen``: the messages of a file that was sent, or of one that lies in the workspace."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import Field

from yalu.errors import UsageError
from yalu.jobs.folder import given_file, out
from yalu.jobs.kind import Kind, Params, Progress
from yalu.model.clock import Mode

HITS = 3
"""The exit code of a run with messages to review or stop; it is done all the same."""
FOLDER = "payments"
"""The folder of a workspace whose files and folders can be chosen instead of sending one."""
_COUNTED = re.compile(r"^([\d,]+) messages, [\d,]+ payments$")


class ScreenPaymentsParams(Params):
    """``file`` is a name in the job's folder, ``held`` one in the workspace's folder of payments."""

    file: str = Field("", max_length=200)
    held: str = Field("", max_length=255, pattern=r"^[^/\\\x00]*$")
    columns: str = Field("", max_length=1000)
    limit: int = Field(5, ge=1, le=100)
    as_of: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    mode: Mode = Mode.STRICT
    snapshot: str = Field("", pattern=r"^(s[0-9a-f]{12})?$")


def source(folder: Path, file: str, held: str) -> Path:
    """Where the messages of a job lie. Raises UsageError where they are not, or no longer, there."""
    if file:
        return given_file(folder, file)
    place = folder.parent.parent / FOLDER
    path = place / held
    if held in ("", ".", "..") or path.parent != place or path.is_symlink() or not path.exists():
        raise UsageError(
            f"There is no {held[:80]!r} in the folder {FOLDER} of the workspace.",
            expected="a file or folder that lies directly in it",
        )
    return path


def _command(params: ScreenPaymentsParams, folder: Path) -> list[str]:
    words = ["payments", "screen", str(source(folder, params.file, params.held))]
    for ending in ("jsonl", "csv"):
        words += ["--out", str(out(folder) / f"results.{ending}")]
    words += ["--limit", str(params.limit), "--mode", params.mode.value]
    for option, value in (
        ("--columns", params.columns),
        ("--as-of", params.as_of),
        ("--snapshot", params.snapshot),
    ):
        words += [option, value] if value else []
    return words


def _progress(line: str) -> Progress:
    if found := _COUNTED.match(line):
        return Progress(int(found.group(1).replace(",", "")), 0, line)
    return Progress(0, 0, line)


def _title(params: ScreenPaymentsParams) -> str:
    known = f" as known on {params.as_of}" if params.as_of else ""
    return f"Screen payments of {params.file or params.held}{known}"


KIND = Kind("screen-payments", _title, ScreenPaymentsParams, _command, _progress, frozenset({0, HITS}))
