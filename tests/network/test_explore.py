"""Pictures of the network: the same selection has the same places, and more than 50 are asked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.network.explore import Seeing, Selection
from yalu.network.explore.picture import Node, Picture
from yalu.network.explore.places import placed
from yalu.regimes import load_plan
from yalu.workbench.frame.page import Notice
from yalu.workbench.network.asked import NetworkParams, _sure


def test_a_picture_is_drawn_alike_each_time(evidence: Evidence) -> None:
    first, second = (Seeing(Scope(evidence.at("2026-01-01"), load_plan())) for _ in range(2))
    chosen = Selection(opened=(("ofac-15603", 1),))
    one, other = first.picture(chosen), second.picture(chosen)
    assert one == other and len(one.nodes) > 20
    assert all(set(ends) <= {n.id for n in one.nodes} for ends in one.labels)


def test_no_two_parties_of_a_picture_stand_on_each_other() -> None:
    nodes = [Node(f"p{i}", "A name of some length", "Person", False, (), 0, 0) for i in range(60)]
    found = placed(Picture((), ()), nodes, ())
    spots = np.array([n.place for n in found.nodes])
    gap = np.abs(spots[:, None, :] - spots[None, :, :])
    near = (gap[:, :, 0] < 60) & (gap[:, :, 1] < 30)
    np.fill_diagonal(near, False)
    assert not near.any()


def test_more_than_fifty_neighbors_are_asked_for() -> None:
    seeing: Any = SimpleNamespace(near=lambda p: [f"n{i}" for i in range(51)], head=lambda p: p)
    ask: Any = SimpleNamespace(view=SimpleNamespace(name=lambda p: "Bank"), query={"all": ["b"]})
    notices: list[Notice] = []
    assert not _sure(ask, seeing, "b", NetworkParams(all=["b"]), notices)
    assert [n.link for n in notices] == ["Add all 51", "Add 25"] and "sure=b" in notices[0].href
    assert _sure(ask, seeing, "b", NetworkParams(all=["b"], sure=["b"]), [])
