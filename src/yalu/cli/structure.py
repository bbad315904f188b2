"""``yalu structure``: is the network centralized, limited, vulnerable?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    from yalu.network.structure.material import Material

Edges = Annotated[
    str,
    typer.Option(
        "--edges",
        metavar="FILE.tsv",
        help="Measure this network instead: two ids a line with a tab between them; - is standard input.",
        show_default=False,
    ),
]
Seed = Annotated[
    int, typer.Option("--seed", min=0, max=2**63 - 1, help="Chance is drawn from it: same seed, same answer.")
]
Budget = Annotated[
    float,
    typer.Option("--budget", metavar="SECONDS", min=0, help="Time for measuring; what it stops is told."),
]
Solve = Annotated[
    float,
    typer.Option(
        "--solve",
        metavar="SECONDS",
        min=0,
        help="Time to look for the fewest removals and prove them; 0: none.",
    ),
]


def run(
    edges: Edges = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    seed: Seed = 20170613,
    budget: Budget = 120.0,
    solve: Solve = 10.0,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Tell whether the network is centralized, limited, vulnerable: shown, not shown, or too thin to say.

    Measured on the largest group of tied parties, beside 200 networks in which each party keeps its number of
    ties and 200 random ones; with bounds, ties and sources left out, and routes from the regime to banks.

    Examples: yalu structure --as-of 2017-06-13 · yalu structure --edges network.tsv --json
    """
    from yalu.network.structure.stored import analysis, root_of

    shown = not quiet and sys.stderr.isatty()
    asked: dict[str, Any] = {}
    root = None
    if edges:
        if as_of or snapshot:
            raise UsageError("--edges has no days.", expected="either --edges, or --as-of and --snapshot")
        from yalu.graph import read_pairs
        from yalu.network.structure.material import of_graph

        material = of_graph(read_pairs(edges))
    else:
        from yalu.network.structure.material import of_day

        scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
        when = scope.view.when
        asked = {"as_of": when.as_of, "mode": when.mode, "snapshot": scope.view.evidence.snapshot.id}
        material, root = of_day(scope), root_of(scope)
    found = analysis(
        material, root, seed=seed, seconds=budget, step=lambda message: tell(message, quiet=not shown)
    )
    if solve and found["vulnerable"]["verdict"] != "too thin":
        answer = _solved(material, solve, seed, workspace, quiet=not shown)
        found = {**found, "vulnerable": {**found["vulnerable"], "solver": answer}}
    _print(found, asked, json=json)
    if not material.net.m:
        tell("The network has no ties.", quiet=quiet)
        tell("To do: ask a later day with --as-of, or give another file.", quiet=quiet)


def _solved(
    material: Material, seconds: float, seed: int, workspace: Path | None, *, quiet: bool
) -> dict[str, Any]:
    from yalu.evidence.workspace import Workspace
    from yalu.graph import compile_in
    from yalu.network.breaking import compiling
    from yalu.network.structure.solved import solved

    tell("looking for the fewest removals", quiet=quiet)
    compiling.keep_in(Workspace.find(workspace).root / "compiled")
    group = material.net.largest(compile_in(None))
    return solved(group, seconds=seconds, seed=seed)


def _print(found: dict[str, Any], asked: dict[str, Any], *, json: bool) -> None:
    from yalu.network.structure.words import QUESTIONS, phrases

    sentences = {question: phrase.text for question, phrase in phrases(found).items()}
    if json:
        import orjson

        answer = {**found, **asked, "sentences": sentences}
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    for question in QUESTIONS:
        print(sentences[question] + "\n")
    _print_solver(found["vulnerable"].get("solver"))
    _print_stability(found["centralized"])
    _print_routes(found["vulnerable"].get("routes"))
    if found["loops"]:
        print(f"{found['loops']} ties of a party to itself were left out.")
    if found["stopped"]:
        print(f"Stopped after {found['seconds_allowed']:g} s; --budget allows more.")


def _print_stability(part: dict[str, Any]) -> None:
    drawn = part.get("bootstraps", {})
    if drawn.get("samples"):
        low, high = drawn["freeman"]
        print(
            f"Ties drawn anew {drawn['samples']} times: betweenness centralization {low:.2f} to {high:.2f}."
        )
        often = "; ".join(f"{a['party']} {100 * a['share']:.0f}%" for a in drawn["answers"][:5])
        print(f"Among the three on which most hangs: {often}.")
    for row in part.get("missing_ties", []):
        low, high = row["freeman"]
        print(f"With {row['percent']}% of the ties missing: {low:.2f} to {high:.2f}.")
    for row in part["without_sources"]:
        chance = row.get("freeman")
        said = f"{chance['value']:.2f}, z = {chance['z']:.1f}" if chance else "too few are left"
        print(f"Without {row['source']} ({row['ties']} ties): {said}; {row['parties']} parties.")


def _print_solver(solver: dict[str, Any] | None) -> None:
    if solver is None:
        return
    least = "proven to be the fewest" if solver["proven"] else f"at least {solver['removed_at_least']} must"
    print(
        f"The solver: {solver['removed']} removals suffice, {least}; robustness {solver['robustness']:.3f}."
    )


def _print_routes(routes: dict[str, Any] | None) -> None:
    if routes is None:
        return
    principals, banks = routes["principals"], routes["banks"]
    print(f"In the network: {principals} principals, and {banks} banks outside the regime.")
    if routes["direct_ties"]:
        print(f"Direct ties between the two: {routes['direct_ties']}.")
    if routes["disjoint"]:
        cut = ", ".join(routes["cut"])
        disjoint = routes["disjoint"]
        print(f"Routes through others without a common party: {disjoint}; all lead through {cut}.")
    else:
        print("No route through others joins them on public ties.")
