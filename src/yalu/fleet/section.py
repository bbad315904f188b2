"""The brief's section on ships: which are listed, which are named, what each did, who may inspect."""

from __future__ import annotations

from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.fleet import boarding, chart, flags, identity, incidents, listed, ties
from yalu.fleet.held import Sea
from yalu.fleet.ships import Fleet
from yalu.model.section import Section
from yalu.regimes.brief import SectionPlan


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    fleet = Fleet(scope)
    rules = boarding.rules(fleet)
    sea = Sea(scope)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *listed.listed(fleet),
            *listed.named(fleet),
            *incidents.told(fleet),
            *incidents.latest(fleet),
            *ties.joined_to(fleet),
            *sea.told(),
            *sea.first(),
            *boarding.high_seas(rules),
        ],
        detail=[
            *listed.combinations(fleet),
            *listed.unlisted(fleet),
            *flags.flags(fleet),
            *ties.roles(fleet),
            *incidents.by_kind(fleet),
            *incidents.noted(fleet, plan.recommendation),
            *boarding.in_port(rules),
        ],
        uncertain=[
            *sea.unknown(),
            *incidents.silent(fleet),
            *identity.check_digits(fleet),
            *identity.shared_mmsi(fleet),
            *identity.two_dates(fleet),
            *identity.undated(fleet),
            *flags.undrawn(fleet),
            *ties.leads(fleet),
        ],
        next_steps=powers(scope.view, plan.authorities),
        tables=[
            *listed.list_table(fleet),
            *incidents.incident_table(fleet),
            *sea.table(),
            *boarding.power_table(rules),
        ],
        figures=[
            *chart.listings_over_time(fleet),
            *flags.over_time(fleet),
            *chart.incidents_by_year(fleet),
        ],
    )
