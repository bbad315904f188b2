"""How much a wave hangs on single ties and sources: chosen anew without some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np

from yalu.designation.wave.model import WavePair
from yalu.network.breaking.arrays import Network
from yalu.network.structure.material import Material

DRAWS, MISSING = 20, 0.1
SOURCES = 6
"""So many sources are left out in turn: those on which most ties rest alone."""

Again = Callable[[Network, Sequence[WavePair]], Collection[str]]
"""The parties of the wave that would be chosen in another network, from other pairs."""


def stability(
    material: Material,
    network: Network,
    pairs: Sequence[WavePair],
    rests_on: Mapping[tuple[str, str], frozenset[str]],
    parties: Collection[str],
    again: Again,
    left: Callable[[], float],
    *,
    seed: int = 0,
) -> dict[str, Any]:
    """How often each party of the wave stays in it.

    ``rests_on`` are the sources without any of which a pair's statements are gone: a pair goes with them.
    """
    rng = np.random.default_rng((seed, 2))
    near, far = material.net.near, material.net.far
    stays: Counter[str] = Counter()
    draws = 0
    for _ in range(DRAWS):
        if left() <= 0:
            break
        kept = rng.random(len(near)) >= MISSING
        stays.update(again(Network.of(network.ids, near[kept], far[kept]), pairs))
        draws += 1
    rows = []
    for source in _sources(material):
        if left() <= 0:
            break
        part = material.without(source)
        kept_pairs = [p for p in pairs if rests_on.get(p.key) != frozenset({source})]
        found = set(again(Network.of(network.ids, part.near, part.far), kept_pairs))
        rows.append(
            {
                "source": source,
                "ties": material.net.m - part.m,
                "pairs_lost": len(pairs) - len(kept_pairs),
                "stay": sorted(set(parties) & found),
                "leave": sorted(set(parties) - found),
                "come": sorted(found - set(parties)),
            }
        )
    return {
        "ties_missing": MISSING,
        "draws": draws,
        "share": {p: round(stays[p] / draws, 3) for p in parties} if draws else {},
        "others": {
            p: round(c / draws, 3) for p, c in stays.most_common() if p not in parties and c * 2 >= draws
        },
        "without_sources": rows,
    }


def _sources(material: Material) -> list[str]:
    alone = Counter(next(iter(s)) for s in material.sources.values() if len(s) == 1)
    return [source for source, _ in sorted(alone.items(), key=lambda a: (-a[1], a[0]))[:SOURCES]]
