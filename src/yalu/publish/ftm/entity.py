"""An entity as it is written: an id, a schema, lists of values, and whence and since when they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import orjson

from yalu.model.statement import Statement


@dataclass(slots=True)
class Entity:
    """One line of the export."""

    id: str
    schema: str
    caption: str = ""
    properties: dict[str, list[str]] = field(default_factory=dict)
    referents: tuple[str, ...] = ()
    target: bool = False
    datasets: set[str] = field(default_factory=set)
    first_seen: str = ""
    last_seen: str = ""
    last_change: str = ""

    def add(self, prop: str, value: str) -> None:
        """Add a value, once."""
        held = self.properties.setdefault(prop, [])
        if value and value not in held:
            held.append(value)

    def rests_on(self, statements: Iterable[Statement], as_of: str) -> None:
        """Take the sources and days of the statements whose values it holds.

        ``last_change`` is the day by which all of them could be known; never later than the day asked.
        """
        for s in statements:
            self.datasets.add(s.source)
            if s.seen_first:
                self.first_seen = min(self.first_seen or s.seen_first, s.seen_first)
                self.last_seen = max(self.last_seen, s.seen_last)
            self.last_change = max(self.last_change, min(s.known_hi, as_of))

    def line(self) -> bytes:
        """The line, its properties in the order of their names."""
        found = {
            "id": self.id,
            "caption": self.caption or self.id,
            "schema": self.schema,
            "properties": {p: v for p, v in sorted(self.properties.items()) if v},
            "referents": list(self.referents),
            "datasets": sorted(self.datasets),
            "target": self.target,
        }
        days = (
            ("first_seen", self.first_seen),
            ("last_seen", self.last_seen),
            ("last_change", self.last_change),
        )
        found |= {name: day for name, day in days if day}
        return orjson.dumps(found) + b"\n"
