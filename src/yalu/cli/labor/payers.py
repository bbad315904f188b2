"""``yalu labor payers``: who sends, employs or pays workers, and which criterion each meets on the day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.labor.intake import Payer

File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]",
        help="Contracts, a payroll, a site list: CSV, XLSX or a document. Without it: whom sources name.",
        show_default=False,
    ),
]


def run(
    file: File = "",
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show payers and senders of workers with the criterion that each meets: EO 13722, NKSPEA, CAATSA 321.

    Of a table the columns are name, and if known role, country, nationality, workers, amount, currency,
    start, end and source; rows that cannot be read stay. Of a document, whom sources name on which page.
    Met is said only for a role that the criterion names; all else is open, with its question.

    Examples: yalu labor payers · yalu labor payers payroll.csv --on 2018-01-01 --json
    """
    from yalu.cli.answer import asked, head, write
    from yalu.labor import criteria, intake
    from yalu.labor.watched import watched

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet, on=on)
    found, rules = watched(scope), criteria.rules(scope.view)
    day = scope.view.when.on
    if file:
        from yalu.screening.customers import open_file

        content = open_file(file, sys.stdin.buffer.read() if file == "-" else None)
        name = "standard input" if file == "-" else Path(file).name
        payers = list(intake.read(name, content, found, rules, day))
    else:
        payers = intake.known(found, rules, day)
    for payer in payers:
        if payer.problem:
            tell(f"{payer.place} is not judged: {payer.problem}")
    if json:
        write(asked(scope.view) | {"payers": [_json(p) for p in payers], "criteria": [r.name for r in rules]})
        return
    print(head(scope.view))
    for payer in payers:
        _print(payer)
    if not payers:
        tell("No payer or sender was found: none that sources name by that day is in it.", quiet=quiet)


def _json(p: Payer) -> dict[str, Any]:
    return {
        "place": p.place,
        "name": p.name,
        "role": p.role,
        "country": p.country,
        "workers": p.workers,
        "amount": p.amount,
        "known_as": p.known_as,
        "lists": list(p.lists),
        "problem": p.problem,
        "criteria": [c.as_json() for c in p.criteria],
    }


def _print(p: Payer) -> None:
    on = ", ".join(p.lists) or "no list"
    known = f" = {p.known_as}, on {on}" if p.known_as else ", named in no source that is held"
    print(f"\n{p.name} ({p.role}; {p.country or 'no country'}){known} [{p.place}]")
    for what, value in (("workers", p.workers), ("amount", p.amount), ("not judged", p.problem)):
        if value:
            print(f"  {what}: {value}")
    for c in p.criteria:
        print(f"  {c.verdict:<12} {c.rule.name} (since {c.rule.since}): {c.why}")
