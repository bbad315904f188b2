"""The three answers: shown, not shown, or too thin to say; what each rests on stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from yalu.network.structure.chance import Chance

FEWEST = 10
"""A largest group of fewer parties or ties tells nothing about a structure."""
REWIRINGS = 200

SHOWN, NOT_SHOWN, TOO_THIN = "shown", "not shown", "too thin"
BY_DEGREES = "fixed by its degrees"
BY_REWIRINGS = "rewirings"


@dataclass(frozen=True)
class Verdict:
    """``basis`` is what the network was compared with; ``why`` says what kept it from being shown."""

    verdict: str
    basis: str = ""
    why: str = ""

    def as_json(self) -> dict[str, str]:
        """Its three words."""
        return {"verdict": self.verdict, "basis": self.basis, "why": self.why}


@dataclass(frozen=True)
class Compared:
    """The measures beside the rewirings (``kept``) and beside G(n, m) (``free``)."""

    kept: dict[str, Chance] = field(default_factory=dict)
    free: dict[str, Chance] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """By the name of each measure."""
        return {
            "rewirings": {name: c.as_json() for name, c in self.kept.items()},
            "random_networks": {name: c.as_json() for name, c in self.free.items()},
        }


def thin(parties: int, ties: int, compared: Compared) -> Verdict | None:
    """Too thin where the group is too small, or where there was no time for all rewirings."""
    if parties < FEWEST or ties < FEWEST:
        return Verdict(TOO_THIN, why=f"the largest group has {parties} parties and {ties} ties")
    done = min((c.samples for c in compared.kept.values()), default=0)
    if done < REWIRINGS:
        return Verdict(TOO_THIN, why=f"the time allowed {done} of {REWIRINGS} comparisons")
    return None


def centralized(compared: Compared, left_out: Sequence[dict[str, Any]]) -> Verdict:
    """Shown where betweenness is more concentrated than chance makes it, and more hangs on a few as well.

    Where the degrees fix the betweenness, what counts is whether G(n, m) has both as concentrated.
    """
    if compared.kept["freeman"].fixed:
        free = compared.free
        high = free["freeman"].higher and free["degree_centralization"].higher
        return Verdict(SHOWN if high else NOT_SHOWN, BY_DEGREES)
    if not compared.kept["freeman"].higher:
        return Verdict(NOT_SHOWN, BY_REWIRINGS)
    if not compared.kept["dependence"].higher:
        return Verdict(NOT_SHOWN, BY_REWIRINGS, "no few parties hold it together more than chance makes it")
    return _without(left_out, "freeman", high=True)


def vulnerable(compared: Compared, left_out: Sequence[dict[str, Any]]) -> Verdict:
    """Shown where it falls apart faster than chance makes it: R below nearly all of the comparisons."""
    if compared.kept["robustness"].fixed:
        low = compared.free["robustness"].lower
        return Verdict(SHOWN if low else NOT_SHOWN, BY_DEGREES)
    if not compared.kept["robustness"].lower:
        return Verdict(NOT_SHOWN, BY_REWIRINGS)
    return _without(left_out, "robustness", high=False)


def _without(left_out: Sequence[dict[str, Any]], name: str, *, high: bool) -> Verdict:
    """Shown only where it does not hang on one source: a star-shaped investigation looks centralized.

    Without a source it need not be as far from chance, but on the same side of it: fewer ties tell less.
    """
    for row in left_out:
        chance = row.get(name)
        if chance and (chance["z"] < 1 if high else chance["z"] > -1):
            return Verdict(NOT_SHOWN, BY_REWIRINGS, f"it rests on one source, {row['source']}")
    return Verdict(SHOWN, BY_REWIRINGS)
