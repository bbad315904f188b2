"""What a rule says of a payment: raised, or cannot tell, with its evidence and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.payments.flags.rules import Rule, rows

RAISED, CANNOT_TELL = "raised", "cannot tell"
GRADES = ((0.5, "strong"), (0.3, "middling"), (0.0, "weak"))
"""Weights in words: a strong flag reaches the line of review alone, two middling ones do together."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A rule that spoke. ``hindsight``: the indicator was not public on the payment's day."""

    rule: Rule
    says: str
    evidence: str
    hindsight: bool = False

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id

    @property
    def title(self) -> str:
        """The rule in words."""
        return self.rule.title

    @property
    def weight(self) -> float:
        """What it adds to the priority; hindsight adds nothing."""
        return 0.0 if self.hindsight else self.rule.weight

    @property
    def decision(self) -> str:
        """What the rule alone asks for."""
        return "release" if self.hindsight else self.rule.decision

    @property
    def grade(self) -> str:
        """Its weight in a word."""
        return next(word for line, word in GRADES if self.rule.weight >= line)

    @property
    def rank(self) -> float:
        """For keeping the strongest of several: what is raised before what cannot be told."""
        return (1.0 if self.says == RAISED else 0.0) + self.weight / 10

    def as_dict(self) -> dict[str, Any]:
        """The flag as JSON shows it."""
        held = rows()
        return {
            "flag": self.rule.id,
            "title": self.rule.title,
            "says": self.says,
            "evidence": self.evidence,
            "weight": self.rule.weight,
            "grade": self.grade,
            "known": self.rule.known.isoformat(),
            "in_hindsight": self.hindsight,
            "needs": self.rule.needs,
            "sources": [
                {
                    "red_flag": row.id,
                    "indicator": row.indicator,
                    "citation": row.citation,
                    "basis": row.basis,
                    "threshold": row.threshold,
                }
                for row in (held[i] for i in self.rule.red_flags if i in held)
            ],
        }
