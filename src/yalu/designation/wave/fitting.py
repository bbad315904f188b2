"""Which objective the evidence carries: what is left of the network, or else how much a wave covers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from yalu.designation.wave.problem import PAIRS, ROUTES, Problem
from yalu.network.breaking.arrays import Network

DISRUPTION, COVERAGE, AUTO = "disruption", "coverage", "auto"
FEWEST = 10
"""With fewer parties or ties in its largest group a network is too thin, as for ``yalu structure``."""
BETWEEN = 0.1
"""The network carries the choice where all eligible parties stand between at least so much of the others."""


@dataclass(frozen=True)
class Fit:
    """The objective, the measure that counts first where it is disruption, and why."""

    name: str
    first: str
    why: str
    between: float
    """The share of connected pairs of all others that is parted if every eligible party is struck."""


def fit(network: Network, problem: Problem, asked: str = AUTO) -> Fit:
    """By what the public ties of the day hold; ``asked`` decides where it is not ``auto``."""
    everybody, floor = problem.left(()), problem.floor
    labels = network.groups() if len(network) else np.zeros(0, np.int64)
    stay = np.array([party not in problem.reduced.node for party in network.ids], np.bool_)
    held = np.bincount(labels[stay]) if stay.any() else np.zeros(1, np.int64)
    before = int((held * (held - 1) // 2).sum())
    between = 1 - floor.pairs / before if before else 0.0
    first = ROUTES if floor.routes < everybody.routes else PAIRS
    told = (
        f"The eligible parties stand between {between:.0%} of the pairs that public ties join among all"
        f" others ({before - floor.pairs:,} of {before:,})."
    )
    if asked != AUTO:
        return Fit(asked, first, f"{asked.capitalize()} was asked for. {told}", between)
    if (thin := _thin(network)) or between < BETWEEN:
        why = thin or f"{told} That is less than {BETWEEN:.0%}, so the network does not decide."
        return Fit(COVERAGE, first, why, between)
    if first == ROUTES:
        more = f" {everybody.routes:,} pairs of a principal and a bank are joined; those count first."
    elif everybody.routes:
        more = (
            f" No eligible party stands between the {everybody.routes:,} joined pairs of principal and bank."
        )
    else:
        more = " No public route joins a principal to a bank outside the regime, so all pairs count."
    return Fit(DISRUPTION, first, told + more, between)


def _thin(network: Network) -> str:
    """Why a network is too thin to choose by, or nothing."""
    if not len(network):
        return "No public tie of the day is known, so the network cannot decide."
    part = network.largest()
    if len(part) >= FEWEST and part.ties >= FEWEST:
        return ""
    return (
        f"The largest group of the network has {len(part)} parties and {part.ties} ties; with fewer than"
        f" {FEWEST} of either it is too thin to decide."
    )
