"""``yalu wave``: whom to act upon on one day, by which authority, so that least of the network is left."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.designation.wave.make import Asked
    from yalu.evidence.scope import Scope
    from yalu.network.breaking.task import Progress

OBJECTIVES = ("auto", "disruption", "coverage")

Budget = Annotated[
    int,
    typer.Option(
        "--budget",
        metavar="K",
        min=1,
        max=1_000_000,
        help="How many pairs of a party and an authority; with --cost, what they may cost together.",
    ),
]
Authorities = Annotated[
    str, typer.Option("--authorities", metavar="CODES", help="Who acts together: US,JP and so on.")
]
Capacity = Annotated[
    Path | None,
    typer.Option(
        "--capacity",
        metavar="FILE",
        help="CSV authority,parties: how many each can list that day. Others have no limit.",
        show_default=False,
    ),
]
Cost = Annotated[
    Path | None,
    typer.Option(
        "--cost",
        metavar="FILE",
        help="CSV party,cost: what listing a party costs, once for each authority. Others cost 1.",
        show_default=False,
    ),
]
Effect = Annotated[
    str,
    typer.Option(
        "--effect",
        metavar="CODE=SHARE,...",
        help="What a listing is assumed to be worth, above 0 to 1: a party whose listings come to 1 counts as"
        " struck. Default: 1 for each.",
        show_default=False,
    ),
]
ObjectiveOption = Annotated[
    str,
    typer.Option(
        "--objective",
        metavar="NAME",
        help="auto: disruption where the network carries it, else coverage. Or one of these two.",
    ),
]
Thin = Annotated[
    bool, typer.Option("--thin", help="Also pairs whose ground the evidence meets only in part; labeled.")
]
Missing = Annotated[
    float,
    typer.Option(
        "--missing",
        min=0,
        max=0.9,
        metavar="SHARE",
        help="Reckon with so many ties that nobody reported: least on the mean of networks with ties added.",
    ),
]
Hazard = Annotated[
    float,
    typer.Option(
        "--hazard", min=0, max=1, help="Assumed chance that a warned party is gone before the next strike."
    ),
]
Regrowth = Annotated[
    float,
    typer.Option(
        "--regrowth", min=0, max=1, help="Assumed chance that a neighbor of a struck party finds another way."
    ),
]
Seconds = Annotated[
    float,
    typer.Option(
        "--budget-seconds",
        metavar="SECONDS",
        min=1,
        max=1e6,
        help="For choosing; what is told beside has at most as much again.",
    ),
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Begins the random numbers.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Also write wave.json and pairs.csv into this folder.",
        show_default=False,
    ),
]


def run(
    budget: Budget = 10,
    authorities: Authorities = "US,JP,KR,AU,UK,EU",
    capacity: Capacity = None,
    cost: Cost = None,
    effect: Effect = "",
    objective: ObjectiveOption = "auto",
    thin: Thin = False,
    missing: Missing = 0.0,
    hazard: Hazard = 0.1,
    regrowth: Regrowth = 0.3,
    budget_seconds: Seconds = 60.0,
    seed: Seed = 20170613,
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    out: Out = None,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Choose parties and authorities to act on the same day, so that least of the network is left.

    Only pairs count whose ground in force is met by public, verified statements, and that the authority does
    not list yet. Shown are what each party adds, the plain rules beside it, whom ownership rules block along,
    who would still join the principals to banks, likely re-routing, flags, how steady the choice is, and
    whether to strike at once. With fewer eligible pairs than K, or none, it says so and gives what there is.

    Examples: yalu wave --budget 10 --as-of 2017-06-13 · yalu wave --authorities US,JP --out wave --json
    """
    from yalu.designation.wave.make import make_wave
    from yalu.designation.wave.text import lines
    from yalu.designation.wave.writing import write
    from yalu.evidence.workspace import Workspace
    from yalu.network.breaking import compiling

    acting = _authorities(authorities)
    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    compiling.keep_in(Workspace.find(workspace).root / "compiled")
    asked = _asked(
        scope,
        acting,
        budget,
        capacity,
        cost,
        effect,
        objective,
        thin,
        missing,
        hazard,
        regrowth,
        budget_seconds,
        seed,
    )
    shown = not quiet and sys.stderr.isatty()
    made = make_wave(scope, asked, _progress() if shown else lambda _step, _share: None)
    if out is not None:
        for path in write(out, made):
            tell(f"written: {path}", quiet=quiet)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(made.as_json()).decode() + "\n")
    else:
        print("\n".join(lines(made)))


def _asked(
    scope: Scope,
    acting: tuple[str, ...],
    budget: int,
    capacity: Path | None,
    cost: Path | None,
    effect: str,
    objective: str,
    thin: bool,
    missing: float,
    hazard: float,
    regrowth: float,
    seconds: float,
    seed: int,
) -> Asked:
    from yalu.designation.wave import reading
    from yalu.designation.wave.limits import Limits
    from yalu.designation.wave.make import Asked
    from yalu.designation.wave.when import Assumed

    if objective not in OBJECTIVES:
        raise UsageError(f"--objective {objective[:30]!r} is none.", expected=", ".join(OBJECTIVES))

    def known(text: str) -> str | None:
        return scope.head(text) if text in scope.view.names else None

    return Asked(
        limits=Limits(
            budget, reading.capacity(capacity, acting) if capacity else {}, reading.effects(effect, acting)
        ),
        authorities=acting,
        objective=objective,
        thin=thin,
        missing=missing,
        assumed=Assumed(hazard, regrowth),
        costs=reading.costs(cost, known) if cost else {},
        seconds=seconds,
        seed=seed,
    )


def _authorities(text: str) -> tuple[str, ...]:
    """The codes, each once. Raises UsageError for one of which no ground is held."""
    from yalu.cli.gaps import BY

    codes = tuple(dict.fromkeys(code.upper() for code in text.replace(",", " ").split()))
    unknown = [code for code in codes if code not in BY]
    if unknown or not codes:
        raise UsageError(
            f"--authorities {(unknown or [text])[0][:20]!r} is no authority here.", expected=", ".join(BY)
        )
    return codes


def _progress() -> Progress:
    """A line for each new step, on a terminal."""
    last: list[str] = []

    def show(step: str, share: float) -> None:
        if step and last[-1:] != [step]:
            last.append(step)
            tell(f"  {share:4.0%}  {step}")

    return show
