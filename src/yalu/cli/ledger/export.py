"""``yalu ledger export``: judgements and undos as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import LedgerOption, WorkspaceOption, open_ledger

File = Annotated[
    str, typer.Argument(metavar="FILE", help="Where to write; - is standard output.", show_default=False)
]
Format = Annotated[
    str,
    typer.Option(
        "--format", help="jsonl or csv. Default: what the file's name tells, else jsonl.", show_default=False
    ),
]


def run(
    file: File = "-",
    format_: Format = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Write every judgement and undo, in order, as JSON Lines or CSV. Import gives the same again.

    Examples: yalu ledger export judgements.csv · yalu ledger export > judgements.jsonl
    """
    from yalu.evidence.writing import write_whole
    from yalu.ledger.exchange import format_of, to_text

    form = format_of(file, format_)
    content = to_text(open_ledger(workspace, ledger).entries(), form).encode()
    if file == "-":
        sys.stdout.buffer.write(content)
    else:
        write_whole(Path(file).absolute(), content)
