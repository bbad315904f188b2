"""Patterns around one party: a hub that holds groups together, a person who may stand for another."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.network.expansion.convergence import COMPANIES, DIRECTS, INNOCENT, Meeting, Point

FEWEST_GROUPS = 3
"""A hub holds together at least so many groups that have no other tie to each other."""


def patterns(meeting: Meeting) -> list[Point]:
    """Hubs and nominees among the parties of the regime and those tied to them, the widest first."""
    found = [*_hubs(meeting), *_nominees(meeting)]
    return sorted(found, key=lambda p: (p.kind, -len(p.groups), p.party))


def _hubs(meeting: Meeting) -> Iterator[Point]:
    for node in range(len(meeting.net.ids)):
        if len(meeting.net.neighbors(node)) < FEWEST_GROUPS:
            continue
        groups = sorted(sorted(group) for group in meeting.separate.without(node))
        if len(groups) >= FEWEST_GROUPS:
            point = meeting.point("hub", node, groups, INNOCENT["hub"])
            if meeting.of_regime(point):
                yield point


def _nominees(meeting: Meeting) -> Iterator[Point]:
    """A person with posts or shares in separate companies, one of which is another's or acts for another."""
    graph = meeting.network.graph
    others_own = _of_others(meeting)
    for node in range(graph.n):
        if meeting.kind.get(graph.ids[node]) != "Person":
            continue
        held = {int(graph.indices[e]) for e in graph.edges(node) if graph.kind(e) in DIRECTS | {"Ownership"}}
        held = {o for o in held if meeting.kind.get(graph.ids[o]) in COMPANIES}
        groups = meeting.without(node, held)
        if len(groups) > 1 and any(others_own.get(o, set()) - {node} for o in held):
            point = meeting.point("nominee", node, groups, INNOCENT["nominee"])
            if meeting.of_regime(point):
                yield point


def _of_others(meeting: Meeting) -> dict[int, set[int]]:
    """For each company, who owns it and for whom it acts."""
    graph = meeting.network.graph
    found: dict[int, set[int]] = {}
    for node in range(graph.n):
        for edge in graph.edges(node):
            other = int(graph.indices[edge])
            if graph.kind(edge) == "Ownership":
                found.setdefault(other, set()).add(node)
            elif graph.kind(edge) == "Representation":
                found.setdefault(node, set()).add(other)
    return found
