"""Dismantling of real networks, with the plain rules in the same run: ``make bench NAME=dismantling``.

For each network: how many parties go until no group is larger than a tenth (k), and how fast the largest
group shrinks (R), for Yalu with a budget of 60 s, and for degree, betweenness, CoreHD and GND, each alone
and with reinsertion. Both figures are computed anew from the order. Then drawn networks of 10^3 to 10^6
parties: time of CoreHD with reinsertion, and of the cheapest cut. Real networks are looked for in
``YALU_SHARED``/data/networks.
BENCH_BUDGET changes the seconds, BENCH_NETWORKS names some networks.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from benchmarks.measuring import store
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.baselines import baseline, cut_off, with_reinsertion
from yalu.network.breaking.best_k import best_k
from yalu.network.breaking.compiling import keep_in
from yalu.network.breaking.dismantle import dismantle
from yalu.network.breaking.min_cut import min_cut
from yalu.network.breaking.ordering import robustness, whole_order
from yalu.network.breaking.reading import read_network
from yalu.network.breaking.task import Task, clock
from yalu.network.breaking.unions import curve
from yalu.network.breaking.warming import warm

ROOT = Path(__file__).resolve().parents[1]
BUDGET = float(os.environ.get("BENCH_BUDGET") or 60)
PEERS = ("adaptive degree", "betweenness", "adaptive betweenness", "CoreHD", "GND")
BARS: dict[str, tuple[int, float, int, float]] = {  # k and R to reach; k and R of the best published program
    "krebs_911": (14, 0.101, 14, 0.104),
    "caviar": (8, 0.043, 8, 0.044),
    "noordin": (15, 0.118, 15, 0.119),
    "montagna_meetings": (14, 0.076, 14, 0.081),
    "ndrangheta2": (27, 0.077, 30, 0.088),
    "ph_kidnap": (11, 0.022, 11, 0.023),
    "gnd_Corruption_Gcc": (29, 0.058, 29, 0.064),
    "pira": (20, 0.032, 22, 0.037),
    "fifa": (30, 0.058, 30, 0.060),
    "gnd_Crime_Gcc": (17, 0.014, 17, 0.016),
    "rev_eu-powergrid": (25, 0.012, 29, 0.019),
    "suffragettes": (30, 0.014, 31, 0.015),
    "rev_opsahl-powergrid": (58, 0.008, 70, 0.013),
    "gnd_Petster-Hamster_GCC": (334, 0.1241, 373, 0.1257),
    "rev_maayan-figeys": (124, 0.0284, 129, 0.0296),
    "rev_p2p-Gnutella06": (2165, 0.1715, 2189, 0.1781),
}


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    shared = os.environ.get("YALU_SHARED", "")
    folder = Path(shared) / "data" / "networks"
    if not shared or not folder.is_dir():
        sys.exit("benchmarks: set YALU_SHARED to the folder that holds data/networks")
    keep_in(ROOT / "build" / "bench" / "compiled")
    warm()
    names = os.environ.get("BENCH_NETWORKS", "").split() or sorted(p.name for p in folder.iterdir())
    rows = []
    for name in names:
        rows.append(real(name, read_network(str(folder / name / "edges.tsv")).largest()))
        print(orjson.dumps(rows[-1]).decode(), flush=True)
    rows.append(summary(rows))
    for size in (1_000, 10_000, 100_000, 1_000_000):
        rows.append(drawn(size))
        print(orjson.dumps(rows[-1]).decode(), flush=True)
    print(store("dismantling", rows))


def real(name: str, network: Network) -> dict[str, Any]:
    """One network: ours, the rules, and the bars."""
    task = Task.of(network, len(network) // 10)
    cpu = time.process_time()
    found = dismantle(task, budget=BUDGET)
    took = time.process_time() - cpu
    after = curve(network.start, network.ends, found.order)
    row: dict[str, Any] = {
        "network": name,
        "n": len(network),
        "ties": network.ties,
        "budget_s": BUDGET,
        "k": int(np.argmax(after <= task.limit)),
        "R": round(robustness(task, found.order), 5),
        "lower_bound": found.found.bound,
        "proven": found.proven,
        "fewest_known": len(found.found.chosen),
        "seconds": round(found.seconds, 1),
        "cpu_s": round(took, 1),
        "rules": rules(task),
    }
    if name in BARS:
        k, r, best_k_, best_r = BARS[name]
        digits = 4 if name in ("gnd_Petster-Hamster_GCC", "rev_maayan-figeys", "rev_p2p-Gnutella06") else 3
        row["bar"] = {"k": k, "R": r}
        row["at_bar"] = row["k"] <= k and round(row["R"], digits) <= r
        row["at_bar_to_the_last_digit"] = row["k"] <= k and row["R"] <= r
        row["best_peer"] = {"k": best_k_, "R": best_r}
        ours = (row["k"], round(row["R"], digits))
        row["above_a_peer"] = ours[0] > best_k_ or ours[1] > best_r or above(row)
    if name == "krebs_911":
        three = best_k(Task.of(network, len(network)), 3, budget=BUDGET)
        row["pairs_without_3"] = {"pairs": three.pairs, "proven": three.proven, "s": round(three.seconds, 2)}
    return row


def above(row: dict[str, Any]) -> bool:
    """Whether a rule of this run needs fewer parties, or shrinks the network faster."""
    return any(r["k"] < row["k"] or r["R"] < row["R"] for r in row["rules"].values())


def rules(task: Task) -> dict[str, dict[str, Any]]:
    """The plain rules, alone and with reinsertion."""
    found = {}
    for rule in PEERS:
        began = time.process_time()
        chosen = baseline(rule, task, clock(BUDGET))
        if chosen is None:
            continue
        for name, one in ((rule, chosen), (f"{rule} with reinsertion", with_reinsertion(task, chosen))):
            order = whole_order(task, one) if one is not chosen else _completed(task, chosen)
            found[name] = {
                "k": len(one),
                "R": round(robustness(task, order), 5),
                "cpu_s": round(time.process_time() - began, 2),
            }
    return found


def _completed(task: Task, chosen: Any) -> Any:
    """The chosen in their own order, the others behind them by adaptive degree."""
    return np.concatenate([chosen, cut_off(Task.of(task.network, 0), chosen)[len(chosen) :]])


def drawn(size: int) -> dict[str, Any]:
    """A random network, 3.5 ties a party: CoreHD with reinsertion, and a cut between ten parties and ten."""
    rng = np.random.default_rng(1)
    one, other = rng.integers(0, size, (2, size * 7 // 4))
    began = time.process_time()
    network = Network.of([str(i) for i in range(size)], one, other).largest()
    built = time.process_time()
    task = Task.of(network, len(network) // 100)
    plain = baseline("CoreHD", task, clock(600))
    assert plain is not None
    fewer = with_reinsertion(task, plain)
    broken = time.process_time()
    costs = {party: 1 + int(party) % 7 * 2**32 for party in network.ids}
    near = set(network.ends[: network.start[10]].tolist())  # who is tied to the ends cannot be cut from them
    far = [network.ids[i] for i in range(len(network) - 1, 9, -1) if i not in near][:10]
    priced = time.process_time()
    cut = min_cut(network, network.ids[:10], far, costs)
    return {
        "drawn": size,
        "n": len(network),
        "ties": network.ties,
        "build_cpu_s": round(built - began, 2),
        "corehd_k": len(plain),
        "with_reinsertion_k": len(fewer),
        "corehd_with_reinsertion_cpu_s": round(broken - built, 2),
        "cut_parties": len(cut.parties),
        "routes": len(cut.routes),
        "min_cut_cpu_s": round(time.process_time() - priced, 2),
    }


def summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """How many networks are at their bars."""
    barred = [row for row in rows if "bar" in row]
    return {
        "networks_with_bars": len(barred),
        "at_bar": sum(row["at_bar"] for row in barred),
        "at_bar_to_the_last_digit": sum(row["at_bar_to_the_last_digit"] for row in barred),
        "above_a_peer": [row["network"] for row in barred if row["above_a_peer"]],
        "proven": [row["network"] for row in barred if row["proven"]],
    }


if __name__ == "__main__":
    main()
