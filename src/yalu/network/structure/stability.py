"""Would the answer be the same on other evidence: with ties left out by chance, or a source left out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from yalu.graph.compiled import Compiler
from yalu.network.structure.chance import Chance, interval
from yalu.network.structure.material import Material
from yalu.network.structure.measures import centralization, measure, top_of
from yalu.network.structure.net import Net
from yalu.network.structure.nulls import rewirings

BOOTSTRAPS = 200
MISSING = (10, 20, 30, 40)
"""Percent of the ties that are left out by chance, to see what missing ties would do."""
EACH = 50
SOURCES = 8
"""So many sources are left out in turn: those on which most ties rest alone."""
SOURCE_REWIRINGS = 40

Live = Callable[[], bool]
"""Whether there is time left."""


def bootstraps(net: Net, rng: np.random.Generator, make: Compiler, live: Live) -> dict[str, Any]:
    """Ties drawn anew with replacement: how centralization varies, and who is in the answer how often."""
    values, answers = [], Counter[str]()
    for _ in range(BOOTSTRAPS):
        if not live():
            break
        drawn = np.zeros(net.m, np.bool_)
        drawn[rng.integers(0, net.m, net.m)] = True
        part = net.with_ties(drawn).largest(make)
        value, top = top_of(part, make)
        values.append(value)
        answers.update(part.ids[i] for i in top)
    if not values:
        return {"samples": 0}
    often = [{"party": p, "share": round(c / len(values), 3)} for p, c in answers.most_common(10)]
    return {"samples": len(values), "freeman": interval(values), "answers": often}


def missing(net: Net, rng: np.random.Generator, make: Compiler, live: Live) -> list[dict[str, Any]]:
    """The interval of centralization with 10 to 40% of the ties left out by chance."""
    found: list[dict[str, Any]] = []
    for percent in MISSING:
        values = []
        for _ in range(EACH):
            if not live():
                return found
            kept = rng.random(net.m) >= percent / 100
            values.append(top_of(net.with_ties(kept).largest(make), make)[0])
        found.append({"percent": percent, "samples": EACH, "freeman": interval(values)})
    return found


def without_sources(
    material: Material, rng: np.random.Generator, make: Compiler, live: Live, *, whole: bool
) -> list[dict[str, Any]]:
    """Centralization with one source left out at a time, beside fewer rewirings.

    ``whole`` sets the robustness beside them too, which takes ten times as long.
    """
    alone = Counter(next(iter(s)) for s in material.sources.values() if len(s) == 1)
    found: list[dict[str, Any]] = []
    for source, ties in sorted(alone.items(), key=lambda a: (-a[1], a[0]))[:SOURCES]:
        part = material.without(source).largest(make)
        row: dict[str, Any] = {"source": source, "ties": ties, "parties": part.n}
        if part.n > 2 and part.m > 2:
            seen = measure(part, make)
            chain = rewirings(part, rng, make)
            spread, robust = [], []
            for _ in range(SOURCE_REWIRINGS):
                if not live():
                    return found
                one = next(chain)
                if whole:
                    measured = measure(one, make)
                    robust.append(measured.robustness)
                    spread.append(measured.freeman)
                else:
                    spread.append(centralization(one, make))
            row["freeman"] = Chance.of(seen.freeman, spread).as_json()
            if whole:
                row["robustness"] = Chance.of(seen.robustness, robust).as_json()
        found.append(row)
    return found
