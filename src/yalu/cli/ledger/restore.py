"""``yalu ledger restore``: bring a backup back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, Who, WorkspaceOption, open_ledger, person, tell

File = Annotated[Path, typer.Argument(metavar="FILE", help="A file from yalu ledger backup.")]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a ledger that holds something; it is kept aside.")
]


def run(
    file: File,
    force: Force = False,
    who: Who = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Bring a backup back, after its chain was checked. What it replaces is kept aside.

    The audit goes on with a row that says what was restored, by whom, and which head it replaced.

    Examples: yalu ledger restore ledger-2026-11-24.sqlite --force
    """
    from yalu.ledger.restore import restore

    place = open_ledger(workspace, ledger).place
    done = restore(place, file, who=person(who), force=force, warn=tell)
    if json:
        import orjson

        answer = {
            "version": 1,
            "ledger": {"seq": done.head.seq, "head": done.head.hash},
            "aside": [str(p) for p in done.aside],
            "lost": [head.short for head in done.lost],
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    print(f"{place.name}: ledger {done.head.short}")
    for path in done.aside:
        print(f"kept aside: {path}")
    if done.lost:
        tell(f"warning: the backup does not reach {done.lost[-1].short}; what came after it is only aside")
