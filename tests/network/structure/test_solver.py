"""The quick answers beside those of the solver, which proves its own."""

from __future__ import annotations

import numpy as np
import pytest

from tests.network.networks import by_chance, net
from yalu.errors import UsageError
from yalu.graph import compile_in
from yalu.network.breaking import compiling
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.min_cut import min_cut
from yalu.network.structure.measures import measure
from yalu.network.structure.routes import routes
from yalu.network.structure.solved import solved


@pytest.mark.parametrize("seed", range(12))
def test_routes_are_those_of_the_minimum_cut(seed: int) -> None:
    one = net(by_chance(14, 22, seed), 14)
    first, last = one.ids[:2], one.ids[-2:]
    straight = [
        {a, b} & set(first) and {a, b} & set(last)
        for a, b in ((one.ids[i], one.ids[j]) for i, j in zip(one.near, one.far, strict=True))
    ]
    found = routes(one, first, last)
    assert found.direct == sum(map(bool, straight))
    rest = one.with_ties(np.array([not s for s in straight], np.bool_))
    cut = min_cut(Network.of(rest.ids, rest.near, rest.far), first, last)
    assert found.disjoint == len(found.cut) == len(cut.parties) == len(cut.routes)
    assert not {*first, *last} & set(found.cut)


def test_the_solver_proves_what_the_quick_order_found() -> None:
    make = compile_in(None)
    if make.folder is not None:
        compiling.keep_in(make.folder)
    one = net(by_chance(30, 36, 4)).largest(make)
    answer = solved(one, seconds=10, seed=0)
    assert answer["removed_at_least"] <= answer["removed"] <= measure(one, make).broken
    assert answer["proven"] == (answer["removed_at_least"] == answer["removed"])
    assert len(answer["parties"]) == answer["removed"]
    with pytest.raises(UsageError):
        min_cut(Network.of(one.ids, one.near, one.far), [one.ids[0]], [one.ids[0]])
