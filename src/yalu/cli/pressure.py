"""``yalu pressure``: what six levers take from which stream, alone and together; how the forecast fared."""

from __future__ import annotations

from typing import Annotated

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope
from yalu.errors import UsageError
from yalu.model.clock import Mode

Levers = Annotated[
    str,
    typer.Option(
        "--levers",
        metavar="A,B",
        help="facilitators, labor, travel, ships, iran, partners. Default: all.",
        show_default=False,
    ),
]
Assume = Annotated[
    list[str] | None,
    typer.Option("--assume", metavar="NAME=LOW..HIGH", help="Set an assumption; may be repeated."),
]
Verified = Annotated[bool, typer.Option("--verified", help="Leave out what no stored text backs.")]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Begins the random numbers.")]
Hindcast = Annotated[
    bool,
    typer.Option("--hindcast", help="Foretell from what was public on the memo's day, and compare."),
]


def run(
    levers: Levers = "",
    assume: Assume = None,
    hindcast: Hindcast = False,
    as_of: AsOf = "",
    verified: Verified = False,
    seed: Seed = 20170613,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what the six recommendations would take from each stream, alone and together.

    A stream is what sources said that it brought in its newest known year. The shares that levers take, and
    what adaptation wins back, are judgments, or stated by sources: each is named, printed and can be set.
    Overlaps count once. Levers stand in the order of their effect, with the law that each has on the day and
    the share that passes through other states beside.

    With --hindcast the forecast is made from what was public on the day of the memo, and compared with what
    was reported of the two years after its own, as far as that was public on the day asked.

    Examples: yalu pressure --as-of 2017-06-13 · yalu pressure --levers ships --assume ships.coal=0.1..0.3 ·
    yalu pressure --hindcast
    """
    from yalu.cli import pressure_text as text
    from yalu.cli.answer import asked, head, write
    from yalu.evidence.scope import Scope
    from yalu.pressure.answer import answer
    from yalu.pressure.assumptions import levers as chosen_of
    from yalu.pressure.hindcast import hindcast as foretold
    from yalu.regimes import load_memo_day

    if hindcast and verified:
        raise UsageError(
            "--verified does not go with --hindcast.",
            expected="one of them: outcomes of a hindcast are of stored texts alone",
        )
    chosen, settings = chosen_of(levers), assume or []
    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    if hindcast:
        memo = load_memo_day(scope.view.evidence.citations)
        scope = Scope(scope.view, scope.plan, memo)
        told = foretold(scope, chosen, settings, seed)
        if json:
            write(asked(scope.view) | {"seed": seed, "hindcast": told.as_json(scope)})
            return
        print(f"{head(scope.view)}; seed {seed}")
        text.hindcast(told)
        return
    made = answer(scope, chosen, settings, verified=verified, seed=seed)
    if json:
        write(asked(scope.view) | made.as_json(scope))
        return
    print(f"{head(scope.view)}; seed {seed}")
    text.answer(made)
