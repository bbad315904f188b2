"""May this state board or inspect a ship of that flag in these waters, and what if it is refused?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yalu.evidence.view import When
from yalu.fleet.cargo.binding import jurisdictions
from yalu.fleet.inspection.powers import UNITED_NATIONS, Power, Powers

ZONES = {
    "port": ("port", "free_zone", "bonded_area"),
    "internal": ("internal_waters", "navigable_waters", "customs_waters"),
    "territorial": ("territorial_sea", "navigable_waters", "customs_waters"),
    "contiguous": ("contiguous_zone", "customs_waters"),
    "eez": ("eez", "high_seas"),
    "high_seas": ("high_seas",),
    "registry": ("registry",),
}
"""The waters that can be asked for, with the places of the rules that reach them. Beyond the contiguous zone
a foreign ship stands under its flag alone, so that rules of the high seas reach the economic zone."""

OPEN_SEA = ("eez", "high_seas")
NO_FLAG = "none"
"""How a ship without nationality is asked for."""

ONTO = ("inspect", "board", "stop", "search", "seize", "impound", "surrender", "right of visit")
"""The words of a power over ship or cargo; the others close ports or registers, or ask for reports."""

SECOND = frozenset({"INT", "MULTI"})
"""Treaties and arrangements: they bind their parties, and who is a party is not held."""


class Verdict(StrEnum):
    """What the rules of the day say; never more than their texts."""

    DUTY = "must"
    MAY = "may"
    CALLED = "is called upon to"
    CONSENT = "only with the consent of the flag State"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Situation:
    """Who acts against a ship of which flag in which waters. Flags and states are ISO codes or ``none``."""

    zone: str
    flag: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Boarding:
    """The answer: a verdict, the rules that reach the waters, what a refusal leads to, what is a lead."""

    situation: Situation
    when: When
    verdict: Verdict
    why: str
    reaching: tuple[Power, ...]
    closing: tuple[Power, ...]
    """Rules that reach the waters and are not about boarding: port bans, reports, no bunkers."""
    refusals: tuple[tuple[str, Power], ...]
    """Who refuses (``flag State`` or ``ship``), and the rule that says what then follows."""
    conditional: tuple[Power, ...]
    """Rules of treaties, which bind where the acting state and the flag are parties: not held here."""
    leads: tuple[Power, ...]
    """Rules that no stored text backs: they decide nothing."""

    def as_json(self) -> dict[str, Any]:
        """The answer as JSON shows it."""
        s = self.situation
        return {
            "zone": s.zone,
            "flag": s.flag,
            "by": s.by,
            "on": self.when.on,
            "as_of": self.when.as_of,
            "mode": str(self.when.mode),
            "verdict": str(self.verdict),
            "why": self.why,
            "rules": [p.as_json() for p in self.reaching],
            "other_measures": [p.as_json() for p in self.closing],
            "after_refusal": [{"refused_by": who} | p.as_json() for who, p in self.refusals],
            "if_party_to_the_treaty": [p.as_json() for p in self.conditional],
            "unverified": [p.as_json() for p in self.leads],
        }


def ask(powers: Powers, situation: Situation) -> Boarding:
    """What the rules of the day say of a situation."""
    on = powers.when.on
    here = set(ZONES[situation.zone]) | {"any"}
    bound = {UNITED_NATIONS} | jurisdictions(situation.by, on)
    reach = [p for p in powers.in_force if here & set(p.where) and p.power]
    leads = [p for p in reach if p.lead and p.jurisdiction in bound | SECOND]
    ours = [p for p in reach if not p.lead and p.jurisdiction in bound]
    conditional = [p for p in reach if not p.lead and p.jurisdiction in SECOND]
    onto = [p for p in ours if _onto(p)]
    verdict, why = _verdict(powers, situation, onto)
    return Boarding(
        situation,
        powers.when,
        verdict,
        why,
        tuple(onto),
        tuple(p for p in ours if not _onto(p)),
        tuple(_refusals([*onto, *_after_refusal(powers, bound)])),
        tuple(conditional),
        tuple(leads),
    )


def _verdict(powers: Powers, situation: Situation, onto: list[Power]) -> tuple[Verdict, str]:
    on = powers.when.on
    if not powers.begins or on < powers.begins:
        first = powers.begins or "no day that was public"
        return Verdict.UNKNOWN, f"the rules of the resolutions that are held begin on {first}"
    if situation.flag == NO_FLAG and situation.zone in OPEN_SEA:
        return Verdict.UNKNOWN, "of a ship without nationality no stored text tells; see the unverified rules"
    if situation.flag and situation.flag == situation.by and situation.zone in OPEN_SEA:
        return Verdict.UNKNOWN, "a state's power over its own ships is its own law, which is not held"
    if not onto:
        return Verdict.UNKNOWN, "no rule that is held reaches these waters on this day; that is no permission"
    if situation.zone in OPEN_SEA:
        asking = [p for p in onto if "flag" in p.consent.casefold() and p.jurisdiction == UNITED_NATIONS]
        if not asking:
            return Verdict.UNKNOWN, "no rule of the resolutions on boarding at sea was in force"
        return Verdict.CONSENT, _cited(asking[-1])
    for verdict, forces in ((Verdict.DUTY, ("shall",)), (Verdict.MAY, ("may",)), (Verdict.CALLED, ("call",))):
        if found := [p for p in onto if p.force.startswith(forces)]:
            return verdict, _cited(max(found, key=lambda p: (p.jurisdiction == UNITED_NATIONS, p.first)))
    return Verdict.UNKNOWN, "the rules that reach these waters say neither must nor may"


def _onto(power: Power) -> bool:
    return power.force != "limits" and any(word in power.power for word in ONTO)


def _cited(power: Power) -> str:
    return f"{power.cite}: {power.who}, {power.power}; ground: {power.ground}"


def _after_refusal(powers: Powers, bound: set[str]) -> list[Power]:
    """Rules whose ground is a refusal, wherever they act: a ship refused at sea is met in port."""
    return [p for p in powers.in_force if p.jurisdiction in bound and not p.lead and "refused" in p.ground]


def _refusals(found: list[Power]) -> list[tuple[str, Power]]:
    """Who refuses, and the rule that says what follows, each once."""
    told: dict[tuple[str, str], Power] = {}
    for power in found:
        by_flag = "flag" in power.on_refusal
        if by_flag:
            told.setdefault(("flag State", power.id), power)
        if (
            "refused" in power.ground
            or "vessel refuses" in power.on_refusal
            or (power.on_refusal and not by_flag)
        ):
            told.setdefault(("ship", power.id), power)
    return [(who, power) for (who, _), power in told.items()]
