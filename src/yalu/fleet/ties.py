"""Whom public ties join to ships: owners, operators, managers, and links that say no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yalu.fleet.ships import Fleet, owns, runs
from yalu.fleet.slots import counted, whole
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, Basis


def tied(s: Statement) -> bool:
    """Whether a statement is a tie whose far end can be read."""
    return s.prop in EDGE_KINDS and whole(s)


def joined_to(fleet: Fleet) -> list[Sentence]:
    """How many ships public ties join to how many parties, and to whom most."""
    if not fleet.links:
        return [sentence("No source of the day ties a ship to an owner, an operator or a manager.", [])]
    ends = {link.tie.id: (link.ship, link.other) for link in fleet.links}
    degree = Counter(link.other for link in fleet.links if link.other not in fleet.scope.aggregates)
    hub = min(degree, key=lambda party: (-degree[party], party), default="")
    name = fleet.names([hub])

    def pairs(seen: Sequence[Statement]) -> list[tuple[str, str]]:
        return [ends[s.id] for s in seen if tied(s)]

    template = "{ties} {join} {ships} to {parties} named owners, operators, managers or other parties"
    slots: dict[str, SlotFunction] = {
        "ties": counted(tied, lambda s: s.id, "public tie", "public ties"),
        "join": lambda seen: "joins" if len(pairs(seen)) == 1 else "join",
        "ships": lambda seen: f.counted(len({ship for ship, _ in pairs(seen)}), "ship"),
        "parties": lambda seen: (
            f"{len({other for _, other in pairs(seen)} - fleet.scope.aggregates.keys()):,}"
        ),
    }
    if name:
        template += "; the most ships, {most}, are tied to {hub}"
        slots["most"] = lambda seen: f"{Counter(other for _, other in pairs(seen))[hub]:,}"
        slots["hub"] = f.value(f.of_party(name[0].party, "name"))
    return [sentence(template + ".", [*(link.tie for link in fleet.links), *name], fill=slots)]


def roles(fleet: Fleet) -> list[Sentence]:
    """How many of the ties say what the party is to the ship."""
    if not fleet.links:
        return []
    return [
        sentence(
            "Who owns or owned a ship is said by {owner} of these ties, who manages, operates or charters one"
            " by {runs}; what the link is otherwise, or that there is one, by {rest}.",
            [link.tie for link in fleet.links],
            owner=lambda seen: f"{sum(tied(s) and owns(s) for s in seen):,}",
            runs=lambda seen: f"{sum(tied(s) and runs(s) for s in seen):,}",
            rest=lambda seen: f"{sum(tied(s) and not owns(s) and not runs(s) for s in seen):,}",
        )
    ]


def leads(fleet: Fleet) -> list[Sentence]:
    """What no stored text backs: ships, incidents and ties."""
    view = fleet.scope.view
    incidents = view.statements(kind="Incident", prop="vessels", basis=Basis.OWN_KNOWLEDGE.value)
    first = list({s.party: s for s in reversed(incidents)}.values())
    rows = [*fleet.remembered, *first, *fleet.leads]
    if not rows:
        return []
    return [
        sentence(
            "Unverified, so counted nowhere above: {ships}, {incidents} and {ties} without a stored text.",
            rows,
            ships=counted(f.having("name"), lambda s: s.party, "ship", "ships"),
            incidents=counted(f.having("vessels"), lambda s: s.party, "incident", "incidents"),
            ties=counted(tied, lambda s: s.id, "tie", "ties"),
        )
    ]
