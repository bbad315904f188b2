"""``yalu coalition state``: what a state did of what the resolutions ask."""

from __future__ import annotations

from typing import Annotated

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, tell
from yalu.model.clock import Mode

State = Annotated[
    str,
    typer.Argument(
        metavar="[STATE]",
        help="ISO code or name, such as NA or Namibia; EU for the Union's own law. Default: every state.",
        show_default=False,
    ),
]


def run(
    state: State = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what a state did of what the UN asks: each obligation of the day is done, missing or unknown.

    Missing only where a source says so; silence is unknown. Duties and calls are told apart. For each missing
    one: help, or measures where help is refused, and what evidence would decide. It finds no breach.

    Examples: yalu coalition state NA --as-of 2018-01-01 · yalu coalition state Tanzania --json ·
    yalu coalition state
    """
    from yalu.cli.coalition.common import open_held, print_json
    from yalu.cli.coalition.text import print_every, print_one
    from yalu.coalition.states.as_json import every_state, one_state
    from yalu.coalition.states.grid import grid, states_with_evidence
    from yalu.coalition.states.naming import state_code

    code = state_code(state) if state else ""
    held = open_held(workspace, snapshot, as_of, mode, quiet=quiet)
    if code:
        one = grid(held, code)
        print_json(one_state(one)) if json else print_one(one)
        nothing = not one.cells
    else:
        grids = [grid(held, s) for s in states_with_evidence(held)]
        print_json(every_state(held, grids)) if json else print_every(held, grids)
        nothing = not grids
    if nothing:
        tell(f"No obligation, or nothing of any state, was public on {held.view.when.as_of}.", quiet=quiet)
        tell("To do: ask a later day with --as-of.", quiet=quiet)
