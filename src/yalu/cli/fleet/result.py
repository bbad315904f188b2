"""``yalu fleet result``: what a port reports of a ship comes back as a source."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.fleet.opening import Columns, content_of
from yalu.cli.options import Json, Quiet, Who, Why, WorkspaceOption, person, tell, today
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.results.intake import Taken

File = Annotated[
    str, typer.Argument(metavar="[CSV|XLSX]", help="The result form; - is standard input (CSV).")
]
Dated = Annotated[
    str,
    typer.Option("--dated", metavar="DAY", help="The day on which the report came. Default: today."),
]
Withdraw = Annotated[
    str,
    typer.Option("--withdraw", metavar="ID", help="Take one result back; give --why. It stays on record."),
]


def run(
    file: File = "",
    columns: Columns = "",
    dated: Dated = "",
    withdraw: Withdraw = "",
    who: Who = "",
    why: Why = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take in results of inspections as an authority reports them: one a row, CSV or XLSX.

    Columns: imo, name, port, date, authority, outcome (inspected, refused, seized, released, no_action),
    items, hs_codes, photographs, reported_to, reference, remarks. A row that is wrong in anything is set
    apart whole, with its reasons; a row that comes again corrects the first. A result is told as reported by
    that authority, known since the report, and is no listing. All of them go again with yalu sources
    --remove port-results.

    Examples: yalu fleet result form.xlsx --dated 2026-03-02 · yalu fleet result --withdraw port-results-1a2b
    --why "wrong ship"
    """
    from yalu.evidence.workspace import Workspace

    place = Workspace.find(workspace)
    if bool(file) == bool(withdraw):
        raise UsageError("Give a file, or --withdraw ID.", expected="one of the two")
    if withdraw:
        _withdraw(place, withdraw, person(who), why, quiet=quiet, json=json)
        return
    from yalu.fleet.results.intake import take
    from yalu.model.dates import day

    try:
        received = day(dated or today())
    except ValueError as error:
        raise UsageError(f"--dated: {error}", expected="a day such as 2026-03-02") from None
    taken = take(
        place,
        file,
        content_of(file),
        columns=columns,
        received=received,
        today=today(),
        step=lambda message: tell(message, quiet=quiet),
    )
    for entry in taken.apart:
        tell(f"row {entry['row']} is set apart: {entry['why']}")
    if json:
        import orjson

        told = {"version": 1, "snapshot": taken.snapshot, "same": taken.same}
        told |= {"new": taken.new, "corrected": taken.corrected, "apart": taken.apart}
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
        return
    _print(taken)
    _tell_resolution(place)


def _withdraw(place: Workspace, result: str, who: str, why: str, *, quiet: bool, json: bool) -> None:
    from yalu.fleet.results.intake import withdraw

    if not why.strip():
        raise UsageError("Say why it is taken back.", expected="--why TEXT; it is kept")
    made = withdraw(
        place, result, who=who, why=why, today=today(), step=lambda message: tell(message, quiet=quiet)
    )
    if json:
        import orjson

        sys.stdout.write(orjson.dumps({"version": 1, "withdrawn": result, "snapshot": made}).decode() + "\n")
        return
    print(f"{result} is withdrawn; snapshot {made} is in force. Earlier snapshots keep it.")
    _tell_resolution(place)


def _print(taken: Taken) -> None:
    for word, rows in (("new", taken.new), ("corrected", taken.corrected)):
        for e in rows:
            said = f"IMO {e['imo']} {e['outcome']} at {e['port']} on {e['date']}, {e['authority']}"
            print(f"{word}: {said}: {e['id']}")
    if taken.same:
        print(f"{taken.same:,} stood already as they are")
    if taken.apart:
        print(f"{len(taken.apart):,} rows are set apart: yalu sources --problems port-results")
    print(f"snapshot {taken.snapshot} is in force")


def _tell_resolution(place: Workspace) -> None:
    from yalu.cli.resolved import tell_unresolved
    from yalu.evidence.snapshot import open_snapshot

    tell_unresolved(place, open_snapshot(place), tell)
