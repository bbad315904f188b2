"""The cheapest parties that stand between two sets of parties, and the routes that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from yalu.errors import UsageError
from yalu.network.breaking.arrays import Flags, Ints, Network
from yalu.network.breaking.flow import flow, twins
from yalu.network.breaking.task import MOST, exact_costs


@dataclass(frozen=True, slots=True)
class Cut:
    """Parties without which no way leads from one set to the other.

    ``flow`` is what the largest flow carries when each party lets through its cost. It equals ``cost``, and
    no cut can cost less than any flow carries: that is the proof. ``routes`` are as many ways as there are,
    no two of which share a party but for their ends; at least so many parties must go, whatever they cost
    (Menger).
    """

    parties: tuple[str, ...]
    cost: Fraction
    flow: Fraction
    routes: tuple[tuple[str, ...], ...]


def min_cut(
    network: Network,
    principals: Iterable[str],
    finance: Iterable[str],
    cost: Mapping[str, int | float | str | Fraction] | None = None,
    *,
    forbidden: Iterable[str] = (),
) -> Cut:
    """The cheapest cut between the principals and the financial system; neither of them is ever in it.

    A party without a cost costs 1. Costs are added exactly, as whole numbers of 64 bits; where these do not
    suffice it is refused. ``forbidden`` parties are not candidates. Raises UsageError where an id is in no
    tie, or where no cut exists: two ends are tied to each other, or by way of forbidden parties alone.
    """
    number = {party: i for i, party in enumerate(network.ids)}
    source, sink = _chosen(number, principals), _chosen(number, finance)
    if both := np.flatnonzero(source & sink).tolist():
        raise UsageError(
            f"{network.ids[both[0]]} is at both ends.", expected="principals and finance to share no party"
        )
    exact, scale = exact_costs([(cost or {}).get(party, 1) for party in network.ids])
    never = source | sink | _chosen(number, forbidden, known=False)
    if link := _open_way(network, source, sink, never):
        raise UsageError(
            f"No cut exists: {' - '.join(link)} is a way without a party that may go.",
            expected="a party that may go on every way",
            do="Forbid fewer parties, or take other ends.",
        )
    most = int(exact[~never].sum()) + 1 if (~never).any() else 1
    limits = np.where(never, MOST, exact)
    turned = twins(network.start, network.ends)
    total, reach, _ = flow(network.start, network.ends, turned, limits, source, sink, most)
    cut = np.flatnonzero(reach[0::2] & ~reach[1::2] & ~never)
    return Cut(
        tuple(network.ids[i] for i in cut.tolist()),
        Fraction(int(exact[cut].sum()), scale),
        Fraction(int(total), scale),
        _routes(network, turned, source, sink),
    )


def _chosen(number: Mapping[str, int], parties: Iterable[str], *, known: bool = True) -> Flags:
    found = np.zeros(len(number), np.bool_)
    for party in parties:
        if party in number:
            found[number[party]] = True
        elif known:
            raise UsageError(f"{party} is in no tie of the network.", expected="parties of the network")
    return found


def _open_way(network: Network, source: Flags, sink: Flags, never: Flags) -> tuple[str, ...]:
    """A way from a source to a sink on which nobody may go; empty where there is none."""
    before: dict[int, int] = dict.fromkeys(np.flatnonzero(source).tolist(), -1)
    line = list(before)
    for party in line:
        for other in network.ends[network.start[party] : network.start[party + 1]].tolist():
            if never[other] and other not in before:
                before[other] = party
                line.append(other)
                if sink[other]:
                    way = [other]
                    while before[way[-1]] >= 0:
                        way.append(before[way[-1]])
                    return tuple(network.ids[i] for i in reversed(way))
    return ()


def _routes(network: Network, turned: Ints, source: Flags, sink: Flags) -> tuple[tuple[str, ...], ...]:
    """As many ways as there are that share nobody but their ends, read off a flow of ones."""
    n = len(network)
    ones = np.ones(n, np.int64)
    _, _, along = flow(network.start, network.ends, turned, ones, source, sink, MOST)
    net_flow = along - along[turned]
    carried = np.flatnonzero(net_flow > 0)
    by_party: dict[int, list[int]] = {}
    owner = np.repeat(np.arange(n), network.degrees)
    for at in carried.tolist():
        by_party.setdefault(int(owner[at]), []).append(int(network.ends[at]))
    routes = []
    for first in np.flatnonzero(source).tolist():
        while by_party.get(first):
            way = [first]
            while not sink[way[-1]]:
                way.append(by_party[way[-1]].pop())
            routes.append(tuple(network.ids[i] for i in way))
    return tuple(routes)
