"""``yalu labor block``: what a measure takes away by year, against what was reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.labor.estimate import Draws, Seed, Verified, money, people
from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope, tell
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.labor.block import Block

MeasureOption = Annotated[
    str,
    typer.Option(
        "--measure",
        metavar="NAME|FILE",
        help="repatriation, no_new_permits, permit_cap, payer_designations, or a YAML file. Without it: all.",
        show_default=False,
    ),
]


def run(
    measure: MeasureOption = "",
    as_of: AsOf = "",
    verified: Verified = False,
    seed: Seed = 20170613,
    draws: Draws = 100_000,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show how many workers and how much money a measure takes away, year by year, and what was reported.

    A measure is data with a stated assumption: the share of workers gone by each year, as a range. What
    sources report of it stands beside, with where it misses. Nothing is taken that was not there.

    Examples: yalu labor block --measure repatriation · yalu labor block --measure mine.yaml --json
    """
    from yalu.cli.answer import asked, write
    from yalu.evidence.cited import works
    from yalu.labor.block import as_json, block, measures, of_file

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    known = measures(scope)
    chosen = known
    if measure:
        chosen = [m for m in known if m.name == measure]
        if not chosen and (Path(measure).suffix or Path(measure).exists()):
            chosen = [of_file(measure)]
        if not chosen:
            names = ", ".join(m.name for m in known) or "none"
            raise UsageError(
                f"No measure {measure!r} is known on {scope.view.when.as_of}.", expected=f"{names}, or a file"
            )
    made = [block(scope, m, verified=verified, seed=seed, draws=draws) for m in chosen]
    if json:
        cited = [
            s for b in made for s in (*b.measure.statements, *(t for r in b.reported for t in r.statements))
        ]
        write(asked(scope.view) | {"blocks": [as_json(b) for b in made], "sources": works(scope.view, cited)})
        return
    for one in made:
        _print(scope, one)
    if not made:
        tell(f"No measure was known on {scope.view.when.as_of}. To do: ask a later day.", quiet=quiet)


def _print(scope: Scope, one: Block) -> None:
    from yalu.cli.answer import head
    from yalu.evidence.cited import ids

    m = one.measure
    mark = "" if m.verified else "  UNVERIFIED: an assumption alone"
    print(f"{m.name}: {m.instrument}, {m.date}, for {', '.join(m.hosts)}{mark}\n{head(scope.view)}")
    print(f"  assumed: {m.assumption}")
    print(f"  workers before: {people(one.before)}")
    if one.missing:
        print(f"  no estimate, so nothing is taken from: {', '.join(one.missing)}")
    for y in one.years:
        print(
            f"  by {y.year}, {y.share[0]:.0%} to {y.share[1]:.0%} gone: {people(y.workers)} workers;"
            f" {money(y.revenue)}"
        )
    for r in one.reported:
        print(
            f"  reported: {r.share:.0%} fewer {r.text}, {r.window}: {one.verdict(r)}"
            f" [{', '.join(ids(r.statements))}]"
        )
    if not one.reported:
        print("  nothing was reported of it by that day")
    print()
