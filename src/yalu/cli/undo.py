"""``yalu undo``: revoke a judgement."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, Who, Why, WorkspaceOption, open_ledger, person
from yalu.errors import UsageError

Target = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|A B]",
        help="A judgement's id, or two records for the one in force on them. Default: your last one.",
        show_default=False,
    ),
]


def run(
    why: Why,
    target: Target = None,
    who: Who = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Revoke a judgement. Both stay on record; an earlier judgement on the pair, if one stands, is in force.

    Examples: yalu undo --why "wrong record" · yalu undo ofac-9345 un-KPe.001 --why "the address was a bank's"
    """
    from yalu.ledger.judgement import as_json

    if len(target or ()) > 2:
        raise UsageError(
            f"{len(target or ())} words name no judgement.", expected="one id, or two records, or nothing"
        )
    kept = open_ledger(workspace, ledger)
    undone, made, head = kept.undo(target or (), who=person(who), why=why)
    now = kept.current(*undone.pair)
    if json:
        import orjson

        answer = {
            "version": 1,
            "undo": as_json(made),
            "undone": as_json(undone),
            "in_force": as_json(now) if now else None,
            "ledger": {"seq": head.seq, "head": head.hash},
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    print(f"{made.id}  undoes {undone.id}  {undone.a} and {undone.b}: {undone.verdict}")
    print(f"in force now: {f'{now.verdict} ({now.id}, {now.who})' if now else 'nothing'}")
    print(f"ledger {head.short}")
