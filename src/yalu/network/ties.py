"""Ties between parties, each party under its first id, and the groups that ties join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from yalu.evidence.scope import Scope
from yalu.model.sentence import MUTATION
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, Grade

ACCUSATIONS = (Grade.ALLEGATION, Grade.ACQUITTED)
PROVEN = (Grade.COURT_FINDING, Grade.PLEA, Grade.REGULATOR_FINDING)


def public_ties(scope: Scope) -> list[Statement]:
    """The ties of the day that a text backs; both ends stand under the party's first id."""
    return [replace(s, party=scope.head(s.party), value=scope.head(s.value)) for s in scope.ties]


def between_named(scope: Scope, ties: Sequence[Statement]) -> list[Statement]:
    """The ties of which both ends are one party with a name; others join nobody to anybody."""
    return [s for s in ties if not {s.party, s.value} & scope.aggregates.keys()]


def is_tie(s: Statement) -> bool:
    """Whether a statement is a tie whose far end can be read."""
    return s.prop in EDGE_KINDS and not s.value.startswith(MUTATION)


def number(seen: Sequence[Statement]) -> int:
    """How many ties are among the statements."""
    return sum(map(is_tie, seen))


def degrees(seen: Sequence[Statement]) -> Counter[str]:
    """How many ties each party has."""
    return Counter(party for s in seen if is_tie(s) for party in (s.party, s.value))


def graded(seen: Sequence[Statement], *grades: Grade) -> int:
    """How many ties rest on evidence of some grades."""
    return sum(is_tie(s) and s.grade in grades for s in seen)


def groups(ties: Sequence[Statement]) -> list[set[str]]:
    """The groups of parties that ties join, whatever their direction."""
    group: dict[str, set[str]] = {}
    for s in ties:
        merged = group.get(s.party, {s.party}) | group.get(s.value, {s.value})
        for party in merged:
            group[party] = merged
    return list({id(g): g for g in group.values()}.values())
