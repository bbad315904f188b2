"""Which criterion a payer or sender of workers meets on a day, by role: met, open, or not in force.

Met needs a rule of which a stored text backs the start, a role that the rule names as such, and workers who
are said to be of the country. Everything else is open, with the question that a person has to answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.view import Past, View, items
from yalu.model.dates import partial
from yalu.model.statement import Statement

ROLES = ("dispatcher", "exporter", "agent", "employer", "payer", "site", "not stated")


@dataclass(frozen=True)
class Rule:
    """A criterion by role. ``dated`` is false where no stored text backs its first day."""

    authority: str
    name: str
    since: str
    met_by: frozenset[str]
    open_for: frozenset[str]
    question: str
    dated: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Criterion:
    """What a rule says of one payer on a day: ``met``, ``open`` or ``not in force``."""

    rule: Rule
    verdict: str
    why: str

    def as_json(self) -> dict[str, Any]:
        """The criterion with its rule."""
        return {
            "criterion": self.rule.name,
            "authority": self.rule.authority,
            "since": self.rule.since,
            "verdict": self.verdict,
            "why": self.why,
            "sources": ids(self.rule.statements),
        }


def rules(view: View) -> list[Rule]:
    """The rules that were public on the day, in the order of their beginnings."""
    found = [
        Rule(
            i.text("authority"),
            i.text("name"),
            i.text("since"),
            frozenset(s.value for s in i.all("met_by")),
            frozenset(s.value for s in i.all("open_for")),
            i.text("open_question"),
            not any(s.unverified for s in i.statements),
            tuple(i.statements),
        )
        for i in items(Past(view.evidence, view.when), "PayerRule")
        if i.verified and i.one("since")
    ]
    return sorted(found, key=lambda r: (r.since, r.name))


def judge(rule: Rule, role: str, on: str, *, of_country: bool, until: str = "") -> Criterion | None:
    """What the rule says of a role on the day; ``None`` where it does not concern the role.

    ``until`` is the last day of the conduct, where it is known.
    """
    concerned = role == "not stated" or role in rule.met_by | rule.open_for
    if not concerned:
        return None
    if partial(rule.since).hi > on:
        return Criterion(rule, "not in force", f"begins {rule.since}")
    if until and partial(until).hi < partial(rule.since).lo:
        return Criterion(rule, "not in force", f"the conduct ended {until}, before {rule.since}")
    if not of_country:
        return Criterion(rule, "open", "nothing says that the workers are of the country")
    if not rule.dated:
        return Criterion(rule, "open", f"no stored text backs its first day; {rule.question}")
    if role in rule.met_by:
        return Criterion(rule, "met", f"as {role}, by what a source says of it, which is no finding")
    if role == "not stated":
        return Criterion(rule, "open", "whether it sends, employs or pays is not stated")
    return Criterion(rule, "open", rule.question)
