"""``yalu fleet sheet``: the one-page inspection sheet of a ship."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.fleet.judging import By, Contacts, PortFile, Records, issued, judge_of
from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    view_at,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

Query = Annotated[str, typer.Argument(metavar="IMO|NAME", help="An IMO number, an MMSI, a name, or an id.")]
OutFile = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Where to: .pdf, .json or .csv. Default: KEY-NAME.pdf here.",
        show_default=False,
    ),
]  # fmt: skip
Port = Annotated[
    str, typer.Option("--port", metavar="PORT", help="The port, for the result form.", show_default=False)
]


def run(
    ship: Query,
    out: OutFile = None,
    port: Port = "",
    ports: PortFile = None,
    inspections: Records = "",
    by: By = "",
    contacts: Contacts = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make the inspection sheet of a ship: one A4 page that black and white can print.

    Identity with days and sources, legal status by regime with its paragraph, calls, gaps and meetings, the
    reasons ranked with what may be innocent and what is unknown, what the law of the day requires or allows,
    where to look, what to ask for, and a form for the result.

    Examples: yalu fleet sheet 8518780 · yalu fleet sheet "Jie Shun" --as-of 2017-06-13 --json · yalu fleet
    sheet 8518780 --by SG --contacts "Duty officer, +65 ..." --out jie-shun.pdf
    """
    from yalu.evidence.scope import Scope
    from yalu.evidence.writing import write_whole
    from yalu.fleet.register.register import Register
    from yalu.fleet.sheet.build import Sheets, find_target

    if out is not None and out.suffix.casefold() not in (".pdf", ".json", ".csv"):
        raise UsageError(f"{out} ends in no known way.", expected=".pdf, .json or .csv")
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    scope = Scope(view_at(evidence, as_of, "", mode), regime_plan())
    judge = judge_of(place, Register(scope), ports=ports, inspections=inspections, quiet=quiet)
    maker = Sheets(judge, by=by.upper(), contacts=contacts, issued=issued(scope))
    made = maker.sheet_of(find_target(judge, ship), port)
    import orjson

    told = orjson.dumps(made.as_json()) + b"\n"
    if out is not None or not json:
        path = out or Path(f"{made.name}.pdf")
        ending = path.suffix.casefold()
        if ending == ".json":
            content = told
        elif ending == ".csv":
            from yalu.publish.sheet.write import reasons_csv

            content = reasons_csv(made)
        else:
            from yalu.publish.sheet.pages import sheet_pdf

            content = sheet_pdf(made)
        write_whole(path.absolute(), content)
        tell(f"{path}: sheet {made.issue.number}", quiet=quiet and json)
    if json:
        sys.stdout.write(told.decode())
    else:
        print(f"{path}: {made.target.sanctions.points} points, {len(made.target.sanctions.reasons)} reasons")
