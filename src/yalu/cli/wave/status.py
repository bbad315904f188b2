"""``yalu wave status``: who signed a plan, and what is missing."""

from __future__ import annotations

import sys
from typing import Any

from yalu.cli.options import Json, LedgerOption, WorkspaceOption, open_ledger
from yalu.cli.wave.sign import PlanArgument
from yalu.errors import YaluError


def run(
    plan: PlanArgument,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Show who signed a plan, what voids a signature, and what else is missing.

    Ends with 1 where the plan is not complete: fewer than two persons signed this content, or its archive is
    not the one it names.

    Examples: yalu wave status strike · yalu wave status strike/plan.json --json
    """
    from yalu.designation.strike.plan_file import read_plan
    from yalu.ledger.signatures import Signatures

    read = read_plan(plan)
    stands = Signatures(open_ledger(workspace, ledger).place).of(read.id, read.digest)
    missing = list(_missing(read.content))
    complete = stands.complete and not read.fault
    if json:
        import orjson

        answer = {
            "version": 1,
            "plan": read.id,
            "digest": read.digest,
            "complete": complete,
            "signed": [_signature(s) for s in stands.here],
            "void": [_signature(s) | {"digest": s.digest} for s in stands.elsewhere],
            "signatures_missing": stands.missing,
            "archive": read.fault or "as the plan names it",
            "missing": missing,
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        print(f"plan {read.id}, content {read.digest}")
        for one in stands.here:
            print(f"  {one.words}")
        for one in stands.elsewhere:
            print(f"  void, another content ({one.digest[:12]}): {one.words}")
        if stands.missing:
            print(f"  {stands.missing} more must sign: yalu wave sign {plan} --who NAME --why TEXT")
        if read.fault:
            print(f"  ! {read.fault}")
        for words in missing:
            print(f"  ! {words}")
        print("complete" if complete else "not complete")
    if not complete:
        sys.exit(YaluError.exit_code)


def _missing(content: dict[str, Any]) -> list[str]:
    """What the plan itself says is not there: packages, time, lead times."""
    found = [
        f"{pair['authority']} {pair['party']}: no package: {pair['refused']}"
        for pair in content.get("pairs", [])
        if pair.get("refused")
    ]
    found += [
        f"{a['authority']}: {a['verdict']}; work had to begin by {a['start_by']}"
        for a in content.get("authorities", [])
        if a.get("verdict") != "in time"
    ]
    return found + [f"{by}: no lead time is held" for by in content.get("without_lead_times", [])]


def _signature(one: Any) -> dict[str, str]:
    return {"id": one.id, "who": one.who, "at": one.at, "why": one.why}
