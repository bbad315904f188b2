"""The powers and duties over ships that were public on a day, with the days between which each holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import orjson

from yalu.evidence.view import Evidence, Item, Past, When, items
from yalu.model.clock import Mode
from yalu.model.statement import Statement

UNITED_NATIONS = "UN"
SAME = "same"


@dataclass(frozen=True, slots=True)
class Power:
    """One power or duty: who, what, where, on which ground, by whose consent. Empty: not told by that day."""

    id: str
    who: str
    power: str
    force: str
    where: tuple[str, ...]
    ground: str
    consent: str
    on_refusal: str
    report: dict[str, str]
    limits: str
    jurisdiction: str
    instrument: str
    provision: str
    first: str
    last: str
    unverified: tuple[str, ...]
    lead: bool
    statements: tuple[Statement, ...]

    def holds(self, on: str) -> bool:
        """Whether it is in force on a day; its last day counts."""
        return bool(self.first) and self.first <= on and (not self.last or on <= self.last)

    @property
    def cite(self) -> str:
        """``UNSCR 2397, para 9``; a number that rests on memory is marked."""
        own = " (number from memory)" if "provision" in self.unverified else ""
        para = "para " if self.jurisdiction == UNITED_NATIONS else ""
        return self.instrument + (f", {para}{self.provision}{own}" if self.provision not in ("", "-") else "")

    @property
    def doubts(self) -> list[str]:
        """What no stored text backs."""
        return ["all"] if self.lead else list(self.unverified)

    def as_json(self) -> dict[str, Any]:
        """The power as JSON shows it."""
        return {
            "id": self.id,
            "who": self.who,
            "force": self.force,
            "power": self.power,
            "where": list(self.where),
            "ground": self.ground,
            "consent": self.consent,
            "on_refusal": self.on_refusal,
            "report": self.report,
            "limits": self.limits,
            "jurisdiction": self.jurisdiction,
            "instrument": self.instrument,
            "paragraph": self.provision,
            "first_day": self.first,
            "last_day": self.last,
            "unverified": self.doubts,
            "sources": sorted({c for s in self.statements for c in s.cited}),
            "statements": sorted({s.id for s in self.statements}),
        }


class Powers:
    """All powers that a day knows of, be they in force, over or still to come."""

    def __init__(self, evidence: Evidence, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> None:
        self.when = When.at(as_of, on, mode)
        self.view = Past(evidence, self.when)

    @cached_property
    def all(self) -> list[Power]:
        """Every power, those of the United Nations first."""
        found: list[Power] = []
        for item in items(self.view, "BoardingPower"):
            found.append(_spelled_out(self._power(item), found[-1] if found else None))
        return sorted(found, key=lambda p: (p.jurisdiction != UNITED_NATIONS, p.jurisdiction, p.id))

    @cached_property
    def in_force(self) -> list[Power]:
        """The powers of the day asked about."""
        return [power for power in self.all if power.holds(self.when.on)]

    @cached_property
    def begins(self) -> str:
        """The first day of the first power of the resolutions that is known."""
        return min((p.first for p in self.all if p.jurisdiction == UNITED_NATIONS and not p.lead), default="")

    def _power(self, item: Item) -> Power:
        any_of = item.statements[0]
        report = item.one("report")
        hidden = ("no_hindsight", "text_since")
        parts = orjson.loads(report.value) if report else {}
        return Power(
            id=item.id,
            who=item.text("who"),
            power=item.text("power"),
            force=item.text("force"),
            where=tuple(s.value for s in item.all("where")),
            ground=item.text("ground"),
            consent=_said(item, "consent"),
            on_refusal=_said(item, "on_refusal"),
            report={k: v for k, v in parts.items() if k not in hidden and not self._later(parts, k)},
            limits=item.text("limits"),
            jurisdiction=item.text("jurisdiction"),
            instrument=item.text("instrument"),
            provision=item.text("provision"),
            first=any_of.from_lo if self.when.mode is Mode.LIKELY else any_of.from_hi,
            last=any_of.to_hi,
            unverified=tuple(filter(None, any_of.unverified.split(";"))),
            lead=not item.verified,
            statements=tuple(item.statements),
        )

    def _later(self, parts: dict[str, Any], field: str) -> bool:
        """Whether a part of the report's text speaks of a day after the one asked."""
        return str(parts.get("text_since", {}).get(field, "")) > self.when.as_of


def _spelled_out(power: Power, before: Power | None) -> Power:
    """A row that says ``same`` repeats the row before it."""
    if before is None:
        return power
    said = {field: getattr(before, field) for field in ("power", "ground") if getattr(power, field) == SAME}
    return replace(power, **said) if said else power


def _said(item: Item, prop: str) -> str:
    text = item.text(prop)
    return "" if text == "-" else text
