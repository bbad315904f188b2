"""What several verbs on ships open: screening and register of one snapshot and day, results of a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import open_evidence, regime_plan, tell, view_at
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.fleet.register.register import Register
    from yalu.screening import Screener

HITS = 3
"""The exit code where something is to be looked at."""

File = Annotated[str, typer.Argument(metavar="CSV|XLSX", help="The file; - is standard input (CSV).")]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=HEADING,...",
        help="Which columns hold what. Default: guessed from headings.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write the answers to a file: .csv, .xlsx or .jsonl."),
]


def screening(
    workspace: Path | None, snapshot: str, as_of: str, on: str, mode: Mode, *, quiet: bool
) -> tuple[Screener, Register]:
    """A screener and the register, both of one snapshot and day."""
    from yalu.evidence.scope import Scope
    from yalu.fleet.register.register import Register
    from yalu.screening import Screener

    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    screener = Screener.open(
        place,
        as_of=view.when.as_of,
        on=view.when.on,
        mode=mode,
        snapshot=evidence.snapshot.id,
        step=lambda message: tell(message, quiet=quiet),
    )
    if not screener.lists:
        tell("No list is loaded: ships and parties are compared with the casebook alone. To do: yalu sync.")
    return screener, Register(Scope(view, regime_plan()))


def content_of(file: str) -> bytes | None:
    """The bytes of standard input where the file is ``-``."""
    return sys.stdin.buffer.read() if file == "-" else None


def write(
    out: Path, told: Sequence[dict[str, Any]], headings: Sequence[str], row: Callable[..., list[object]]
) -> None:
    """Write answers to a file and say so."""
    from yalu.fleet.files import results

    results.write(out, told, headings, row)
    tell(f"{len(told)} rows: {out}")
