"""The brief's section on Iran: what is reported of work for both programs, by whom, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.evidence.view import View
from yalu.iran import events, parties, visits
from yalu.model import figures as f
from yalu.model.section import Section
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis
from yalu.regimes.brief import SectionPlan

LEADS = {"ProgramEvent": "fact", "ProgramPort": "name", "ProgramAuthority": "measure"}
"""The rows that may be leads, and the field that says what each is."""


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    view = scope.view
    told, taking_part = events.public(view), parties.public(scope)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *events.counts(view.when.on, told),
            *events.cooperation(told),
            *visits.named(view),
        ],
        detail=[
            *events.stated_ties(told),
            *events.noted(view, plan.recommendation),
            *parties.named(taking_part),
            *parties.listed(scope, taking_part),
            *parties.designated(taking_part),
            *parties.ties(scope, taking_part),
            *visits.carriers(view),
        ],
        uncertain=[
            *_limits(),
            *events.ports(view, told),
            *visits.no_statistic(view),
            *parties.undated(taking_part),
            *_leads(view),
        ],
        next_steps=powers(view, plan.authorities),
        tables=[*events.table(told), *parties.table(scope, taking_part)],
    )


def _limits() -> list[Sentence]:
    return [
        sentence(
            "A listing for missile procurement states a tie with North Korea only where its text says so.",
            [],
        ),
        sentence(
            "Reports of unnamed officials, and suspicions in a listing, are not proof of a delivery.", []
        ),
    ]


def _leads(view: View) -> list[Sentence]:
    """What no stored text backs: it is told apart and decides nothing."""
    rows = [
        s
        for kind, prop in LEADS.items()
        for s in view.statements(kind=kind, prop=prop, basis=Basis.OWN_KNOWLEDGE.value)
    ]
    if not rows:
        return []

    def of(kind: str, one: str, many: str) -> SlotFunction:
        def made(seen: Sequence[Statement]) -> str:
            n = sum(s.kind == kind and f.having(LEADS[kind])(s) for s in seen)
            return f"{n:,} {one if n == 1 else many}"

        return made

    return [
        sentence(
            "Unverified, so counted nowhere above: {events}, {ports} and {measures} without a stored text.",
            rows,
            events=of("ProgramEvent", "event", "events"),
            ports=of("ProgramPort", "port or airport", "ports or airports"),
            measures=of("ProgramAuthority", "measure", "measures"),
        )
    ]
