"""``yalu wave sign``: stand for the content of a plan, or take that back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, Who, Why, WorkspaceOption, open_ledger, person, tell
from yalu.errors import YaluError

PlanArgument = Annotated[
    Path, typer.Argument(metavar="PLAN", help="plan.json, or the folder that yalu wave plan wrote.")
]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take your signature back; it stays on record.")]


def run(
    plan: PlanArgument,
    why: Why,
    who: Who = "",
    withdraw: Withdraw = False,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Sign a plan: the sha256 of all that it says, packages included, goes into the ledger with your name.

    Two different persons must sign the same content; the same one twice is refused. A plan that changes has
    no signature. The ledger keeps who is said to sign; that it is that person is for your own rules of
    access to say.

    Examples: yalu wave sign strike --who "Ann Lee" --why "read; packages checked against their sources"
    """
    from yalu.designation.strike.plan_file import read_plan
    from yalu.ledger.signatures import Signatures

    read = read_plan(plan)
    if read.fault and not withdraw:
        raise YaluError(
            f"The plan is not signed: {read.fault}.",
            expected="the files as yalu wave plan wrote them",
            do="Bring the archive back, or write the plan anew.",
        )
    held = Signatures(open_ledger(workspace, ledger).place, warn=tell)
    write = held.withdraw if withdraw else held.sign
    made, stands, head = write(read.id, read.digest, who=person(who), why=why)
    if json:
        import orjson

        answer = {
            "version": 1,
            "plan": read.id,
            "digest": read.digest,
            "signature": {"id": made.id, "who": made.who, "at": made.at, "verdict": str(made.verdict)},
            "signed_by": [s.who for s in stands.here],
            "missing": stands.missing,
            "ledger": {"seq": head.seq, "head": head.hash},
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    print(f"{made.id}  {read.id}: {made.words}")
    print("complete: two persons signed" if stands.complete else f"{stands.missing} more must sign")
    print(f"ledger {head.short}")
