"""The rules on goods that were public on a day, with the days between which each holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import orjson

from yalu.evidence.view import Evidence, Item, Past, When, items
from yalu.fleet.cargo.effect import Effect, effect
from yalu.model.clock import Mode
from yalu.model.statement import Statement

EXPORT = "export_from"
SUPPLY = "supply_to"
EVERYTHING = re.compile(r"all (goods|items|inter-)")
"""How the goods of a rule without codes begin that covers every code."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What stays allowed under a rule, by whose leave. ``text`` is empty where the day does not show it."""

    id: str
    name: str
    text: str
    granted_by: str
    instrument: str
    paragraph: str
    procedure: str
    until: str
    """The last day, ISO; empty where it is open or its end was not public."""
    unverified: bool

    def open_on(self, on: str) -> bool:
        """Whether it may still be used on a day."""
        return not self.until or on <= self.until


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: goods, direction, codes, days. Both days count as days on which it holds."""

    id: str
    goods: str
    direction: str
    codes: tuple[str, ...]
    decides: tuple[str, ...]
    """The codes among ``codes`` that a resolution or national table states: they decide a case."""
    jurisdiction: str
    instrument: str
    paragraph: str
    status: str
    first: str
    last: str
    caps: tuple[dict[str, str], ...]
    exemptions: tuple[Exemption, ...]
    note: str
    unverified: tuple[str, ...]
    """Fields that no stored text backs."""
    lead: bool
    """Whether nothing of it was read in a text: it raises a question and decides nothing."""
    statements: tuple[Statement, ...]

    @property
    def effect(self) -> Effect:
        """What the rule does to the goods."""
        return effect(self.status)

    @property
    def everything(self) -> bool:
        """Whether it covers all goods of its direction, so that any code is met."""
        return not self.codes and bool(EVERYTHING.match(self.goods))

    def holds(self, on: str) -> bool:
        """Whether it is in force on a day. A rule without a first day never took effect, or it is unknown."""
        return bool(self.first) and self.first <= on and (not self.last or on <= self.last)

    def goes(self, direction: str) -> bool:
        """Whether it is about goods that leave (``export_from``) or reach (``supply_to``) the country."""
        return self.direction == "both" or self.direction.startswith(direction)

    @property
    def cite(self) -> str:
        """``UNSCR 2371, para 8``; the number is marked where it rests on memory."""
        own = " (number from memory)" if "paragraph" in self.unverified else ""
        plain = self.paragraph if self.paragraph not in ("", "-") else ""
        para = "para " if self.jurisdiction == "UN" else ""
        return self.instrument + (f", {para}{plain}{own}" if plain else "")


class Rules:
    """All rules on goods that a day knows of, be they in force, over or still to come."""

    def __init__(self, evidence: Evidence, as_of: str, on: str = "", mode: Mode = Mode.STRICT) -> None:
        self.when = When.at(as_of, on, mode)
        self.view = Past(evidence, self.when)

    @cached_property
    def exemptions(self) -> dict[str, Exemption]:
        """The exemptions whose text was public, by id."""
        return {item.id: _exemption(item) for item in items(self.view, "Exemption")}

    @cached_property
    def all(self) -> list[Rule]:
        """Every rule, by id."""
        return [self._rule(item) for item in items(self.view, "TradeRule") if item.one("direction")]

    @cached_property
    def in_force(self) -> list[Rule]:
        """The rules of the day of the movement."""
        return [rule for rule in self.all if rule.holds(self.when.on)]

    @cached_property
    def begins(self) -> str:
        """The first day of the first rule that is known: before it nothing can be said."""
        return min((rule.first for rule in self.all if rule.first and not rule.lead), default="")

    def _rule(self, item: Item) -> Rule:
        any_of = item.statements[0]
        likely = self.when.mode is Mode.LIKELY
        return Rule(
            id=item.id,
            goods=item.text("goods"),
            direction=item.text("direction"),
            codes=tuple(s.value for s in item.all("hs")),
            decides=() if not item.verified else tuple(s.value for s in item.all("hs_decides")),
            jurisdiction=item.text("jurisdiction"),
            instrument=item.text("instrument"),
            paragraph=item.text("paragraph"),
            status=item.text("status"),
            first=any_of.from_lo if likely else any_of.from_hi,
            last=any_of.to_hi,
            caps=tuple(orjson.loads(s.value) for s in item.all("cap")),
            exemptions=tuple(self._named(s.value) for s in item.all("exemptions")),
            note=item.text("note"),
            unverified=tuple(filter(None, any_of.unverified.split(";"))),
            lead=not item.verified,
            statements=tuple(item.statements),
        )

    def _named(self, exemption: str) -> Exemption:
        return self.exemptions.get(exemption) or Exemption(exemption, "", "", "", "", "", "", "", False)


def _exemption(item: Item) -> Exemption:
    return Exemption(
        id=item.id,
        name=item.text("name"),
        text=item.text("text"),
        granted_by=item.text("granted_by"),
        instrument=item.text("instrument"),
        paragraph=item.text("paragraph"),
        procedure=item.text("procedure"),
        until=item.text("until"),
        unverified=not item.verified,
    )
