"""The brief's section on facilitators: who is listed, who is named, who is tied to whom, which banks."""

from __future__ import annotations

from yalu.evidence.newest import age_of_lists
from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.model.section import Section
from yalu.network import findings, tables
from yalu.network.chart import listings_over_time, network
from yalu.network.measured import Measured
from yalu.network.reach import Reach
from yalu.network.ties import public_ties
from yalu.regimes.brief import SectionPlan


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    ties = public_ties(scope)
    measured, reach = Measured(scope, ties), Reach(scope)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *findings.listed(scope),
            *findings.named(scope),
            *findings.tied(scope, ties),
            *findings.hub(scope, ties),
            *findings.banks(scope, ties),
            *measured.sentences(),
            *reach.sentences(),
        ],
        uncertain=[*age_of_lists(scope), *findings.uncertain(scope, ties)],
        next_steps=powers(scope.view, plan.authorities),
        tables=[*tables.lists(scope.listings), *reach.tables(), *tables.ties(scope, ties)],
        figures=[*listings_over_time(scope), *network(scope, ties), *measured.figures()],
    )
