"""``yalu fleet ship``: one hull over time, by IMO number or name."""

from __future__ import annotations

import sys
from typing import Annotated

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
)
from yalu.model.clock import Mode

Query = Annotated[str, typer.Argument(metavar="IMO|NAME", help="An IMO number, a name, or an id.")]


def run(
    ship: Query,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show one hull: names, flags, numbers, owners, managers, listings with their measures, incidents.

    Each fact stands with its day and source, names that differ between lists are explained, and what the
    resolutions in force on the day say of ships is cited. A ship on no list is named in a
    source, never clean.

    Examples: yalu fleet ship 8518780 · yalu fleet ship "Jie Shun" --as-of 2017-06-13 --json
    """
    from yalu.fleet.inspection.powers import Powers
    from yalu.fleet.register import text
    from yalu.fleet.register.register import Register

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet, on=on)
    hull = Register(scope).find(ship)
    when = scope.view.when
    powers = Powers(scope.view.evidence, when.as_of, when.on, mode)
    if not json:
        for line in text.lines(hull, powers):
            print(line)
        return
    import orjson

    answer = {"version": 1, "snapshot": scope.view.evidence.snapshot.id}
    answer |= {"as_of": when.as_of, "on": when.on, "mode": str(when.mode)} | hull.as_json()
    answer |= {"law_of_the_day": [power.as_json() for power in text.law(powers)]}
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
