"""The answer to a question on cargo: a verdict, the rules behind it, and what they leave open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.evidence.view import When
from yalu.fleet.cargo.effect import Effect
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.rules import Exemption, Rule

NOT_FOUND = "no rule that is held names these goods in this direction on this day; that is no permission"
INNOCENT = (
    "A code covers more goods than a rule names, an exemption may have been granted, and codes are written"
    " wrongly."
)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that the movement meets, what it does to it, and why it is met."""

    rule: Rule
    effect: Effect
    why: str
    binds: bool
    """Whether it binds at one of the ends; a rule of a state that is not named binds nobody here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``unknown`` says why no rule could be asked; it is empty where rules could."""

    movement: Movement
    when: When
    found: tuple[Found, ...]
    codeless: tuple[Rule, ...]
    """Rules in force that name no code: catch-alls, luxury goods. No code rules them out."""
    unknown: str
    notes: tuple[str, ...] = ()

    @property
    def effect(self) -> Effect:
        """The strictest effect of the rules that bind."""
        return max((f.effect for f in self.found if f.binds), default=Effect.UNKNOWN)

    @property
    def verdict(self) -> str:
        """``prohibited``, ``license needed``, ``capped``, ``check`` or ``unknown``; never ``allowed``."""
        return self.effect.word

    @property
    def why(self) -> str:
        """The reason in one line."""
        if self.unknown:
            return self.unknown
        top = next((f for f in self.found if f.binds and f.effect == self.effect), None)
        return f"{top.rule.cite}: {top.why}" if top else NOT_FOUND

    @property
    def exemptions(self) -> list[Exemption]:
        """The exemptions of the rules that bind, each once."""
        kept = {e.id: e for f in self.found if f.binds for e in f.rule.exemptions}
        return list(kept.values())

    def as_json(self) -> dict[str, Any]:
        """The answer as JSON shows it."""
        m = self.movement
        asked = {"hs": m.code, "from": m.start, "to": m.end, "origin": m.origin, "goods": m.goods}
        return {
            "asked": {key: value for key, value in asked.items() if value},
            "on": self.when.on,
            "as_of": self.when.as_of,
            "mode": str(self.when.mode),
            "verdict": self.verdict,
            "why": self.why,
            "rules": [_found_json(f, self.when.on) for f in self.found],
            "rules_without_a_code": [
                {"id": r.id, "rule": r.cite, "goods": r.goods, "status": r.status} for r in self.codeless
            ],
            "notes": list(self.notes),
            "innocent_explanation": INNOCENT,
        }


def _found_json(found: Found, on: str) -> dict[str, Any]:
    rule = found.rule
    return {
        "id": rule.id,
        "effect": found.effect.word,
        "why": found.why,
        "binds": found.binds,
        "jurisdiction": rule.jurisdiction,
        "instrument": rule.instrument,
        "paragraph": rule.paragraph,
        "goods": rule.goods,
        "direction": rule.direction,
        "hs": list(rule.codes),
        "hs_decides": list(rule.decides),
        "status": rule.status,
        "first_day": rule.first,
        "last_day": rule.last,
        "caps": list(rule.caps),
        "exemptions": [exemption_json(e, on) for e in rule.exemptions],
        "note": rule.note,
        "unverified": list(rule.unverified) if not rule.lead else ["all"],
        "sources": sorted({c for s in rule.statements for c in s.cited}),
        "statements": sorted({s.id for s in rule.statements}),
    }


def exemption_json(exemption: Exemption, on: str) -> dict[str, Any]:
    """An exemption as JSON shows it."""
    if not exemption.name:
        return {"id": exemption.id, "public": False}
    return {
        "id": exemption.id,
        "public": True,
        "name": exemption.name,
        "text": exemption.text,
        "granted_by": exemption.granted_by,
        "rule": f"{exemption.instrument}, {exemption.paragraph}",
        "procedure": exemption.procedure,
        "until": exemption.until,
        "open": exemption.open_on(on),
        "unverified": exemption.unverified,
    }
