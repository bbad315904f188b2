"""Answers as JSON: of a file of holdings, of a party, of everybody, of a listing that is only supposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from yalu.ownership.change import changes
from yalu.ownership.docket import Answer, Docket, reached
from yalu.ownership.finding import Finding, about
from yalu.ownership.rules import Period, Rule
from yalu.ownership.shares import figure, span
from yalu.ownership.verdict import Court, Says

VERSION = 1
OTHERS = (Says.BLOCKED, Says.CONTROL, Says.UNCERTAIN)


def key(says: Says) -> str:
    """The name of a verdict as a key: ``control_indicated``."""
    return says.replace(" ", "_")


def rule_json(rule: Rule, period: Period, on: str) -> dict[str, Any]:
    """A rule on a day, with where it says so."""
    return {
        "rule": rule.id,
        "name": rule.name,
        "threshold": period.short,
        "text": period.text,
        "citation": period.citation,
        "in_force": {"from": period.from_, "to": period.to},
        "limits": rule.limits_on(on),
    }


def file_json(court: Court, listed: Sequence[str], what_if: str = "", party: str = "") -> dict[str, Any]:
    """The verdicts on a file of holdings, as one object; lists of ids are sorted.

    ``blocked`` holds those blocked through ownership or stated control, never the listed themselves.
    """
    holdings, found = court.holdings, {key(says): court.parties(says) for says in OTHERS}
    answer: dict[str, Any] = {
        "version": VERSION,
        "on": court.on,
        **rule_json(court.rule, court.period, court.on),
        "parties": holdings.n,
        "holdings": holdings.m,
        "listed": sorted(set(listed)),
        **found,
        "findings": [f.as_json() for f in file_findings(court, listed, what_if)],
    }
    if what_if:
        number = holdings.number.get(what_if)
        anew = reached(court, number) if number is not None and number not in court.listed else {}
        answer["what_if"] = {"party": what_if, **{key(says): anew.get(says, []) for says in OTHERS}}
    if party:
        verdict = court.verdict(holdings.number[party])
        answer["verdict"] = verdict.as_json() | {
            "what_would_change": [c.as_json() for c in changes(court, verdict)]
        }
    return answer


def file_findings(court: Court, listed: Sequence[str], what_if: str = "") -> list[Finding]:
    """What is wrong with a file, and which of the listed, and of those supposed to be, it does not hold."""
    known = court.holdings.number.keys()
    absent = sorted(set(listed) - known)
    supposed = [what_if] if what_if and what_if not in known else []
    return [
        *court.holdings.faults(),
        *about(
            "listed_not_in_file", "A listed party holds nothing in this file, and nobody holds it.", absent
        ),
        *about(
            "what_if_not_in_file",
            "The party supposed to be listed holds nothing in this file, and nobody holds it.",
            supposed,
        ),
    ]


class Named:
    """Writes answers on the evidence, with the names of parties and the statements that are cited."""

    def __init__(self, docket: Docket, statement: Callable[[Any], dict[str, Any]]) -> None:
        self.docket = docket
        self._statement = statement
        self.cited: dict[str, dict[str, Any]] = {}
        self.works: dict[str, dict[str, str]] = {}

    def name(self, party: str) -> str:
        """The name of a party on the day."""
        return self.docket.view.name(party)

    def answer(self, answer: Answer) -> dict[str, Any]:
        """The verdict on a party under one rule."""
        verdict = answer.verdict
        found = verdict.as_json()
        for step, shown in zip(verdict.proof, found["proof"], strict=True):
            shown |= {"owner_name": self.name(step.owner), "owned_name": self.name(step.owned)}
            self._cite(step.statements)
        for finding in answer.findings:
            self._cite(finding.statements)
        self._cite_listings(verdict.rule, {verdict.party, *verdict.start})
        return (
            rule_json(verdict.rule, verdict.period, self.docket.on)
            | found
            | {
                "from_listed": [{"id": p, "name": self.name(p)} for p in verdict.start],
                "what_would_change": [c.as_json() for c in answer.changes],
                "findings": [f.as_json() for f in answer.findings],
            }
        )

    def _cite_listings(self, rule: Rule, parties: set[str]) -> None:
        listings = self.docket.ownership.listings(rule)
        for s in (s for party in sorted(parties & listings.keys()) for s in listings[party]):
            self._add(s)

    def _cite(self, ids: Sequence[str]) -> None:
        for one in ids:
            if (s := self.docket.ownership.statements.get(one)) is not None:
                self._add(s)

    def _add(self, s: Any) -> None:
        self.cited[s.id] = self._statement(s)
        self.works |= {name: self.docket.view.work(name) for name in s.cited}

    def line(self, court: Court, number: int) -> dict[str, Any]:
        """The verdict on one of all parties, in short."""
        low, high = court.backing.held(court.outcome, number)
        party = court.holdings.ids[number]
        return {
            "version": VERSION,
            "rule": court.rule.id,
            "party": party,
            "name": self.name(party),
            "verdict": court.says(number),
            "low": figure(low),
            "high": figure(high),
            "held": span(low, high),
        }

    def what_if(self, rule: Rule, party: str) -> dict[str, Any]:
        """Whom a listing would reach under one rule."""
        court, found = self.docket.court(rule), self.docket.what_if(rule, party)
        listed = party in self.docket.ownership.listings(rule)
        return rule_json(rule, court.period, court.on) | {
            "listed_already": listed,
            **{key(says): [{"id": p, "name": self.name(p)} for p in found.get(says, [])] for says in OTHERS},
            "findings": [f.as_json() for f in self.docket.gaps(rule)],
        }


def count_each(court: Court) -> list[dict[str, Any]]:
    """How many parties the listing of each would block anew; those that block nobody are left out."""
    many = court.cascade.each(court.listed)
    some = sorted((-int(many[i]), court.holdings.ids[i]) for i in many.nonzero()[0])
    return [{"party": party, "would_block": -count} for count, party in some]
