"""The question as arrays: the network with what nobody may strike drawn together, and the pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from yalu.designation.wave.limits import Limits, whole
from yalu.designation.wave.model import Left, WavePair
from yalu.errors import UsageError
from yalu.network.breaking.arrays import Flags, Ints, Network

ROUTES, PAIRS = "routes", "pairs"
MOST = 2**62


@dataclass(frozen=True, eq=False)
class Reduced:
    """Groups that hold together whoever is struck are one node; each party that may be struck is its own.

    ``size``, ``principals`` and ``banks`` say how many parties of each kind a node stands for.
    """

    net: Network
    size: Ints
    principals: Ints
    banks: Ints
    node: dict[str, int]
    """The node of each party that may be struck."""

    def left(self, gone: Flags) -> Left:
        """What still holds together when some nodes are gone."""
        here = ~gone
        if not here.any():
            return Left(0, 0)
        labels = self.net.within(here).groups()
        many, near, far = (
            np.bincount(labels, weights[here]).astype(np.int64)
            for weights in (self.size, self.principals, self.banks)
        )
        return Left(int((near * far).sum()), int((many * (many - 1) // 2).sum()))


@dataclass(frozen=True, eq=False)
class Problem:
    """``first`` is the measure that counts first: ``routes`` or ``pairs``; the other one decides ties."""

    reduced: Reduced
    pairs: tuple[WavePair, ...]
    limits: Limits
    first: str
    cost: tuple[int, ...]
    """Of each pair, in whole numbers."""
    money: int
    principals: frozenset[str] = frozenset()
    banks: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        network: Network,
        pairs: Sequence[WavePair],
        limits: Limits,
        *,
        principals: Collection[str] = (),
        banks: Collection[str] = (),
        first: str = ROUTES,
    ) -> Problem:
        """Principals are ends and stay, whoever lists them; a bank may be struck, and is no end then."""
        pairs = tuple(pairs)
        cost, money = whole(pairs, limits.budget)
        able = {party for party, own in by_party(pairs).items() if limits.ways([pairs[i] for i in own])}
        reduced = reduce(network, able - set(principals), set(principals), set(banks))
        everybody = reduced.left(np.zeros(len(reduced.net), np.bool_))
        if (everybody.routes + 1) * (everybody.pairs + 1) >= MOST:
            raise UsageError(
                f"The network of {len(network):,} parties is too large to count its pairs in 64 bits.",
                expected="about 50,000 tied parties at most",
                do="Narrow the network before you choose a wave.",
            )
        ends = frozenset(principals), frozenset(banks)
        return cls(reduced, pairs, limits, first, tuple(cost), money, *ends)

    @property
    def weights(self) -> tuple[int, int]:
        """What a route and a pair count for in one number, so that ``first`` always comes first."""
        everybody = self.reduced.left(np.zeros(len(self.reduced.net), np.bool_))
        return (everybody.pairs + 1, 1) if self.first == ROUTES else (1, everybody.routes + 1)

    def measured(self, left: Left) -> tuple[int, int]:
        """What is left in the order in which it counts."""
        return (left.routes, left.pairs) if self.first == ROUTES else (left.pairs, left.routes)

    def struck(self, chosen: Iterable[int]) -> list[str]:
        """The parties of the network that some pairs, by their places, strike; principals never are."""
        worth: dict[str, Fraction] = defaultdict(Fraction)
        for i in chosen:
            worth[self.pairs[i].party] += self.limits.effect(self.pairs[i].authority)
        return [party for party, sum_ in worth.items() if sum_ >= 1 and party in self.reduced.node]

    def gone(self, parties: Iterable[str]) -> Flags:
        """The nodes of some parties."""
        found = np.zeros(len(self.reduced.net), np.bool_)
        found[[self.reduced.node[p] for p in parties]] = True
        return found

    def left(self, chosen: Iterable[int]) -> Left:
        """What some pairs leave."""
        return self.reduced.left(self.gone(self.struck(chosen)))

    @property
    def floor(self) -> Left:
        """What would be left if everybody who may be struck were: no wave can leave less."""
        return self.reduced.left(self.gone(self.reduced.node))


def by_party(pairs: Sequence[WavePair]) -> dict[str, list[int]]:
    """The places of the pairs of each party."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        found[pair.party].append(i)
    return dict(found)


def reduce(network: Network, able: set[str], principals: set[str], banks: set[str]) -> Reduced:
    """Draw together what is joined without those who may be struck."""
    n = len(network)
    free = np.array([party in able for party in network.ids], np.bool_)
    label = np.full(n, -1)
    stays = network.within(~free)
    label[~free] = stays.groups() if len(stays) else 0
    fixed = int(label.max()) + 1 if n else 0
    label[free] = fixed + np.arange(int(free.sum()))
    owner = np.repeat(np.arange(n), network.degrees)
    many = fixed + int(free.sum())
    net = Network.of([str(i) for i in range(many)], label[owner], label[network.ends])
    ends = [np.array([p in kind for p in network.ids], np.bool_) for kind in (principals, banks - principals)]
    counted = [np.bincount(label[mark], minlength=many).astype(np.int64) for mark in ends]
    size = np.bincount(label, minlength=many).astype(np.int64)
    node = {network.ids[i]: int(label[i]) for i in np.flatnonzero(free).tolist()}
    return Reduced(net, size, counted[0], counted[1], node)
