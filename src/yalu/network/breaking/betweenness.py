"""Betweenness of parties by Brandes' method (2001), and removal by it."""

from __future__ import annotations

import numpy as np

from yalu.network.breaking.arrays import Flags, Floats, Ints
from yalu.network.breaking.compiling import compiled


@compiled
def betweenness(start: Ints, ends: Ints, here: Flags) -> Floats:
    """On how many shortest ways between two others a party stands, those not here left out."""
    n = len(start) - 1
    score = np.zeros(n)
    ways = np.zeros(n)
    share = np.zeros(n)
    far = np.full(n, -1)
    line = np.empty(n, np.int64)
    for source in range(n):
        if not here[source]:
            continue
        line[0] = source
        far[source] = 0
        ways[source] = 1.0
        many = 1
        at = 0
        while at < many:
            party = line[at]
            at += 1
            for i in range(start[party], start[party + 1]):
                other = ends[i]
                if not here[other]:
                    continue
                if far[other] < 0:
                    far[other] = far[party] + 1
                    line[many] = other
                    many += 1
                if far[other] == far[party] + 1:
                    ways[other] += ways[party]
        for at in range(many - 1, 0, -1):
            party = line[at]
            for i in range(start[party], start[party + 1]):
                other = ends[i]
                if here[other] and far[other] == far[party] - 1:
                    share[other] += ways[other] / ways[party] * (1.0 + share[party])
            score[party] += share[party]
        for at in range(many):
            party = line[at]
            far[party] = -1
            ways[party] = 0.0
            share[party] = 0.0
    return score / 2.0
