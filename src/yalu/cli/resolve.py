"""``yalu resolve``: one party out of many records."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

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
    tell,
    when_asked,
)
from yalu.errors import StorageError, UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.view import When
    from yalu.evidence.workspace import Workspace
    from yalu.ledger.store import Ledger
    from yalu.resolve import Grouped

Queue = Annotated[
    bool, typer.Option("--queue", help="List the pairs that wait for a judgement, likeliest first.")
]
Pairs = Annotated[
    str,
    typer.Option(
        "--pairs",
        metavar="FILE.csv",
        help="Decide the pairs of a CSV file with the columns a and b, which hold ids; - is standard input.",
        show_default=False,
    ),
]
Afresh = Annotated[
    bool, typer.Option("--afresh", help="Compare every pair again, not only those of changed records.")
]


def run(
    queue: Queue = False,
    pairs: Pairs = "",
    afresh: Afresh = False,
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    ledger: LedgerOption = "",
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find which records of all lists and of the casebook are one party.

    Strong proof merges: an IMO number, a passport and birth date, a reference, a score above a line. What is
    between the lines waits in a queue for yalu decide. Later views take the parties up. Only what changed
    since the last run is compared.

    Examples: yalu resolve · yalu resolve --queue · yalu resolve --pairs pairs.csv --json
    """
    from yalu.resolve.opening import opened

    if queue and pairs:
        raise UsageError("--queue and --pairs are two questions.", expected="one of them")
    asked = _pairs(pairs) if pairs else []
    when = when_asked(as_of, mode)
    place, _ = open_evidence(workspace, snapshot, quiet=quiet, joined=False)
    kept = open_ledger(workspace, ledger)
    grouped = opened(place, kept, snapshot, afresh=afresh, step=_step(quiet=quiet))
    if pairs:
        _decide(place, grouped, asked, when, json=json)
    elif queue:
        _queue(place, grouped, when, json=json)
    else:
        _report(place, kept, grouped, when, json=json)


def _step(*, quiet: bool) -> Callable[[str], None]:
    terminal = sys.stderr.isatty() or "YALU_PROGRESS" in os.environ
    return lambda message: tell(message, quiet=quiet or not terminal)


def _pairs(file: str) -> list[tuple[str, str]]:
    from yalu.cli.pair_file import read

    return read(file)


def _decide(
    place: Workspace, grouped: Grouped, asked: list[tuple[str, str]], when: When, *, json: bool
) -> None:
    import orjson

    from yalu.resolve.judge import judge

    for found in judge(place, grouped, asked, when.as_of, when.mode):
        if json:
            sys.stdout.write(orjson.dumps(found.as_json()).decode() + "\n")
            continue
        score = "    -" if found.score is None else f"{found.score:.3f}"
        print(f"{score}  {found.decision:<9}  {found.a} | {found.b}")
        for reason in found.reasons[:4]:
            print(f"         {reason}")


def _queue(place: Workspace, grouped: Grouped, when: When, *, json: bool) -> None:
    import orjson

    found = grouped.queue(when.as_of, when.mode)
    if json:
        for doubt in found:
            sys.stdout.write(orjson.dumps(doubt.as_json()).decode() + "\n")
        return
    records = grouped.resolution.records
    for doubt in found:
        names = " | ".join(records[i].name if i in records else i for i in (doubt.a, doubt.b))
        print(f"{doubt.score:.3f}  {doubt.a} | {doubt.b}  {names}")
        print(f"       {doubt.why}")
        facts = [r for r in doubt.reasons if not r.startswith("name: ") and r != doubt.why]
        for reason in facts[:4]:
            print(f"       {reason}")
    if found:
        first = found[0]
        tell(f'\nTo do: yalu decide {first.a} {first.b} same|different|unsure --why "..."')
    else:
        tell(f"Nothing waits for a judgement in {place.root} on {when.as_of}.")


def _report(place: Workspace, kept: Ledger, grouped: Grouped, when: When, *, json: bool) -> None:
    from yalu.resolve.report import report
    from yalu.resolve.store import write_parties

    found = report(grouped, kept, when.as_of, when.mode)
    try:
        found["parties_file"] = str(write_parties(place, grouped, kept.head()))
    except StorageError as error:
        found["parties_file"] = ""
        tell(f"warning: the parties are not stored: {error.what}")
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(found).decode() + "\n")
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    print(f"{found['records']:,} records, {found['parties']:,} parties on {found['as_of']} ({found['mode']})")
    print(f"{found['merged_parties']:,} of them have more than one record; merged by")
    for rule, count in found["merged_by"].items():
        print(f"  {rule:<10} {count:>8,}")
    print(f"{found['queued']:,} pairs wait for a judgement: yalu resolve --queue")
    print(f"{len(found['left_out']):,} merges left out, since they would bring a conflict together")
    for one in found["left_out"][:5]:
        print(f"  {one['a']} = {one['b']}: {one['why']}")
    if len(found["left_out"]) > 5:
        print(f"  and {len(found['left_out']) - 5:,} more: --json shows all")
    print(f"{found['refused']:,} references and numbers not followed: yalu resolve --queue")
    for text in found["contradictions"]:
        print(f"judgements contradict each other: {text}")
    run_ = found["run"]
    print(
        f"this run: {run_['changed']:,} records new or changed, {run_['compared']:,} pairs compared,"
        f" {run_['kept']:,} kept from before"
    )
