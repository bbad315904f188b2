"""The paragraphs that make a reason matter, of those that were public and in force on the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yalu.fleet.inspection.powers import Power, Powers

NONE = "no paragraph that is held makes this a matter of law on that day"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A rule of the regime in force: its citation, and whether no stored text backs it."""

    rule: str
    cite: str
    says: str
    unverified: bool

    @property
    def text(self) -> str:
        """The citation; one from memory decides nothing and is marked."""
        return self.cite + (" [unverified]" if self.unverified else "")

    def as_json(self) -> dict[str, object]:
        """The paragraph as JSON shows it."""
        return {"rule": self.rule, "cite": self.cite, "says": self.says, "unverified": self.unverified}


class Law:
    """The rules of a day by their id."""

    def __init__(self, powers: Powers) -> None:
        self.powers = powers
        self._held = {p.id: p for p in powers.in_force if p.instrument}

    def of(self, rules: Iterable[str]) -> tuple[Paragraph, ...]:
        """Those of some rules that were in force, read ones first."""
        found = [self._paragraph(self._held[one]) for one in dict.fromkeys(rules) if one in self._held]
        return tuple(sorted(found, key=lambda p: p.unverified))

    def _paragraph(self, power: Power) -> Paragraph:
        return Paragraph(power.id, power.cite, f"{power.who}, {power.force}: {power.power}", power.lead)
