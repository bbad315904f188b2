"""The measures: how much hangs on one party, on a few, and how fast the network falls apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu.graph.compiled import LARGE, Compiler
from yalu.network.structure.kernels import Bools, Floats, Ints, betweenness, components, fewest_pairs
from yalu.network.structure.net import Net
from yalu.network.structure.orders import by_ties, largest_after

PIVOTS = 256
"""Above 1,000 parties betweenness is estimated from so many, spread evenly over the parties."""
EXACT = 1_000
STEP_PIVOTS = 64
"""From so many parties betweenness is estimated anew before each removal."""
CANDIDATES = 40
"""Who is tried for removal: those with the highest betweenness, among whom the best of few are."""
TOP = (1, 2, 3)
TARGET = 0.1
"""A network is broken when no group holds more than this share of its parties."""
NO_BETWEENNESS = 500
"""Above so many parties the order of removal is by ties alone."""


@dataclass(frozen=True)
class Measures:
    """What is measured of one network; each but the last two is between 0 and 1."""

    freeman: float
    """Betweenness centralization: sum(max b - b_i) / (n - 1), b a share of the pairs (Freeman 1977)."""
    gini: float
    """Gini of betweenness."""
    dependence: tuple[float, ...]
    """D_k for k of TOP: the share of pairs that are no longer joined without the k (Borgatti 2006)."""
    robustness: float
    """R = sum of the largest group after each removal / n^2 (Schneider and others 2011), best order found."""
    share: float
    """rho10 = k / n: the share of parties whose removal leaves no group above a tenth of n."""
    broken: int
    """k: that number of parties; an upper bound on the fewest."""
    top: tuple[int, ...]
    """The parties of the largest k of TOP, by number."""


def measure(net: Net, make: Compiler) -> Measures:
    """Measure a network of at least two parties."""
    indptr, indices, _ = net.rows()
    between = _betweenness(make, indptr, indices, np.ones(net.n, np.bool_))
    tried = np.argsort(-between, kind="stable")[:CANDIDATES].astype(np.int64)
    pairs = net.n * (net.n - 1) / 2
    dependence, chosen = [], np.zeros(0, np.int64)
    for k in TOP:
        if k < net.n:
            chosen, left = make(fewest_pairs, LARGE)(indptr, indices, tried, k)
            dependence.append(1 - left / pairs)
    after = _best_order(net, make, indptr, indices)
    limit = max(int(TARGET * net.n), 1)
    broken = int(np.argmax(after <= limit))
    return Measures(
        freeman=freeman(between),
        gini=gini(between),
        dependence=tuple(dependence),
        robustness=float(after[1:].sum() / net.n**2),
        share=broken / net.n,
        broken=broken,
        top=tuple(sorted(int(i) for i in chosen)),
    )


def top_of(net: Net, make: Compiler) -> tuple[float, tuple[int, ...]]:
    """Freeman's centralization, and the parties of the largest k of TOP: the cheap part of the measures."""
    indptr, indices, _ = net.rows()
    between = _betweenness(make, indptr, indices, np.ones(net.n, np.bool_))
    tried = np.argsort(-between, kind="stable")[:CANDIDATES].astype(np.int64)
    k = min(TOP[-1], max(net.n - 1, 0))
    chosen = make(fewest_pairs, LARGE)(indptr, indices, tried, k)[0] if k else np.zeros(0, np.int64)
    return freeman(between), tuple(sorted(int(i) for i in chosen))


def centralization(net: Net, make: Compiler) -> float:
    """Freeman's centralization alone."""
    indptr, indices, _ = net.rows()
    return freeman(_betweenness(make, indptr, indices, np.ones(net.n, np.bool_)))


def freeman(between: Floats) -> float:
    """Centralization of betweenness sums: 1 for a star, 0 where all are alike."""
    n = len(between)
    if n < 3:
        return 0.0
    b = between / ((n - 1) * (n - 2) / 2)
    return float((b.max() - b).sum() / (n - 1))


