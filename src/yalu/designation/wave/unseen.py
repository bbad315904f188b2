"""A wave that reckons with ties nobody reported: chosen for the mean over drawn completions of the network.

A wave that is best on the ties that are known cuts where they are few, and there a tie that nobody reported
spoils the cut. A completion adds as many ties as are assumed to be missing. Each begins at a party drawn by
its number of ties and one more; half of them end at one drawn likewise, the others at one two steps away. How
ties are missing is not known: this is an assumption, and another one gives another wave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from yalu.designation.wave.problem import Problem, Reduced
from yalu.designation.wave.search import Copies, search
from yalu.network.breaking.arrays import Ints, Network
from yalu.network.breaking.task import Progress, silent

DRAWS = 8
NEAR = 0.5
"""The share of the added ties that end two steps away."""


def completed(network: Network, missing: float, rng: np.random.Generator) -> Network:
    """The network with ties added, so that those known are all but the share that is missing."""
    n = len(network)
    many = round(network.ties * missing / (1 - missing))
    chance = (network.degrees + 1) / (network.degrees + 1).sum()
    one, other = rng.choice(n, many, p=chance), rng.choice(n, many, p=chance)
    for at in np.flatnonzero(rng.random(many) < NEAR).tolist():
        far = int(one[at])
        for _ in range(2):
            near = network.ends[network.start[far] : network.start[far + 1]]
            if len(near):
                far = int(near[rng.integers(len(near))])
        if far != one[at]:
            other[at] = far
    owner = np.repeat(np.arange(n), network.degrees)
    return Network.of(network.ids, np.concatenate([owner, one]), np.concatenate([network.ends, other]))


def over_completions(
    network: Network,
    problem: Problem,
    missing: float,
    begin: Iterable[Iterable[str]],
    left: Callable[[], float],
    seconds: float,
    *,
    seed: int = 0,
    progress: Progress = silent,
) -> tuple[int, ...]:
    """Places of the pairs that leave least on the mean. ``begin`` are orders of parties to begin from."""
    rng = np.random.default_rng((seed, 3))
    drawn = [completed(network, missing, rng) for _ in range(DRAWS)]
    number = {party: i for i, party in enumerate(network.ids)}
    near, far = (
        np.array([party in kind for party in network.ids], np.int64)
        for kind in (problem.principals, problem.banks - problem.principals)
    )
    node = {party: number[party] for party in problem.reduced.node}
    reduced = Reduced(network, np.ones(len(network), np.int64), near, far, node)
    whole = replace(problem, reduced=reduced)
    weight = np.stack([reduced.size, reduced.principals, reduced.banks])
    return search(
        whole,
        [[number[party] for party in order] for order in begin],
        left,
        seconds,
        seed=seed,
        progress=progress,
        copies=Copies(*_joined(drawn), np.tile(weight, DRAWS)),
    )


def _joined(drawn: list[Network]) -> tuple[Ints, Ints]:
    """The rows of all networks, one after the other, as one network."""
    start, ends = [np.zeros(1, np.int64)], []
    parties = ties = 0
    for net in drawn:
        start.append(net.start[1:] + ties)
        ends.append(net.ends + parties)
        parties += len(net)
        ties += len(net.ends)
    return np.concatenate(start), np.concatenate(ends)
