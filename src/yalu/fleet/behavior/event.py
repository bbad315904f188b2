"""What a rule found: a finding with its rule, thresholds, positions, and what else may explain it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from yalu.fleet.behavior.rules import Rule, Thresholds

OWN = "No work that was public on that day is cited; the thresholds are Yalu's own."


@dataclass(frozen=True, slots=True)
class Fix:
    """A ship at a place; ``ts`` is None where the place is no report of a ship."""

    mmsi: int
    ts: int | None
    lat: float
    lon: float
    what: str


@dataclass(frozen=True)
class Event:
    """One finding. ``mmsi`` are all numbers that take part; ``figures`` are what the rule measured."""

    kind: str
    grade: str
    mmsi: tuple[int, ...]
    t0: int
    t1: int | None
    text: str
    rule: Rule[Any]
    positions: tuple[Fix, ...] = ()
    figures: dict[str, Any] = field(default_factory=dict)
    coverage: str = ""
    imo: tuple[int, ...] = ()
    names: tuple[str, ...] = ()

    def order(self) -> tuple[Any, ...]:
        """By time, then by what tells events of one second apart."""
        return (self.t0, self.kind, self.mmsi, self.grade, self.t1 or 0, self.text)

    def as_json(self, day: str) -> dict[str, Any]:
        """The finding as known on a day: what was published later is not cited."""
        thresholds: Thresholds = self.rule.thresholds
        cited = [c.what for c in self.rule.cite if c.since <= day]
        return {
            "kind": self.kind,
            "grade": self.grade,
            "mmsi": list(self.mmsi),
            "imo": list(self.imo),
            "names": list(self.names),
            "from": moment(self.t0),
            "to": moment(self.t1) if self.t1 is not None else None,
            "text": self.text,
            "figures": self.figures,
            "positions": [
                {
                    "mmsi": p.mmsi,
                    "time": moment(p.ts) if p.ts is not None else None,
                    "lat": round(p.lat, 5),
                    "lon": round(p.lon, 5),
                    "what": p.what,
                }
                for p in self.positions
            ],
            "coverage": self.coverage or None,
            "rule": self.rule.title,
            "thresholds": thresholds.model_dump(),
            "citations": cited or [OWN],
            "innocent": self.rule.innocent,
            "limits": self.rule.limits,
        }


def moment(ts: int) -> str:
    """A time as ISO 8601 in UTC."""
    return datetime.fromtimestamp(ts, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
