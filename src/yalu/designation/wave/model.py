"""What a wave is: pairs of a party and an authority that acts upon it, and what they would leave."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

VERSION = 1
AUTHORITIES = ("US", "JP", "KR", "AU", "UK", "EU")
"""The partners that act together unless others are asked for."""


@dataclass(frozen=True, slots=True)
class WavePair:
    """A party and an authority that may list it: which ground is met, and by which statements.

    ``statements`` are ids of those that meet the criterion; none is unverified, and there is at least one.
    """

    party: str
    name: str
    authority: str
    criterion: str
    statements: tuple[str, ...]
    kind: str = ""
    verdict: str = ""
    instrument: str = ""
    provision: str = ""
    cost: str = "1"
    """A decimal or a fraction, as text."""

    @property
    def key(self) -> tuple[str, str]:
        """Party and authority: no wave holds two alike."""
        return self.party, self.authority

    def as_json(self) -> dict[str, Any]:
        """One of ``pairs``."""
        return asdict(self) | {"statements": list(self.statements)}


@dataclass(frozen=True, slots=True)
class Left:
    """What still holds together: lower is better, ``routes`` first.

    ``routes`` are pairs of a principal and a bank that ties join by whatever way; ``pairs`` are all pairs of
    parties that ties join, those who were struck left out.
    """

    routes: int
    pairs: int

    def as_json(self) -> dict[str, int]:
        """Both counts."""
        return {"routes": self.routes, "pairs": self.pairs}


@dataclass(frozen=True, slots=True)
class Objective:
    """What was made least or most, why this and nothing else, and how far from the best it can be.

    ``name`` is ``disruption`` or ``coverage``. ``value`` is what the wave reaches and ``bound`` what no wave
    within the limits can beat; both by the measures of ``measures``, the first of which counts first.
    """

    name: str
    why: str
    measures: tuple[str, ...]
    value: tuple[int, ...]
    bound: tuple[int, ...]
    proven: bool
    method: str
    effects: dict[str, str] = field(default_factory=dict)
    """What a listing by each authority is assumed to be worth; a party of 1 in all counts as struck."""

    def as_json(self) -> dict[str, Any]:
        """The objective with its measures by name."""
        return {
            "name": self.name,
            "why": self.why,
            "value": dict(zip(self.measures, self.value, strict=True)),
            "bound": dict(zip(self.measures, self.bound, strict=True)),
            "proven": self.proven,
            "method": self.method,
            "effects": self.effects,
        }


@dataclass(frozen=True, slots=True)
class Wave:
    """The pairs of one day. ``details`` is what is told beside them, ready for JSON.

    Its keys ``curve``, ``baselines``, ``hazard`` and so on become keys of ``as_json``.
    """

    day: str
    pairs: tuple[WavePair, ...]
    objective: Objective
    budget: int
    eligible: int
    """How many pairs could be chosen from."""
    authorities: tuple[str, ...] = AUTHORITIES
    mode: str = "strict"
    snapshot: str = ""
    notes: tuple[str, ...] = ()
    """What a reader must know: fewer pairs than asked for, a search that time ended."""
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, each once, in the order of the pairs."""
        return tuple(dict.fromkeys(pair.party for pair in self.pairs))

    def as_json(self) -> dict[str, Any]:
        """The wave as ``yalu wave --json`` prints it."""
        return {
            "version": VERSION,
            "as_of": self.day,
            "mode": self.mode,
            "snapshot": self.snapshot,
            "budget": self.budget,
            "authorities": list(self.authorities),
            "eligible_pairs": self.eligible,
            "pairs": [pair.as_json() for pair in self.pairs],
            "objective": self.objective.as_json(),
            "notes": list(self.notes),
            **{"curve": [], "baselines": {}, "hazard": {}},
            **self.details,
        }
