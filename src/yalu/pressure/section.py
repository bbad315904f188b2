"""The brief's summary section: what all six recommendations add up to."""

from __future__ import annotations

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.model.section import Section
from yalu.model.sentence import sentence
from yalu.pressure import foretold, tables, told
from yalu.pressure.answer import answer
from yalu.regimes.brief import SectionPlan


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    try:
        made = answer(scope)
    except YaluError:
        return _empty(plan)
    hindcast = foretold.made_by(scope)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *told.sums(made),
            *told.effects(scope, made),
            *(foretold.counts(hindcast) if hindcast else ()),
        ],
        detail=[
            *told.unreached(made),
            *told.stated(made),
            *(foretold.misses(hindcast) if hindcast else ()),
        ],
        uncertain=[*told.doubts(made), *(foretold.alone(hindcast) if hindcast else ())],
        next_steps=told.laws(scope, made),
        tables=[
            *tables.levers(scope, made),
            *tables.streams(made),
            *(foretold.table(hindcast) if hindcast else ()),
            *tables.adaptation(scope),
        ],
    )


def _empty(plan: SectionPlan) -> Section:
    none = "No stream of revenue with a range for a whole year was public, so nothing is added up."
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[sentence(none, [])],
        uncertain=[sentence("What no source bounds is not counted as nothing.", [])],
        next_steps=[],
    )
