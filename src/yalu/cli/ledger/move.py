"""``yalu ledger move``: to PostgreSQL, to another one, or back."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, WorkspaceOption, open_ledger, tell

To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="URL",
        help="postgresql+psycopg://USER@HOST/DATABASE, sqlite:///FILE, or sqlite for the workspace's own.",
    ),
]


def run(
    to: To,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Copy the whole ledger to another database, check the copy, and only then make it the one in force.

    Ids, times and hashes stay as they are, so the head is the same. The old one is kept and takes no more.
    A move that was broken off is ended by the same command.

    Examples: yalu ledger move --to postgresql+psycopg://yalu@db.example/yalu · yalu ledger move --to sqlite
    """
    from yalu.ledger.move import move
    from yalu.ledger.place import VARIABLE

    source = open_ledger(workspace, ledger).place
    done = move(source, to, tell)
    if json:
        import orjson

        answer = {
            "version": 1,
            "from": source.name,
            "to": done.place.name,
            "rows": done.rows,
            "ledger": {"seq": done.head.seq if done.head else 0, "head": done.head.hash if done.head else ""},
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        stood = f"ledger {done.head.short}" if done.head else "no judgements"
        print(f"{done.place.name}: {stood}, {done.rows} rows copied and checked")
    if os.environ.get(VARIABLE):
        tell(f"warning: {VARIABLE} is set and wins over the workspace; make it name {done.place.name}")
