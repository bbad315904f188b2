"""A table of shipments from a seed: few firms carry most, and most of those stay."""

from __future__ import annotations

import numpy as np

HEADING = ["Exporter", "Importer", "HS code", "Value (USD)", "Date"]


def shipments(
    seed: int,
    *,
    firms: int = 300,
    years: tuple[int, ...] = (2013, 2014, 2015),
    each: int = 800,
    stay: float = 0.8,
) -> list[list[str]]:
    """Rows with a heading; values fall off with a firm's rank, and ``stay`` of the ranks outlast a year."""
    rng = np.random.default_rng(seed)
    rank = rng.permutation(firms)
    rows = [HEADING]
    for year in years:
        moved = np.flatnonzero(rng.random(firms) >= stay)
        rank[moved] = rank[rng.permutation(moved)]
        weight = 1 / (1 + np.arange(firms))
        for place in rng.choice(firms, each, p=weight / weight.sum()):
            day = f"{year}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}"
            value = f"{rng.lognormal(10, 1):.2f}"
            hs = f"{rng.integers(1, 98):02d}{rng.integers(0, 100):02d}"
            rows.append([f"Firm {rank[place]}", f"Buyer {rng.integers(40)}", hs, value, day])
    return rows