def gini(values: Floats) -> float:
    """How unequal values are: 0 where all are alike, towards 1 where one has everything."""
    total = values.sum()
    if not total:
        return 0.0
    n = len(values)
    ranks = np.arange(1, n + 1)
    return float(((2 * ranks - n - 1) * np.sort(values)).sum() / (n * total))


def degree_centralization(degrees: Ints) -> float:
    """Freeman's for numbers of ties: sum(max d - d_i) / ((n - 1)(n - 2))."""
    n = len(degrees)
    return float((degrees.max() - degrees).sum() / ((n - 1) * (n - 2))) if n > 2 else 0.0


def fewest_removals(net: Net) -> int:
    """A lower bound on k: by counting ties, however the parties are chosen.

    Without k parties at most the k largest numbers of ties are gone, and groups of at most C parties hold at
    most (n - k)(C - 1)/2 ties.
    """
    limit = max(int(TARGET * net.n), 1)
    degrees = np.sort(np.bincount(np.concatenate((net.near, net.far)), minlength=net.n))[::-1]
    for k in range(net.n + 1):
        if net.m - degrees[:k].sum() <= (net.n - k) * (limit - 1) / 2:
            return k
    return net.n


def _betweenness(
    make: Compiler, indptr: Ints, indices: Ints, here: Bools, exact: int = EXACT, pivots: int = PIVOTS
) -> Floats:
    living = np.flatnonzero(here)
    if len(living) > exact:
        living = living[np.linspace(0, len(living) - 1, pivots).astype(np.int64)]
    found: Floats = make(betweenness, LARGE)(indptr, indices, here, living.astype(np.int64))
    return found


def curves(
    net: Net, make: Compiler, rng: np.random.Generator, first: int, draws: int
) -> dict[str, list[float]]:
    """The share of parties in the largest group after 0, 1 ... ``first`` removals, by way of choosing them.

    ``chance`` is the mean of some orders drawn by chance.
    """
    indptr, indices, _ = net.rows()
    after = make(largest_after, LARGE)
    found = {"ties": after(indptr, indices, make(by_ties, LARGE)(indptr, indices, np.ones(net.n, np.bool_)))}
    if net.n <= NO_BETWEENNESS:
        found["betweenness"] = after(indptr, indices, _by_betweenness(net, make, indptr, indices))
    drawn = [after(indptr, indices, rng.permutation(net.n)) for _ in range(draws)]
    found["chance"] = np.mean(drawn, axis=0)
    return {way: [round(float(v), 4) for v in sizes[: first + 1] / net.n] for way, sizes in found.items()}


def _best_order(net: Net, make: Compiler, indptr: Ints, indices: Ints) -> Ints:
    """(n + 1) The largest group after 0, 1, 2 ... removals, by the better of two orders of removal."""
    everybody = np.ones(net.n, np.bool_)
    orders = [make(by_ties, LARGE)(indptr, indices, everybody)]
    if net.n <= NO_BETWEENNESS:
        orders.append(_by_betweenness(net, make, indptr, indices))
    curves = [make(largest_after, LARGE)(indptr, indices, order) for order in orders]
    return min(curves, key=lambda after: int(after.sum()))


def _by_betweenness(net: Net, make: Compiler, indptr: Ints, indices: Ints) -> Ints:
    """Each time the party of the largest group through which most of its shortest paths lead.

    Once no group is above the target the rest goes by ties.
    """
    label, here = make(components, LARGE), np.ones(net.n, np.bool_)
    gone: list[int] = []
    while len(gone) < net.n:
        group = label(indptr, indices, here)
        sizes = np.bincount(group[here], minlength=net.n)
        if sizes.max() <= max(int(TARGET * net.n), 1):
            break
        inside = group == int(np.argmax(sizes))
        between = _betweenness(make, indptr, indices, inside, STEP_PIVOTS, STEP_PIVOTS)
        gone.append(int(np.argmax(np.where(inside, between, -1.0))))
        here[gone[-1]] = False
    rest = make(by_ties, LARGE)(indptr, indices, here)
    return np.concatenate((np.array(gone, np.int64), rest))
