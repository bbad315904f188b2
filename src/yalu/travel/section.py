"""The brief's section on travel: who may still go, under which exception, at what risk of detention."""

from __future__ import annotations

from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.evidence.view import items
from yalu.model import figures as f
from yalu.model.section import Section
from yalu.model.sentence import Sentence, sentence
from yalu.regimes.brief import SectionPlan
from yalu.travel import detentions, risk, rules, statute
from yalu.travel.chart import timeline


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    cases = detentions.read(scope)
    found = rules.notices(scope)
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            *rules.restriction(scope, found),
            *rules.exceptions(scope, found),
            *detentions.known(cases),
            *risk.told(scope, cases),
            *rules.advice(scope),
        ],
        detail=[
            *rules.law(scope),
            *rules.validation(scope),
            *statute.told(scope, cases),
            *_visitors(scope),
            *_memo(scope, plan),
        ],
        uncertain=[
            *detentions.doubts(cases),
            *_other_counts(scope),
            *_no_rate(scope, cases),
            *statute.doubts(scope),
        ],
        next_steps=powers(scope.view, plan.authorities),
        tables=[*detentions.tables(cases), *rules.tables(scope, found)],
        figures=timeline(cases, scope.view.when.on),
    )


def _visitors(scope: Scope) -> list[Sentence]:
    """The latest public count of visitors from the state that restricts its passports."""
    counts = [
        i
        for i in items(scope.view, "VisitorCount")
        if i.text("group") == "US" and i.verified and all(map(i.one, ("year", "low", "high")))
    ]
    return [
        sentence(
            "Visitors from the {group} in {year}, for scale: {low} to {high}.",
            item.all("group", "year", "low", "high"),
            group=f.value(lambda s: s.prop == "group"),
            year=f.value(lambda s: s.prop == "year"),
            low=f.lowest(lambda s: s.prop == "low"),
            high=f.highest(lambda s: s.prop == "high"),
        )
        for item in sorted(counts, key=lambda i: i.text("year"))
    ]


def _memo(scope: Scope, plan: SectionPlan) -> list[Sentence]:
    """What the memo's own notes on the recommendation say."""
    notes = [i for i in items(scope.view, "MemoNote") if i.text("recommendation") == plan.recommendation]
    return [
        sentence(
            "The memo says in note {note}: {supports}.",
            item.all("note", "supports"),
            note=f.value(lambda s: s.prop == "note"),
            supports=f.value(lambda s: s.prop == "supports"),
        )
        for item in sorted(notes, key=lambda i: int(i.text("note", "0")))
        if item.one("note") and item.one("supports")
    ]


def _other_counts(scope: Scope) -> list[Sentence]:
    """A count by another source, which may be larger than the cases that are held."""
    wanted = ("period", "detained", "american")
    return [
        sentence(
            "Another source counts {detained} detained, {american} of them from the US, for {period}; its"
            " cases are not named, so they are not added to those above.",
            item.all(*wanted),
            fill={prop: f.value(f.of_party(item.id, prop)) for prop in wanted},
        )
        for item in items(scope.view, "DetentionExposure")
        if item.verified and all(map(item.one, wanted))
    ]


def _no_rate(scope: Scope, cases: list[detentions.Detention]) -> list[Sentence]:
    if not any(c.item.verified for c in cases):
        return []
    if risk.exposures(scope):
        return [
            sentence(
                "A rate of so few events is wide: the cases that a source backs are not all there were,"
                " counts of visitors are estimates, and visits are not alike.",
                [],
            )
        ]
    return [
        sentence(
            "No rate of detention is computed: no count of visitors beside detentions was public, and the"
            " cases that a source backs are not all there were.",
            [],
        )
    ]
