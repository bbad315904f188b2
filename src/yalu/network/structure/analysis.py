"""The whole analysis of a network's structure, from one seed: the same network gives the same answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from yalu.graph.compiled import Compiler
from yalu.network.structure.chance import Chance
from yalu.network.structure.limited import limited
from yalu.network.structure.material import Material
from yalu.network.structure.measures import (
    TARGET,
    TOP,
    Measures,
    curves,
    degree_centralization,
    fewest_removals,
    gini,
    measure,
)
from yalu.network.structure.net import Net
from yalu.network.structure.nulls import random_networks, rewirings
from yalu.network.structure.routes import routes
from yalu.network.structure.stability import bootstraps, missing, without_sources
from yalu.network.structure.verdicts import (
    FEWEST,
    REWIRINGS,
    TOO_THIN,
    Compared,
    Verdict,
    centralized,
    thin,
    vulnerable,
)

VERSION = 1
"""Raised when the same network gives another answer, so that stored answers are not mistaken for new."""
SEED = 20170613
SECONDS = 120.0
CURVE, DRAWS = 15, 100
"""How many removals the curves show, and how many orders by chance are drawn."""

Step = Callable[[str], None]


class Clock:
    """How much time is left; ``stopped`` once somebody was told that none is."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.stopped = False

    def live(self) -> bool:
        """Whether there is time left."""
        self.stopped = self.stopped or time.monotonic() > self._end
        return not self.stopped


def analyse(
    material: Material,
    make: Compiler,
    *,
    seed: int = SEED,
    seconds: float = SECONDS,
    step: Step = lambda message: None,
) -> dict[str, Any]:
    """Measure a network; what the time does not allow for is left out, and told in ``stopped``.

    Ends with the object that ``yalu structure --json`` prints.
    """
    clock, rng = Clock(seconds), np.random.default_rng(seed)
    group = material.net.largest(make)
    found: dict[str, Any] = {
        "version": VERSION,
        "seed": seed,
        "parties": material.net.n,
        "ties": material.net.m,
        "loops": material.loops,
        "largest_group": {"parties": group.n, "ties": group.m},
        "sources": len(material.since),
    }
    seen = measure(group, make) if group.n > 2 and group.m > 2 else None
    compared = Compared()
    left_out: list[dict[str, Any]] = []
    stable: dict[str, Any] = {}
    unchecked = False
    if seen and min(group.n, group.m) >= FEWEST:
        compared = _compared(group, seen, rng, make, clock, step)
        step("leaving out sources and ties")
        far = bool(compared.kept) and _far(compared)
        left_out = without_sources(material, rng, make, clock.live, whole=far)
        unchecked = far and bool(material.sources) and clock.stopped
        stable = {
            "bootstraps": bootstraps(group, rng, make, clock.live),
            "missing_ties": missing(group, rng, make, clock.live),
        }
    too_thin = thin(group.n, group.m, compared)
    if unchecked and not too_thin:
        too_thin = Verdict(TOO_THIN, why="the time did not suffice to leave out each source")
    found["centralized"] = {
        **(too_thin or centralized(compared, left_out)).as_json(),
        "measures": _central(seen, compared),
        **stable,
        "without_sources": left_out,
    }
    few = limited(material)
    found["limited"] = few.as_json() if few else {"verdict": "too thin", "why": "its ties have no sources"}
    found["vulnerable"] = {
        **(too_thin or vulnerable(compared, left_out)).as_json(),
        **_breaking(group, seen, compared),
        "routes": _routes(material),
        "curves": curves(group, make, rng, CURVE, DRAWS) if seen else {},
    }
    found["stopped"] = clock.stopped
    found["seconds_allowed"] = seconds
    return found


def _far(compared: Compared) -> bool:
    """Whether something would be shown, and so must hold without each source."""
    kept = compared.kept
    return bool(kept and (kept["freeman"].higher or kept["robustness"].lower))


def _compared(
    group: Net, seen: Measures, rng: np.random.Generator, make: Compiler, clock: Clock, step: Step
) -> Compared:
    kept = _sampled(rewirings(group, rng, make), make, clock, step, "networks with the same degrees")
    free = _sampled(random_networks(group.n, group.m, rng), make, clock, step, "random networks")
    if not kept or not free:
        return Compared()
    degrees = _degrees(group)
    return Compared(
        {
            "freeman": Chance.of(seen.freeman, [m.freeman for m, _ in kept]),
            "gini": Chance.of(seen.gini, [m.gini for m, _ in kept]),
            **{
                f"dependence_{k}": Chance.of(d, [m.dependence[i] for m, _ in kept])
                for i, (k, d) in enumerate(zip(TOP, seen.dependence, strict=False))
            },
            "dependence": Chance.of(seen.dependence[-1], [m.dependence[-1] for m, _ in kept]),
            "robustness": Chance.of(seen.robustness, [m.robustness for m, _ in kept]),
            "share": Chance.of(seen.share, [m.share for m, _ in kept]),
        },
        {
            "freeman": Chance.of(seen.freeman, [m.freeman for m, _ in free]),
            "robustness": Chance.of(seen.robustness, [m.robustness for m, _ in free]),
            "share": Chance.of(seen.share, [m.share for m, _ in free]),
            "degree_centralization": Chance.of(
                degree_centralization(degrees), [degree_centralization(_degrees(n)) for _, n in free]
            ),
            "degree_gini": Chance.of(gini(degrees * 1.0), [gini(_degrees(n) * 1.0) for _, n in free]),
        },
    )


def _sampled(
    networks: Iterator[Net], make: Compiler, clock: Clock, step: Step, what: str
) -> list[tuple[Measures, Net]]:
    found = []
    for number, net in enumerate(islice(networks, REWIRINGS), 1):
        found.append((measure(net, make), net))
        if number % 50 == 0:
            step(f"{number} of {REWIRINGS} {what}")
        if not clock.live():
            break
    return found


def _degrees(net: Net) -> np.ndarray:
    return np.bincount(np.concatenate((net.near, net.far)), minlength=net.n)


def _central(seen: Measures | None, compared: Compared) -> dict[str, Any]:
    if seen is None:
        return {}
    names = ("freeman", "gini", *(f"dependence_{k}" for k in TOP))
    return {
        "betweenness_centralization": round(seen.freeman, 4),
        "betweenness_gini": round(seen.gini, 4),
        "top_dependence": [
            {"k": k, "share": round(d, 4)} for k, d in zip(TOP, seen.dependence, strict=False)
        ],
        "rewirings": {n: compared.kept[n].as_json() for n in names if n in compared.kept},
        "random_networks": {
            n: compared.free[n].as_json()
            for n in ("freeman", "degree_centralization", "degree_gini")
            if n in compared.free
        },
    }


def _breaking(group: Net, seen: Measures | None, compared: Compared) -> dict[str, Any]:
    if seen is None:
        return {"measures": {}}
    names = ("robustness", "share")
    return {
        "measures": {
            "robustness": round(seen.robustness, 4),
            "target": TARGET,
            "removed": seen.broken,
            "removed_at_least": fewest_removals(group),
            "removed_share": round(seen.share, 4),
            "top": [group.ids[i] for i in seen.top] if group.ids else [],
            "rewirings": {n: compared.kept[n].as_json() for n in names if n in compared.kept},
            "random_networks": {n: compared.free[n].as_json() for n in names if n in compared.free},
        }
    }


def _routes(material: Material) -> dict[str, Any] | None:
    ends = material.ends
    return routes(material.net, ends.principals, ends.banks).as_json() if ends else None
