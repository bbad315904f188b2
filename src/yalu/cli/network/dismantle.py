"""``yalu network dismantle``: whom to remove so that a network falls apart."""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import Json, Quiet, WorkspaceOption
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.network.breaking.task import Progress, Task

Edges = Annotated[
    str,
    typer.Option(
        "--edges", metavar="FILE", help="The ties: two ids a line, a tab between, no heading. - reads stdin."
    ),
]
Target = Annotated[
    str,
    typer.Option(
        "--target",
        metavar="SHARE",
        help="No group may be larger than this share of the parties, rounded down. Default: 0.1.",
        show_default=False,
    ),
]
Budgeted = Annotated[
    int | None,
    typer.Option(
        "--k",
        metavar="K",
        min=0,
        help="Instead of a target: K parties (with --cost: K of cost) that leave few pairs connected.",
        show_default=False,
    ),
]
Cost = Annotated[
    str, typer.Option("--cost", metavar="FILE", help="An id and its cost a line; others cost 1.")
]
Fixed = Annotated[str, typer.Option("--fixed", metavar="FILE", help="Ids that go in any case, one a line.")]
Forbidden = Annotated[
    str, typer.Option("--forbidden", metavar="FILE", help="Ids that may not go, one a line.")
]
Seed = Annotated[
    int, typer.Option("--seed", metavar="N", min=0, max=2**63 - 1, help="Begins the random numbers.")
]
Budget = Annotated[
    float,
    typer.Option(
        "--budget", metavar="SECONDS", min=0.1, max=1e9, help="For solving; compiling is not counted."
    ),
]
SHARE = re.compile(r"(\d{1,30}/\d{1,30}|\d{0,30}\.?\d{0,30}([eE][-+]?\d{1,3})?)", re.ASCII)
"""How a share is written; a longer exponent would be a number of as many digits."""


