"""``yalu export``: the evidence of a day in a format of others."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    tell,
    view_at,
)
from yalu.errors import StorageError, UsageError, YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.view import View
    from yalu.evidence.workspace import Workspace
    from yalu.publish.ftm.export import Export


class Format(StrEnum):
    """The formats that can be written."""

    FTM = "ftm"


What = Annotated[Format, typer.Argument(metavar="FORMAT", help="ftm: FollowTheMoney, as JSON lines.")]
Out = Annotated[
    str,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Where to write, with FILE.report.json beside it. Default: standard output (-).",
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="Only what this source states; may be repeated. Default: all but your own lists.",
        show_default=False,
    ),
]
EVERY = 20_000
"""Lines between two messages of progress."""


def run(
    what: What,
    out: Out = "-",
    source: SourceOption = None,
    force: Force = False,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write the evidence of a day as entities of FollowTheMoney, for OpenSanctions' tools, Aleph, OpenAleph.

    Parties with their names, numbers and addresses; ties and listings as entities of their own, with ids that
    stay; the same evidence gives the same bytes. Values that no text backs are left out. What the format
    cannot hold is counted by kind, on standard error and in FILE.report.json.

    Examples: yalu export ftm --out dprk.ftm.json · yalu export ftm --as-of 2017-06-13 --source un_sc > u.json
    """
    assert what is Format.FTM
    from yalu.publish.ftm.export import Export

    path = None if out in ("-", "") else Path(out)
    if json and path is None:
        raise UsageError("--json tells of the file that was written.", do="Name it with --out FILE.")
    if path is not None:
        _check_file(path, force=force)
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    export = Export(view, _sources(place, view, source or []))
    tell(f"writing what was known on {view.when.as_of}", quiet=quiet)
    if path is None:
        _write(sys.stdout.buffer, export, quiet=quiet)
        sys.stdout.buffer.flush()
    else:
        _write_file(path, export, quiet=quiet)
    _tell_losses(export, quiet=quiet)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(export.report() | {"file": str(path)}).decode() + "\n")
    elif path is not None:
        print(f"{path}: {export.written.total():,} entities; what they cannot hold: {_report_path(path)}")


def _sources(place: Workspace, view: View, asked: list[str]) -> tuple[str, ...]:
    """The sources to write: those asked for, else all but the user's own lists and documents."""
    from yalu.evidence.registered import all_sources, describe, source_of

    held = view.evidence.snapshot.folds
    for name in asked:
        if source_of(place, name).id not in held:
            raise UsageError(f"Nothing of {name} is held in this snapshot.", do=f"yalu sync {name}")
    known = all_sources(place)
    own = {name for name, one in known.items() if describe(one) in ("own", "documents")}
    return tuple(sorted(set(asked) if asked else set(held) - own))


def _check_file(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", expected="the name of a file")
    if force:
        return
    for one in (path, _report_path(path)):
        if one.exists():
            raise UsageError(
                f"{one} exists.", expected="a file that is not there yet", do="Name another, or add --force."
            )


def _report_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.report.json")


def _write_file(path: Path, export: Export, *, quiet: bool) -> None:
    """Write the file and its report, whole or not at all."""
    import orjson

    from yalu.evidence.writing import replacing, write_whole

    try:
        with replacing(path) as new, new.open("wb") as file:
            _write(file, export, quiet=quiet)
            file.flush()
        write_whole(_report_path(path), orjson.dumps(export.report(), option=orjson.OPT_INDENT_2) + b"\n")
    except StorageError as error:
        why = getattr(error.__cause__, "strerror", None) or error.what
        raise YaluError(
            f"The export cannot be written to {path}: {why}.",
            expected="a file in a folder that you may write to, with room on its disk",
            do="Name one with --out FILE.",
        ) from error


def _write(file: BinaryIO, export: Export, *, quiet: bool) -> None:
    silent = quiet or not sys.stderr.isatty()
    for number, line in enumerate(export.lines(), 1):
        file.write(line)
        if number % EVERY == 0:
            tell(f"{number:,} entities written", quiet=silent)


def _tell_losses(export: Export, *, quiet: bool) -> None:
    tell(f"{export.written.total():,} entities written; what the format cannot hold:", quiet=quiet)
    for line in export.losses.lines():
        tell(line, quiet=quiet)
