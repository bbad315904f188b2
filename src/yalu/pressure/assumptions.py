"""What is assumed, each by name, with its range and why: a lever's share of a stream, and adaptation.

The ranges here are judgments made for the day of the memo. None was fitted to what happened afterwards. Where
rows that the day shows state a share, it takes the place of the judgment. Each can be set by
``--assume NAME=LOW..HIGH``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from yalu.errors import UsageError
from yalu.evidence.cited import ids
from yalu.model.statement import Statement

LEVERS = ("facilitators", "labor", "travel", "ships", "iran", "partners")
"""The six recommendations, by the ids of the brief's sections."""

GOODS = ("coal", "iron_ore_and_iron", "lead_and_zinc", "seafood", "textiles", "other_goods")
CARGO = ("coal", "iron_ore_and_iron", "sand")


@dataclass(frozen=True)
class Assumption:
    """A share between 0 and 1, drawn evenly from ``low`` to ``high``; ``given`` where a user set it."""

    name: str
    low: float
    high: float
    why: str
    given: bool = False
    statements: tuple[Statement, ...] = ()
    """What states it; empty for a judgment."""

    @property
    def basis(self) -> str:
        """Whose it is."""
        if self.given:
            return "set by the user"
        return "stated" if self.statements else "judgment"

    def as_json(self) -> dict[str, Any]:
        """Its fields, with the sources and rows of one that is stated."""
        return {
            "name": self.name,
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "basis": self.basis,
            "why": self.why,
            "sources": ids(self.statements),
            "statements": [s.id for s in self.statements],
        }


def _takes() -> Iterable[Assumption]:
    def take(lever: str, streams: Iterable[str], low: float, high: float, why: str) -> Iterable[Assumption]:
        return (Assumption(f"{lever}.{stream}", low, high, why) for stream in streams)

    pays = "few brokers and banks carry much of the trade, and a new front replaces a listed one"
    yield from take("facilitators", GOODS, 0.05, 0.25, pays)
    yield from take("facilitators", ("arms_and_military_services",), 0.05, 0.3, pays)
    yield from take("facilitators", ("luxury_goods", "refined_oil"), 0.02, 0.15, pays)
    hosts = "employers fear their market more than the fee; the large hosts decide"
    yield from take("labor", ("overseas_labour", "restaurants"), 0.1, 0.5, hosts)
    yield from take("labor", ("it_workers",), 0, 0.1, "remote work needs no visa and no host")
    yield from take(
        "travel", ("tourism",), 0, 0.1, "US visitors are a small part; most visitors come from China"
    )
    sea = "ships can be denied port, flag and insurance; what goes by rail and pipeline cannot"
    yield from take("ships", CARGO, 0.05, 0.4, sea)
    yield from take("ships", ("seafood", "arms_and_military_services", "refined_oil"), 0.05, 0.3, sea)
    yield from take("iran", ("arms_and_military_services",), 0.05, 0.3, "one customer of several")
    near = (
        "one neighbor buys most: what it enforces decides, and an exception for livelihood left all as it was"
    )
    yield from take("partners", GOODS, 0.1, 0.6, near)
    yield from take("partners", ("overseas_labour", "restaurants", "fishing_rights"), 0.05, 0.4, near)
    yield from take("partners", ("luxury_goods", "refined_oil"), 0.05, 0.4, near)
    public = "seen by everybody, and so easily ended by the state that buys or hosts"
    yield from take("partners", ("statues", "diplomatic_property_rent"), 0.2, 0.9, public)


def _adaptation() -> Iterable[Assumption]:
    why = "new fronts, false origin and other buyers win back part of what is taken"
    goods = (*GOODS, "sand", "luxury_goods", "arms_and_military_services")
    yield from (Assumption(f"rerouting.{s}", 0.05, 0.3, why) for s in goods)
    moved = "other visas and other hosts"
    yield from (Assumption(f"rerouting.{s}", 0.1, 0.4, moved) for s in ("overseas_labour", "restaurants"))
    sea = "transfers at sea win back part of what ports refuse"
    yield from (Assumption(f"ship_to_ship.{s}", 0.05, 0.4, sea) for s in ("coal", "refined_oil", "sand"))
    yield Assumption(
        "cyber", 0, 0.3, "theft makes up part of lost revenue; that the one causes the other is unknown"
    )


DEFAULTS: dict[str, Assumption] = {a.name: a for a in (*_takes(), *_adaptation())}


def levers(asked: str) -> tuple[str, ...]:
    """The levers that an option names, in the order of the memo; all six for ``""``.

    Raises UsageError for one that is none, and for one named twice.
    """
    named = [one.strip() for one in asked.split(",")] if asked.strip() else list(LEVERS)
    for one in named:
        if one not in LEVERS:
            raise UsageError(f"{one!r} is no lever.", expected="some of " + ", ".join(LEVERS))
        if named.count(one) > 1:
            raise UsageError(f"The lever {one} is named twice.", expected="each lever once")
    return tuple(one for one in LEVERS if one in named)


def assumed(settings: Iterable[str], stated: Mapping[str, Assumption] | None = None) -> dict[str, Assumption]:
    """The assumptions, with those that rows state and those that ``NAME=LOW..HIGH`` sets.

    Raises UsageError for a setting that does not fit.
    """
    found = DEFAULTS | dict(stated or {})
    for text in settings:
        name, _, span = (part.strip() for part in text.partition("="))
        if name not in found:
            near = [n for n in found if n.partition(".")[0] == name.partition(".")[0]] or list(found)
            raise UsageError(f"{name!r} is no assumption.", expected="one of " + ", ".join(near))
        if found[name].given:
            raise UsageError(
                f"Two rules for {name} overlap.",
                expected="one range for each assumption",
                do="drop one of them",
            )
        low, high = _span(name, span)
        found[name] = replace(found[name], low=low, high=high, given=True, statements=())
    return found


def _span(name: str, text: str) -> tuple[float, float]:
    low, dots, high = text.partition("..")
    try:
        ends = float(low), float(high if dots else low)
    except ValueError:
        ends = (math.nan, math.nan)
    if not 0 <= ends[0] <= ends[1] <= 1:
        raise UsageError(
            f"{name}={text} is no range of shares.", expected="LOW..HIGH between 0 and 1: 0.1..0.4"
        )
    return ends
