"""The brief's section on partners: who has not listed whom, who can act, which state needs help."""

from __future__ import annotations

from yalu.coalition import comparison, duties, state_tables, tables, watch
from yalu.coalition.chart import lag_chart
from yalu.coalition.dates import sentences as dates
from yalu.coalition.lists import Lists
from yalu.coalition.news import news
from yalu.coalition.states import sentences as implemented
from yalu.coalition.states.held import held
from yalu.coalition.waits import waits
from yalu.evidence.newest import age_of_lists
from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.model.section import Section
from yalu.regimes import load_duties
from yalu.regimes.brief import SectionPlan


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    view, parties, craft = scope.view, Lists(scope), Lists(scope, craft=True)
    asked = load_duties()
    grids = implemented.grids(held(view, asked))
    coming = dates.coming(view, asked)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *comparison.standing(parties, "persons and entities"),
            *comparison.missing(parties, scope),
            *comparison.beyond_the_un(parties),
            *comparison.median_lag(parties),
            *duties.reports(view),
            *duties.cases(view),
            *implemented.missing(grids),
        ],
        detail=[
            *(comparison.standing(craft, "ships and aircraft") if craft.held else []),
            *comparison.single(parties),
            *comparison.longest_lag(parties, scope),
            *duties.due(view),
            *duties.responses(view),
            *duties.studies(view),
            *duties.law(view),
            *watch.assessments(view),
            *watch.ended(view),
            *watch.successors(view),
            *watch.helpers(view),
            *watch.rule(view),
            *dates.next_dates(coming),
        ],
        uncertain=[
            *age_of_lists(scope),
            *comparison.limits(parties),
            *duties.status(view),
            *duties.contradictions(view),
            *duties.leads(view),
        ],
        next_steps=powers(view, plan.authorities),
        tables=[
            *tables.matrix(parties),
            *tables.gap(parties, craft, scope),
            *tables.lag_table(parties, scope),
            *waits(scope),
            *tables.beyond_table(parties, scope),
            *news(scope),
            *state_tables.duties(view),
            *state_tables.counts(view),
            *state_tables.statuses(view),
            *state_tables.cases(view),
            *state_tables.law(view),
            *implemented.grid_table(grids),
            *dates.dates_table(coming),
        ],
        figures=lag_chart(parties),
    )
