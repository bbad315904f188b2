"""What FollowTheMoney calls things: its schemata, their properties, and the two ends of a tie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

import yaml

from yalu.model.vocabulary import EDGE_KINDS

PREFIX: Final = "ftm:"
"""Stands before a kind or a property that is kept as it was found and has no meaning of its own here."""


class Edge(NamedTuple):
    """The properties of a tie's two ends, and how Yalu states a tie where it has no kind of that name."""

    source: str
    target: str
    kind: str
    role: str = ""


OTHER_EDGES = {
    "Control": ("Ownership", "controls"),
    "Debt": ("UnknownLink", "owes"),
    "Documentation": ("UnknownLink", "documents"),
    "Occupancy": ("UnknownLink", "holds the post"),
    "ProjectParticipant": ("UnknownLink", "participates in"),
    "CourtCaseParty": ("UnknownLink", "is involved in"),
    "ContractAward": ("UnknownLink", "was awarded to"),
}
"""Ties of kinds that Yalu does not have: the kind that it states, and the role, which keeps the meaning."""


@dataclass(frozen=True)
class Schema:
    """One schema: what it inherits from (itself first) and the type of each of its properties."""

    name: str
    line: tuple[str, ...]
    properties: dict[str, str]
    abstract: bool
    edge: Edge | None

    def is_a(self, name: str) -> bool:
        """Whether it is of that schema or inherits from it."""
        return name in self.line


@cache
def schemata() -> dict[str, Schema]:
    """The schemata whose properties are known, by name."""
    raw = _content()["schemata"]
    return {name: _schema(name, raw) for name in raw}


@cache
def known_names() -> frozenset[str]:
    """The names of all schemata of the model, those without properties here included."""
    return frozenset(schemata()) | frozenset(_content()["other"])


@cache
def _content() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("ftm.yaml").read_bytes()
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content


def _schema(name: str, raw: dict[str, Any]) -> Schema:
    line = _line(name, raw)
    properties: dict[str, str] = {}
    for one in reversed(line):
        for kind in ("text", "country", "date", "entity", "number", "gender", "topic"):
            properties |= dict.fromkeys(raw[one].get(kind, ()), kind)
    edge = None
    if ends := raw[name].get("edge"):
        kind, role = (name, "") if name in EDGE_KINDS else OTHER_EDGES[name]
        edge = Edge(ends[0], ends[1], kind, role)
    return Schema(name, line, properties, bool(raw[name].get("abstract")), edge)


def _line(name: str, raw: dict[str, Any]) -> tuple[str, ...]:
    found = [name]
    for parent in raw[name].get("extends", ()):
        found += [one for one in _line(parent, raw) if one not in found]
    return tuple(found)
