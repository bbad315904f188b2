"""Where the network decides nothing: most partners, most blocked along with them, most money, most parties.

Also fills what a wave that was chosen for the network leaves of its budget. Each measure is made most in its
turn, among the choices that are best in those before it, by a mixed-integer program (HiGHS, by way of scipy).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from math import floor, lcm

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from yalu.designation.wave.limits import Limits, whole
from yalu.designation.wave.model import WavePair
from yalu.designation.wave.problem import by_party
from yalu.network.breaking.arrays import Floats

MEASURES = ("partners", "blocked_along", "amount", "parties", "ties", "pairs")
"""Authorities that take part; entities that ownership rules block along, each once for each authority; whole
dollars that sources name in payments of the parties; parties; their public ties; pairs."""

Row = tuple[list[int], list[float], float]


@dataclass(frozen=True)
class Worth:
    """What acting upon parties covers: by pair whom it blocks along, by party its dollars and its ties."""

    blocks: Mapping[tuple[str, str], Collection[str]] = field(default_factory=dict)
    amount: Mapping[str, int] = field(default_factory=dict)
    ties: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Cover:
    """Places of the pairs, what they reach by each measure, and what no choice can be above."""

    chosen: tuple[int, ...]
    value: tuple[int, ...]
    bound: tuple[int, ...]
    proven: bool


def cover(
    pairs: tuple[WavePair, ...],
    limits: Limits,
    worth: Worth,
    left: Callable[[], float],
    *,
    struck: Collection[str] = (),
    begin: tuple[int, ...] = (),
) -> Cover:
    """The pairs that cover most. Parties in ``struck`` must be struck; ``begin`` is a choice that does so."""
    made = _Program(pairs, limits, worth, struck)
    chosen, reached, bound = begin, value([pairs[i] for i in begin], worth), list[int]()
    rows = list(made.rows)
    proven = True
    for at, gains in enumerate(made.gains):
        if gains.any():
            found, most = made.run(rows, gains, left())
            now = value([pairs[i] for i in found or ()], worth)
            if found is not None and now[: at + 1] > reached[: at + 1]:
                chosen, reached = found, now
            bound.append(max(most, reached[at]))
            columns = np.flatnonzero(gains)
            rows.append((columns.tolist(), gains[columns].tolist(), reached[at]))
        else:
            bound.append(0)
        proven = proven and bound[at] == reached[at]
    return Cover(chosen, reached, tuple(bound), proven)


def value(pairs: Collection[WavePair], worth: Worth) -> tuple[int, ...]:
    """What some pairs reach by each measure."""
    parties = {pair.party for pair in pairs}
    return (
        len({pair.authority for pair in pairs}),
        len({(p.authority, e) for p in pairs for e in worth.blocks.get(p.key, ())}),
        sum(worth.amount.get(p, 0) for p in parties),
        len(parties),
        sum(worth.ties.get(p, 0) for p in parties),
        len(pairs),
    )


class _Program:
    """Columns: the pairs, then authorities, parties, and entities blocked by an authority."""

    def __init__(
        self, pairs: tuple[WavePair, ...], limits: Limits, worth: Worth, struck: Collection[str]
    ) -> None:
        self.pairs = pairs
        self.own = by_party(pairs)
        self.by = {
            a: [i for i, p in enumerate(pairs) if p.authority == a] for a in {p.authority for p in pairs}
        }
        blocks: dict[tuple[str, str], list[int]] = {}
        for i, pair in enumerate(pairs):
            for entity in worth.blocks.get(pair.key, ()):
                blocks.setdefault((pair.authority, entity), []).append(i)
        groups = [*sorted(self.by.items()), *self.own.items(), *sorted(blocks.items())]
        self.wide = len(pairs) + len(groups)
        partners, parties, blocked, amount, ties, every = (np.zeros(self.wide) for _ in MEASURES)
        rows: list[Row] = []
        for at, (what, members) in enumerate(groups, len(pairs)):
            rows.append(([*members, at], [*[1.0] * len(members), -1.0], 0))
            if at - len(pairs) < len(self.by):
                partners[at] = 1
            elif isinstance(what, str):
                parties[at], amount[at], ties[at] = 1, worth.amount.get(what, 0), worth.ties.get(what, 0)
            else:
                blocked[at] = 1
        every[: len(pairs)] = 1
        self.gains = (partners, blocked, amount, parties, ties, every)
        cost, money = whole(pairs, limits.budget)
        rows.append((list(range(len(pairs))), [-float(c) for c in cost], -money))
        for authority, most in limits.capacity.items():
            if found := self.by.get(authority):
                rows.append((found, [-1.0] * len(found), -most))
        for party in struck:
            effects = [limits.effect(pairs[i].authority) for i in self.own[party]]
            scale = lcm(*(e.denominator for e in effects))
            rows.append((self.own[party], [float(e * scale) for e in effects], scale))
        self.rows = rows

    def run(self, rows: list[Row], gains: Floats, seconds: float) -> tuple[tuple[int, ...] | None, int]:
        """The choice with the most of a measure, and what no choice can be above."""
        start = np.cumsum([0, *(len(columns) for columns, _, _ in rows)])
        matrix = csr_array(
            (
                np.array([v for _, values, _ in rows for v in values], float),
                np.array([c for columns, _, _ in rows for c in columns], np.int64),
                start,
            ),
            shape=(len(rows), self.wide),
        )
        most = np.ones(self.wide)
        found = milp(
            -gains,
            constraints=[LinearConstraint(matrix, [low for _, _, low in rows], np.inf)],
            integrality=np.ones(self.wide),
            bounds=Bounds(np.zeros(self.wide), most),
            options={"time_limit": max(seconds, 0.1), "mip_rel_gap": 0.0},
        )
        dual = found.mip_dual_bound
        bound = int(gains.sum()) if dual is None or not np.isfinite(dual) else floor(-dual + 1e-6)
        if found.x is None:
            return None, bound
        return tuple(np.flatnonzero(found.x[: len(self.pairs)] > 0.5).tolist()), bound
