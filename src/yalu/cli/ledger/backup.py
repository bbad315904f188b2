"""``yalu ledger backup``: a consistent copy, while the ledger is in use."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, WorkspaceOption, open_ledger

File = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write; an SQLite file.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def run(
    file: File,
    force: Force = False,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Write a consistent copy of the ledger to one file, checked, while others go on writing.

    From PostgreSQL also: the copy is an SQLite file with the same rows and hashes.

    Examples: yalu ledger backup /backup/ledger-2026-11-24.sqlite
    """
    from yalu.ledger.backup import backup

    head = backup(open_ledger(workspace, ledger).place, file, force=force)
    if json:
        import orjson

        answer = {"version": 1, "file": str(file), "ledger": {"seq": head.seq, "head": head.hash}}
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    print(f"{file}: ledger {head.short}, checked")