def run(
    edges: Edges,
    target: Target = "",
    k: Budgeted = None,
    cost: Cost = "",
    fixed: Fixed = "",
    forbidden: Forbidden = "",
    seed: Seed = 0,
    budget: Budget = 60.0,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find the fewest parties without which a network falls apart, or the K whose loss it feels most.

    Works on the largest group of the file. Prints how many must go (k), how fast the largest group shrinks
    when they go in the order given (R), a lower bound on k, and whether k is proven to be the least. A
    listing weakens a party; it does not remove it: read the answer as where to begin, not as what will
    happen.

    Examples: yalu network dismantle --edges ties.tsv · yalu network dismantle --edges ties.tsv --k 3 --json
    """
    if k is not None and target:
        raise UsageError("--k and --target were both given.", expected="one of the two")
    share = _share(target or "0.1")
    from yalu.evidence.workspace import Workspace
    from yalu.network.breaking import compiling, reading

    compiling.keep_in(Workspace.find(workspace).root / "compiled")
    network = reading.read_network(edges)
    costs = reading.read_costs(cost, network) if cost else {}
    must = reading.read_parties(fixed, network) if fixed else []
    never = reading.read_parties(forbidden, network) if forbidden else []
    network = network.largest()
    from yalu.network.breaking.task import Task

    limit = len(network) * share.numerator // share.denominator if k is None else len(network)
    task = Task.of(network, limit, costs=costs, fixed=must, forbidden=never)
    progress = _progress(quiet=quiet)
    answer = (
        _budgeted(task, k, bool(cost), budget, seed, progress)
        if k is not None
        else _targeted(task, str(target or "0.1"), bool(cost), budget, seed, progress)
    )
    progress("", 1.0)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        _print(answer)


def _share(text: str) -> Fraction:
    try:
        share = Fraction(text if SHARE.fullmatch(text) else -1)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 < share <= 1:
        raise UsageError(f"--target {text} is no share.", expected="a number above 0, up to 1, such as 0.1")
    return share


def _targeted(
    task: Task, target: str, priced: bool, budget: float, seed: int, progress: Progress
) -> dict[str, Any]:
    from yalu.network.breaking.dismantle import dismantle

    found = dismantle(task, budget=budget, seed=seed, progress=progress)
    answer: dict[str, Any] = {
        "version": 1,
        "n": len(task.network),
        "ties": task.network.ties,
        "target": target,
        "limit": task.limit,
        "k": found.k,
        "R": found.robustness,
        "lower_bound": _plain(found.found.bound, task, priced),
        "proven": found.proven,
    }
    if priced:
        answer["cost"] = _plain(int(task.cost[found.order[: found.k]].sum()), task, priced)
    if len(found.found.chosen) < found.k:
        answer["fewest"] = {
            "k": len(found.found.chosen),
            "proven": found.found.proven,
            "parties": [task.network.ids[i] for i in found.found.chosen.tolist()],
        }
    return answer | {
        "seed": seed,
        "budget": budget,
        "seconds": round(found.seconds, 3),
        "method": found.found.method,
        "order": [task.network.ids[i] for i in found.order.tolist()],
    }


def _budgeted(
    task: Task, k: int, priced: bool, budget: float, seed: int, progress: Progress
) -> dict[str, Any]:
    from yalu.network.breaking.best_k import best_k

    alike = priced and not task.weighted and len(task.network) > 0
    many = k * task.scale // int(task.cost[0]) if alike else k  # so many can be paid for
    found = best_k(task, many, budget=budget, seed=seed, progress=progress)
    n = len(task.network)
    answer: dict[str, Any] = {
        "version": 1,
        "n": n,
        "ties": task.network.ties,
        "k": len(found.chosen),
        "pairs": found.pairs,
        "pairs_before": n * (n - 1) // 2,
        "lower_bound": found.bound,
        "proven": found.proven,
    }
    if priced:
        answer["cost"] = _plain(int(task.cost[found.chosen].sum()), task, priced)
    return answer | {
        "seed": seed,
        "budget": budget,
        "seconds": round(found.seconds, 3),
        "method": found.method,
        "order": [task.network.ids[i] for i in found.chosen.tolist()],
    }


def _plain(cost: int, task: Task, priced: bool) -> int | float:
    """A cost as it was given, or the number of parties where no costs were."""
    exact = Fraction(cost, task.scale if priced else int(task.cost[0]) if len(task.cost) else 1)
    return int(exact) if exact.denominator == 1 else float(exact)


def _progress(*, quiet: bool) -> Progress:
    """One line on a terminal that says what is done; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        return lambda _step, _share: None

    def show(step: str, share: float) -> None:
        text = f"{step}: {share:.0%}" if step else ""
        sys.stderr.write(f"\r{text:<40}" + ("" if step else "\r"))
        sys.stderr.flush()

    return show


def _print(answer: dict[str, Any]) -> None:
    n, k = answer["n"], answer["k"]
    if n == 0:
        print("no ties: there is nothing to break")
        return
    print(f"{n:,} parties in the largest group, {answer['ties']:,} ties")
    bound = answer["lower_bound"]
    if "pairs" in answer:
        print(f"without {k:,} of them {answer['pairs']:,} of {answer['pairs_before']:,} pairs are connected")
        print("proven: no choice leaves fewer" if answer["proven"] else f"not proven: at least {bound:,} are")
    else:
        of = f", at a cost of {answer['cost']:,}" if "cost" in answer else ""
        print(f"without {k:,} of them{of} no group is larger than {answer['limit']:,}; R = {answer['R']:.4f}")
        what = "no set costs less" if "cost" in answer else "no smaller set does it"
        if fewest := answer.get("fewest"):
            least = f"not proven: it takes at least {bound:,}"
            known = "proven to be the fewest" if fewest["proven"] else least
            print(f"{fewest['k']:,} would do, {known}, but break it slower; --json names them")
        else:
            print(f"proven: {what}" if answer["proven"] else f"not proven: it takes at least {bound:,}")
    if k:
        print("in this order:")
    for party in answer["order"][:k]:
        print(f"  {party}")
