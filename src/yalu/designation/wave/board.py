"""A wave by hand: what any choice of eligible pairs would leave, beside the one that the program chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yalu.designation.wave.eligible import Eligible, eligible
from yalu.designation.wave.limits import Limits
from yalu.designation.wave.make import Asked, Chosen, Making
from yalu.designation.wave.model import Left, Objective, WavePair
from yalu.designation.wave.order import adds, curve
from yalu.designation.wave.rules import DEGREE, by_rule
from yalu.evidence.scope import Scope
from yalu.graph import of_scope
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.task import clock, silent
from yalu.network.structure.material import Material, of_day

Key = tuple[str, str]
"""Party and authority."""


@dataclass(frozen=True, eq=False)
class Ground:
    """What every wave of some authorities on one day is made of; read once."""

    scope: Scope
    authorities: tuple[str, ...]
    network: Network
    material: Material
    found: Eligible


@dataclass(frozen=True, eq=False)
class Hand:
    """Some pairs in order, and what they leave of the network.

    ``curve`` has a row before anything and one after each party that is struck in it; ``adds`` says how much
    more would be left without each party; ``degree`` is the curve of the same number of parties with the
    most ties, or None where its time ended. ``lost`` are keys that no pair is eligible for.
    """

    pairs: tuple[WavePair, ...]
    lost: tuple[Key, ...]
    curve: list[dict[str, Any]]
    adds: list[dict[str, Any]]
    degree: list[dict[str, Any]] | None
    along: dict[str, dict[str, Any]]
    still: dict[str, Any]
    before: Left
    left: Left
    floor: Left

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, each once."""
        return tuple(dict.fromkeys(pair.party for pair in self.pairs))


def ground(scope: Scope, authorities: Sequence[str]) -> Ground:
    """Read the network of the day and hold the evidence against the grounds of each authority."""
    graph, material = of_scope(scope), of_day(scope)
    network = Network.of(material.net.ids, material.net.near, material.net.far)
    return Ground(scope, tuple(authorities), network, material, eligible(scope, graph, authorities))


class Board:
    """Chooses within a budget, and says of any choice what it leaves."""

    def __init__(self, ground: Ground, budget: int, seconds: float) -> None:
        asked = Asked(Limits(budget), authorities=ground.authorities, seconds=seconds)
        self.ground = ground
        self.making = Making(ground.scope, asked, ground.network, ground.material, ground.found, silent)
        self.chosen: Chosen = self.making.choose()

    @property
    def objective(self) -> Objective:
        """What the choice was made for, how good it is, and whether that is proven."""
        return self.chosen.objective

    @property
    def notes(self) -> list[str]:
        """What a reader must know of the choice."""
        return self.making.notes(self.chosen)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The pairs that were chosen."""
        return tuple(self.ground.found.pairs[i].key for i in self.chosen.pairs)

    def hand(self, keys: Iterable[Key], seconds: float = 5.0) -> Hand:
        """What a choice leaves; a key of no eligible pair is left out and told."""
        places = {pair.key: i for i, pair in enumerate(self.ground.found.pairs)}
        wanted = list(dict.fromkeys(keys))
        held = Chosen(tuple(places[k] for k in wanted if k in places), self.objective, None)
        making, problem, named = self.making, self.making.problem, self.ground.scope.view.name
        pairs, order = making.in_order(held), making.order(held)
        rows = adds(problem, order, pairs, named)
        for row in rows:
            own = [pair for pair in pairs if pair.party == row["party"]]
            row["blocked_along"] = sorted({q for p in own for q in making.worth.blocks.get(p.key, ())})
        rule = by_rule(self.ground.network, problem, DEGREE, clock(seconds)) if order else None
        return Hand(
            pairs=pairs,
            lost=tuple(k for k in wanted if k not in places),
            curve=curve(problem, order, named),
            adds=rows,
            degree=None if rule is None else curve(problem, rule[: len(order)], named),
            along=making.along.together(pairs),
            still=making.still(order),
            before=problem.left(()),
            left=problem.left(held.pairs),
            floor=problem.floor,
        )
