"""followthemoney's schemata: which there are, what they inherit, which properties they hold.

``model.json`` is what is used here of followthemoney's own model (MIT licence); a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import orjson

BASE = "Thing"
"""The schema of everything that a search may find."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its type and, where it points to an entity, the name by which that one points back."""

    name: str
    type: str
    reverse: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """One schema with all that it inherits."""

    name: str
    plural: str
    ancestors: frozenset[str]
    """Itself included."""
    properties: Mapping[str, Property]
    matchable: bool
    """Whether an example of it can be matched."""
    edge: tuple[str, str] | None
    """The properties of the two ends, where it is a tie."""
    caption: tuple[str, ...]

    def is_a(self, other: str) -> bool:
        """Whether it is that schema or descends from it."""
        return other in self.ancestors


@cache
def schemata() -> dict[str, Schema]:
    """All schemata by name."""
    raw = _model()["schemata"]
    return {name: _schema(name, raw) for name in raw}


@cache
def groups() -> dict[str, tuple[str, str]]:
    """Each group of properties: ``countries`` to the type of its members and its heading."""
    return {t["group"]: (name, t["plural"]) for name, t in _model()["types"].items()}


def names_within(schema: str) -> frozenset[str]:
    """The schemata that a search for ``schema`` covers: itself and its descendants."""
    return frozenset(name for name, found in schemata().items() if found.is_a(schema))


def _schema(name: str, raw: dict[str, Any]) -> Schema:
    line = _line(name, raw)
    properties: dict[str, Property] = {}
    for one in reversed(line):
        for prop, kind in raw[one]["properties"].items():
            properties[prop] = (
                Property(prop, kind) if isinstance(kind, str) else Property(prop, kind[0], kind[2])
            )
    own = raw[name]
    caption = next((raw[one]["caption"] for one in line if "caption" in raw[one]), ())
    edge = next((raw[one]["edge"] for one in line if "edge" in raw[one]), None)
    return Schema(
        name=name,
        plural=own["plural"],
        ancestors=frozenset(line),
        properties=properties,
        matchable=own.get("matchable", False),
        edge=(edge[0], edge[1]) if edge else None,
        caption=tuple(caption),
    )


def _line(name: str, raw: dict[str, Any]) -> list[str]:
    """A schema and those above it, nearest first."""
    found = [name]
    for parent in raw[name]["extends"]:
        found += [one for one in _line(parent, raw) if one not in found]
    return found


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = orjson.loads(resources.files(__package__).joinpath("model.json").read_bytes())
    return model
