"""A reason of the sanctions score, and the score as the sum of its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from yalu.fleet.targeting.law import NONE, Law, Paragraph
from yalu.fleet.targeting.points import Points, points_on


@dataclass(frozen=True)
class Finding:
    """What was found, before points: rule, grade, its day, and its evidence as JSON shows it."""

    rule: str
    grade: str
    text: str
    day: str = ""
    evidence: tuple[dict[str, Any], ...] = ()
    law: tuple[str, ...] = ()
    """Names under which the rule keeps paragraphs, such as measures; those under ``any`` always apply."""
    doubt: str = ""
    key: str = ""
    """Tells findings of one group apart that are about different things, such as two parties."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Paragraphs in force that the finding itself rests on, beside those of its rule."""


@dataclass(frozen=True)
class Reason:
    """A finding with its points; ``note`` says why they are fewer than the rule gives."""

    finding: Finding
    title: str
    points: int
    threshold: str
    paragraphs: tuple[Paragraph, ...]
    innocent: str
    unknown: str
    note: str = ""

    @property
    def rule(self) -> str:
        """The rule's id with the grade: ``call/seen``."""
        return f"{self.finding.rule}/{self.finding.grade}"

    @property
    def law(self) -> str:
        """The paragraphs in words."""
        return "; ".join(p.text for p in self.paragraphs) or NONE

    def as_json(self) -> dict[str, Any]:
        """The reason as JSON shows it."""
        return {
            "rule": self.rule,
            "title": self.title,
            "points": self.points,
            "text": self.finding.text,
            "day": self.finding.day or None,
            "threshold": self.threshold,
            "law": [p.as_json() for p in self.paragraphs],
            "evidence": list(self.finding.evidence),
            "innocent_explanation": self.innocent,
            "unknown": "; ".join(filter(None, (self.unknown, self.finding.doubt))),
            "note": self.note,
        }


@dataclass(frozen=True)
class Sanctions:
    """The sanctions score of a day: the reasons, strongest first."""

    reasons: tuple[Reason, ...] = field(default=())
    basis: str = ""

    @property
    def points(self) -> int:
        """The sum of the points of the reasons."""
        return sum(reason.points for reason in self.reasons)

    def as_json(self) -> dict[str, Any]:
        """The score as JSON shows it."""
        return {
            "points": self.points,
            "basis": self.basis,
            "reasons": [reason.as_json() for reason in self.reasons],
        }


def score(findings: Iterable[Finding], law: Law, day: str) -> Sanctions:
    """The score of some findings as of a day, the last that may be known."""
    book = points_on(day)
    given = [_reason(one, book, law, day) for one in findings if one.day[:10] <= day]
    ranked = sorted(given, key=_order)
    seen: Counter[str] = Counter()
    groups: set[tuple[str, str]] = set()
    told: list[Reason] = []
    for reason in ranked:
        rule = book.rules[reason.finding.rule]
        group = (rule.group, reason.finding.key)
        if rule.group and group in groups:
            reason = replace(reason, points=0, note="a stronger reason of the same kind counts")
        elif rule.most and seen[reason.finding.rule] >= rule.most:
            reason = replace(reason, points=0, note=f"only the {rule.most} strongest of this rule count")
        else:
            seen[reason.finding.rule] += 1
            groups.add(group)
        told.append(reason)
    return Sanctions(tuple(sorted(told, key=_order)), book.basis)


def _order(reason: Reason) -> tuple[int, str, str, str]:
    newest = reason.finding.day.translate(str.maketrans("0123456789", "9876543210")) or "~"
    return (-reason.points, reason.rule, newest, reason.finding.text)


def _reason(one: Finding, book: Points, law: Law, day: str) -> Reason:
    rule = book.rules[one.rule]
    age = _age(one.day, day)
    points = rule.given(one.grade, age)
    full = rule.given(one.grade, 0)
    rules = [power for name in ("any", *one.law) for power in rule.law.get(name, [])]
    note = f"older than {rule.halved_after} days or undated: half the points" if points < full else ""
    return Reason(
        one,
        rule.title,
        points,
        rule.threshold,
        (*one.paragraphs, *law.of(rules)),
        rule.innocent,
        rule.unknown,
        note,
    )


def _age(found: str, day: str) -> int | None:
    """Days between; of a month or a year its last day is taken, since it may be that young."""
    if not found:
        return None
    if len(found) < 10:
        found = f"{found}-12-31" if len(found) == 4 else f"{found}-28"
    return max(0, (date.fromisoformat(day) - date.fromisoformat(found[:10])).days)
