"""Does a wave leave less than the plain rules, at equal budget: ``make bench NAME=wave``.

On 30 worlds drawn from seeds, on the same worlds planned with a quarter of the ties hidden and scored on the
truth, and on three real networks (``YALU_SHARED``). Every rule chooses among the same eligible parties and
strikes as many. Told is each seed, and the mean of the shares with its 95% interval (Student's t).
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from math import ceil, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import t as student

from benchmarks.measuring import store
from yalu.designation.wave.limits import Limits
from yalu.designation.wave.model import Left, WavePair
from yalu.designation.wave.problem import PAIRS, Problem
from yalu.designation.wave.rules import BETWEENNESS, DEGREE, by_rule
from yalu.designation.wave.solve import solve
from yalu.designation.wave.world import BANK, PRINCIPAL, World, world
from yalu.graph import read_pairs
from yalu.network.breaking.arrays import Network

SEEDS = 30
SMALLEST, LARGEST = 500, 5_000
SHARE = 0.03
"""The budget: so many of the parties."""
HIDDEN = 0.25
SECONDS = 10.0
"""Of search for each wave; the rules are not stopped."""
REGROWTH = 0.3
NETWORKS, NETWORK_SHARE = ("krebs_911", "gnd_Corruption_Gcc", "gnd_Crime_Gcc"), 0.05
BAR = 0.8
RECKONED = "wave, reckoning with hidden ties"


def main() -> None:
    """Compare, print each seed, and store all."""
    began = time.process_time()
    rows: list[dict[str, Any]] = []
    for seed in range(SEEDS):
        drawn = world(round(SMALLEST * (LARGEST / SMALLEST) ** (seed / (SEEDS - 1))), seed)
        for hidden in (0.0, HIDDEN):
            rows.append(_world(drawn, seed, hidden))
            print(_line(rows[-1]), flush=True)
    for name in NETWORKS:
        if (net := _network(name)) is not None:
            rows.append(_compare(name, net, net, list(net.ids), [], [], NETWORK_SHARE))
            print(_line(rows[-1]), flush=True)
    for hidden in (0.0, HIDDEN):
        mine = [r for r in rows if r.get("hidden") == hidden]
        rows.append({"summary": f"{len(mine)} worlds, {hidden:.0%} of the ties hidden", **_summary(mine)})
        print(rows[-1])
    print(f"{time.process_time() - began:.0f} CPU s; {store('wave', rows)}")


def _world(drawn: World, seed: int, hidden: float) -> dict[str, Any]:
    seen = drawn.seen(hidden, seed) if hidden else drawn.network
    principals, banks = drawn.of_role(PRINCIPAL), drawn.of_role(BANK)
    name = f"world {seed}"
    found = _compare(name, seen, drawn.network, list(drawn.eligible), principals, banks, SHARE)
    regrown = {
        rule: _scored(drawn.regrown(struck, REGROWTH, seed), [], principals, banks).as_json()
        for rule, struck in found.pop("struck").items()
    }
    return {**found, "seed": seed, "hidden": hidden, "after_regrowth": {"chance": REGROWTH, **regrown}}


def _compare(
    name: str,
    seen: Network,
    truth: Network,
    eligible: list[str],
    principals: list[str],
    banks: list[str],
    share: float,
) -> dict[str, Any]:
    budget = ceil(share * len(truth))
    pairs = [WavePair(party, party, "US", "any", ("any",)) for party in sorted(eligible)]
    plans: dict[str, Callable[[], list[str]]] = {}
    made = Problem.of(seen, pairs, Limits(budget), principals=principals, banks=banks, first=PAIRS)
    plans["wave"] = lambda: _wave(made, seen)
    if seen is not truth:  # who plans knows that ties are hidden, and not which
        plans[RECKONED] = lambda: _wave(made, seen, HIDDEN)
    at_once = {DEGREE: 1, BETWEENNESS: max(1, len(seen) // 500)}
    for rule in (DEGREE, BETWEENNESS):
        plans[rule] = lambda rule=rule: by_rule(seen, made, rule, at_once=at_once[rule]) or []
    struck = {plan: run() for plan, run in plans.items()}
    left = {plan: _scored(truth, parties, principals, banks) for plan, parties in struck.items()}
    return {
        "name": name,
        "parties": len(truth),
        "ties": truth.ties,
        "eligible": len(eligible),
        "budget": budget,
        "left": {plan: one.as_json() for plan, one in left.items()},
        "share_of_degree": left["wave"].pairs / max(left[DEGREE].pairs, 1),
        **(
            {"reckoned_share_of_degree": left[RECKONED].pairs / left[DEGREE].pairs}
            if RECKONED in left
            else {}
        ),
        "share_of_betweenness": left["wave"].pairs / max(left[BETWEENNESS].pairs, 1),
        "struck": struck,
    }


def _wave(problem: Problem, seen: Network, missing: float = 0.0) -> list[str]:
    prove = len(seen) < 400
    return problem.struck(solve(problem, seen, seconds=SECONDS, prove=prove, missing=missing).chosen)


def _scored(truth: Network, struck: list[str], principals: list[str], banks: list[str]) -> Left:
    gone = set(struck)
    here = np.array([party not in gone for party in truth.ids], np.bool_)
    part = truth.within(here)
    labels, many = part.groups(), len(part)
    sizes = np.bincount(labels, minlength=many)
    near, far = (
        np.bincount(labels[[p in kind for p in part.ids]], minlength=many)
        for kind in (set(principals), set(banks))
    )
    return Left(int((near * far).sum()), int((sizes * (sizes - 1) // 2).sum()))


def _network(name: str) -> Network | None:
    path = Path(os.environ.get("YALU_SHARED", "")) / "data" / "networks" / name / "edges.tsv"
    if not path.is_file():
        print(f"{name} is not measured: YALU_SHARED holds no {path.name} of it")
        return None
    graph = read_pairs(str(path)).undirected()
    owner = np.repeat(np.arange(len(graph.ids)), np.diff(graph.indptr))
    return Network.of(graph.ids, owner, graph.indices)


def _line(row: dict[str, Any]) -> str:
    left = ", ".join(f"{plan} {one['pairs']:,}" for plan, one in row["left"].items())
    hidden = f", {row['hidden']:.0%} hidden" if row.get("hidden") else ""
    return (
        f"{row['name']}{hidden}: {row['parties']:,} parties, {row['budget']} struck; pairs left: {left};"
        f" {row['share_of_degree']:.2f} of degree"
        + (f", {row['reckoned_share_of_degree']:.2f} reckoned" if RECKONED in row["left"] else "")
    )


def _summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {"bar": BAR}
    for rule in ("share_of_degree", "reckoned_share_of_degree", "share_of_betweenness"):
        shares = [row[rule] for row in rows if rule in row]
        if not shares:
            continue
        mean, many = statistics.mean(shares), len(shares)
        half = float(student.ppf(0.975, many - 1)) * statistics.stdev(shares) / sqrt(many)
        found[rule] = {"mean": round(mean, 3), "low": round(mean - half, 3), "high": round(mean + half, 3)}
    found["within_bar"] = found["share_of_degree"]["mean"] <= BAR
    return found


if __name__ == "__main__":
    main()
