"""``yalu explain``: why two records are one party, or not."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    open_ledger,
    when_asked,
)
from yalu.model.clock import Mode

A = Annotated[str, typer.Argument(metavar="A", help="A record's id, such as ofac-9345.")]
B = Annotated[str, typer.Argument(metavar="B", help="Another one's.")]
_WORDS = {"same": "one party", "different": "two parties", "unsure": "nobody knows yet"}


def run(
    a: A,
    b: B,
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    ledger: LedgerOption = "",
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show why two records are one party or two: rules, facts, judgements, and the way from one to the other.

    Resolves the records first where that was not done yet.

    Examples: yalu explain ofac-9345 un-KPe.001 · yalu explain un-KPi.010 gb-13334 --as-of 2018-06-08
    """
    from yalu.cli.resolve import _step
    from yalu.resolve import opened
    from yalu.resolve.judge import judge, reader

    when = when_asked(as_of, mode)
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet, joined=False)
    kept = open_ledger(workspace, ledger)
    grouped = opened(place, kept, snapshot, step=_step(quiet=quiet))
    ids = reader(place, grouped)
    a, b = ids.read(a)[0], ids.read(b)[0]
    [found] = judge(place, grouped, [(a, b)], when.as_of, when.mode)
    about = {a, b}
    said = [j for j in grouped.judgements.values() if about & set(j.pair)]
    if json:
        import orjson

        from yalu.ledger.judgement import as_json

        answer = found.as_json() | {
            "as_of": when.as_of,
            "mode": str(when.mode),
            "snapshot": evidence.snapshot.id,
            "path": [
                {"a": e.a, "b": e.b, "rule": e.rule, "score": e.score, "text": e.text} for e in found.path
            ],
            "parties": [list(grouped.merged(when.as_of, when.mode).party(i)) for i in (a, b)],
            "judgements": [as_json(j) for j in said],
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    score = "" if found.score is None else f" (score {found.score:.3f})"
    print(f"{a} and {b}: {found.decision}, {_WORDS[found.decision]}{score}")
    for step in found.path:
        print(f"  {step.a} = {step.b}  by {step.rule}: {step.text}")
    for reason in found.reasons:
        if not reason.startswith("by way of "):
            print(f"  {reason}")
    others = [j for j in said if set(j.pair) != about]
    for j in others:
        print(f"  also judged: {j.a} and {j.b} {j.verdict} by {j.who}: {j.why} ({j.id})")
