"""The brief's section on overseas laborers: how many, for how much, who pays, under which law."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.powers import powers
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.labor import computed, estimates, payers
from yalu.labor.chart import world_ranges
from yalu.labor.rows import doubts, rows_of
from yalu.labor.tables import estimate_tables, law_table, payer_tables
from yalu.model import figures as f
from yalu.model.section import Section
from yalu.model.sentence import Sentence, sentence
from yalu.model.statement import Statement
from yalu.regimes.brief import SectionPlan

REPORTS = {
    "states_with_midterm_report": "As of {as_of}, {states} states had sent a midterm report on returns",
    "states_with_final_report": "As of {as_of}, {states} states had sent a final report on returns",
}


def section(scope: Scope, plan: SectionPlan) -> Section:
    """Assemble the section for the day of the scope's view."""
    found = estimates.read(scope)
    intervals, too_few = computed.drawn(scope)
    reports = rows_of(scope, "RepatriationReport")
    laws = _by_date([i for i in rows_of(scope, "Authority") if i.one("date") and i.one("effect")])
    return Section(
        id=plan.id,
        title=plan.title,
        question=plan.question,
        findings=[
            estimates.world_range(found),
            estimates.money_range(found),
            *intervals,
            *payers.takers(scope),
            *payers.employers(scope),
        ],
        detail=[
            *estimates.hosts(found),
            *_pay(scope),
            *_returns(reports),
            *computed.reported(scope),
            *computed.contradicted(scope),
            *_law(scope, laws),
            *_lists(scope),
        ],
        uncertain=[
            sentence(
                "No register of such workers is held, so no figure can be checked against a count of names.",
                [],
            ),
            *too_few,
            *estimates.spread(found),
            *estimates.echoes(found),
            *estimates.unbacked(found),
            *payers.untraced(scope),
            *_reports_differ(reports),
        ],
        next_steps=powers(scope.view, plan.authorities),
        tables=[*estimate_tables(found), *payer_tables(scope), *law_table(laws)],
        figures=world_ranges(found),
    )


def _pay(scope: Scope) -> list[Sentence]:
    """What a worker is paid and what is taken, report by report."""
    reports = [i for i in rows_of(scope, "Wage") if i.verified and i.one("fact") and i.one("year")]
    if not reports:
        return [sentence("No report on pay, and on the share that is taken, was public.", [])]
    return [
        sentence(
            "Pay reported for {year}: {fact}.",
            item.all("year", "fact"),
            year=f.value(f.having("year")),
            fact=f.value(lambda s: s.prop == "fact"),
        )
        for item in sorted(reports, key=lambda i: (i.text("year"), i.id))
    ]


def _returns(reports: list[Item]) -> list[Sentence]:
    """The latest count of reports of each sort, with the workers sent home where it gives them."""
    said = []
    for prop, template in REPORTS.items():
        given = [i for i in reports if i.verified and i.one(prop) and i.one("as_of")]
        if given:
            last = max(given, key=lambda i: i.text("as_of"))
            said.append(_report(last, prop, template))
    return said or [sentence("No report of a state on workers sent home was public.", [])]


def _report(item: Item, prop: str, template: str) -> Sentence:
    statements = item.all("as_of", prop)
    slots = {"as_of": f.value(f.of_party(item.id, "as_of")), "states": f.total(lambda s: s.prop == prop)}
    if item.one("workers_repatriated"):
        statements += item.all("workers_repatriated")
        template += ", on {workers} workers in all"
        slots["workers"] = f.total(lambda s: s.prop == "workers_repatriated")
    return sentence(template + ".", statements, fill=slots)


def _reports_differ(reports: list[Item]) -> list[Sentence]:
    given = [i for i in reports if i.verified and i.one("workers_repatriated")]
    if len(given) < 2:
        return []
    return [
        sentence(
            "{count} counts of the workers sent home are held, from {low} to {high}; a state without a report"
            " is in none of them.",
            [s for i in given for s in i.all("workers_repatriated")],
            count=f.parties(lambda s: True),
            low=f.lowest(lambda s: True),
            high=f.highest(lambda s: True),
        )
    ]


def _law(scope: Scope, laws: list[Item]) -> list[Sentence]:
    backed = [item for item in laws if item.verified]
    if not backed:
        return [sentence("No rule on such workers was in force.", [])]
    return [
        sentence(
            "{count} on such workers stood on {day}: {rules}.",
            [s for item in backed for s in item.all("instrument")],
            asked={"day": scope.view.when.on},
            count=lambda seen: f.counted(len({s.party for s in seen if f.having("instrument")(s)}), "rule"),
            rules=_instruments,
        )
    ]


def _by_date(laws: list[Item]) -> list[Item]:
    return sorted(laws, key=lambda i: (i.text("date"), i.id))


def _instruments(seen: Sequence[Statement]) -> str:
    """Each instrument, and what of it no stored text backs."""
    return f.joined([f"{s.value} (unverified: {doubts([s])})" if doubts([s]) else s.value for s in seen])


def _lists(scope: Scope) -> list[Sentence]:
    """The sectors and hosts that a publication names, and the signs of such labor."""
    said = [
        sentence(
            "{name}, {year}: {members}.",
            item.all("name", "year", "list"),
            name=_title,
            year=f.value(f.having("year")),
            members=f.value(lambda s: s.prop == "list"),
        )
        for item in rows_of(scope, "NamedList")
        if item.verified and all(item.one(p) for p in ("name", "year", "list"))
    ]
    signs = [s for i in rows_of(scope, "Indicator") if i.verified for s in i.all("indicator")]
    if signs:
        said.append(
            sentence("Signs of such labor: {signs}.", signs, signs=f.value(lambda s: s.prop == "indicator"))
        )
    return said


def _title(seen: Sequence[Statement]) -> str:
    name = f.value(f.having("name"))(seen)
    return name[:1].upper() + name[1:]
