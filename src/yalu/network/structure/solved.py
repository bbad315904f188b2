"""The solver's answer to how many must go, beside the quick one that is compared with chance."""

from __future__ import annotations

from typing import Any

from yalu.network.breaking.arrays import Network
from yalu.network.breaking.dismantle import dismantle
from yalu.network.breaking.task import Progress, Task, silent
from yalu.network.structure.measures import TARGET
from yalu.network.structure.net import Net


def solved(net: Net, *, seconds: float, seed: int, progress: Progress = silent) -> dict[str, Any]:
    """The fewest parties found whose loss leaves no group above the target, and a bound below them.

    ``proven`` says that fewer do not suffice. What time allows differs from machine to machine, so of an
    answer that is not proven another run may find a better one; no verdict depends on it.
    """
    ids = net.ids or tuple(str(i) for i in range(net.n))
    task = Task.of(Network.of(ids, net.near, net.far), int(TARGET * net.n))
    found = dismantle(task, budget=seconds, seed=seed, progress=progress)
    chosen = set(found.found.chosen.tolist())
    return {
        "removed": len(found.found.chosen),
        "removed_at_least": found.found.bound,
        "proven": found.found.proven,
        "robustness": round(found.robustness, 4),
        "parties": [ids[i] for i in found.order.tolist() if i in chosen],
        "seconds": round(found.seconds, 2),
    }
