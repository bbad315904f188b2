"""``yalu ledger log``: what was judged, by whom, when and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import AsOf, Json, LedgerOption, WorkspaceOption, open_ledger
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.ledger.judgement import Entry, Judgement
    from yalu.ledger.standing import Conflict

Records = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[A [B]]", help="Only what is on this record, or on this pair.", show_default=False
    ),
]
Standing = Annotated[bool, typer.Option("--standing", help="Only the judgement in force on each pair.")]
Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="Only judgements in force that contradict each other.")
]


def run(
    records: Records = None,
    standing: Standing = False,
    conflicts: Conflicts = False,
    as_of: AsOf = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Show judgements and undos, the oldest first, and which of them are in force.

    A is same as B, B same as C, and yet A different from C: such conflicts are shown, never resolved.

    Examples: yalu ledger log · yalu ledger log ofac-9345 · yalu ledger log --conflicts
    """
    from yalu.ledger import standing as stands
    from yalu.ledger.store import history
    from yalu.model.dates import day

    if len(records or ()) > 2:
        raise UsageError("More than two records were given.", expected="one record, or a pair")
    until = _day(day, as_of)
    entries = [e for e in open_ledger(workspace, ledger).entries() if not until or e.at[:10] <= until]
    in_force = stands.standing(entries)
    wanted = history(entries, records or ())
    if conflicts:
        found = [c for c in stands.conflicts(in_force.values()) if set(records or ()) <= set(c.path)]
        _print_conflicts(found, json)
        return
    holds = {one.id for one in in_force.values()}
    shown = [e for e in wanted if not standing or e.id in holds]
    if json:
        _print_lines(shown, holds)
        return
    if not shown:
        print("no judgements" + (f" on {' and '.join(records)}" if records else ""))
    for entry in shown:
        _print_entry(entry, entry.id in holds)


def _day(check: Any, as_of: str) -> str:
    try:
        return str(check(as_of)) if as_of else ""
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2017-06-13") from None


def _print_entry(entry: Entry, holds: bool) -> None:
    from yalu.ledger.judgement import Undo

    said = f"undoes {entry.undoes}" if isinstance(entry, Undo) else _said(entry)
    mark = "  in force" if holds else ""
    print(f"{entry.at[:16].replace('T', ' ')}  {entry.id}  {entry.who}: {said}{mark}")
    print("    " + entry.why.replace("\n", "\n    "))


def _said(one: Judgement) -> str:
    return f"{one.a} and {one.b}: {one.verdict}"


def _print_lines(shown: list[Entry], holds: set[str]) -> None:
    import orjson

    from yalu.ledger.judgement import as_json

    for entry in shown:
        line = {"version": 1, **as_json(entry), "in_force": entry.id in holds}
        sys.stdout.write(orjson.dumps(line).decode() + "\n")


def _print_conflicts(found: list[Conflict], json: bool) -> None:
    import orjson

    from yalu.ledger.judgement import as_json

    for one in found:
        if json:
            said = [as_json(j) for j in (one.different, *one.same)]
            line = {"version": 1, "path": list(one.path), "judgements": said}
            sys.stdout.write(orjson.dumps(line).decode() + "\n")
        else:
            print(one)
    if not found and not json:
        print("no conflicts")
