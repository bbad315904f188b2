"""The brief's section on partners, with the gaps that partners' lists show and what would close them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu.coalition import section as partners
from yalu.designation.assessment import Verdict
from yalu.designation.cited import GROUND, ground
from yalu.designation.gaps import Gap, Gaps
from yalu.evidence.scope import Scope
from yalu.model.figures import counted
from yalu.model.section import Row, Section, Table
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING
from yalu.regimes.brief import SectionPlan

BY = "US"
"""Whose gaps the brief shows: its recommendations are addressed to that government."""

MOST = 10
"""How many gaps the table shows."""


def section(scope: Scope, plan: SectionPlan) -> Section:
    """The section of the coalition, with its gaps after what the lists lack."""
    made = partners.section(scope, plan)
    rows = Gaps(scope.view, scope.plan, BY).rows
    return replace(
        made,
        findings=[*made.findings[:2], *_findings(rows), *made.findings[2:]],
        tables=[*made.tables[:2], *_table(rows), *made.tables[2:]],
    )


def _findings(rows: Sequence[Gap]) -> list[Sentence]:
    if not rows:
        return []
    verdicts = {gap.ids[0]: gap.verdict for gap in rows}
    unsure = {gap.ids[0] for gap in rows if gap.may_be}
    first = [_first(gap) for gap in rows]

    def number(*wanted: Verdict) -> SlotFunction:
        return lambda seen: f"{sum(_real(s) and verdicts[s.party] in wanted for s in seen):,}"

    return [
        sentence(
            "No {by} listing is known of {parties} that others list; {unsure} of them may stand on"
            " that list under another name. What was public meets a ground in force for {enough}, one in part"
            " for {part}, none for {none}; that is no finding about a party, and no advice to list it.",
            first,
            asked={"by": BY},
            parties=lambda seen: counted(sum(map(_real, seen)), "party", "parties"),
            unsure=lambda seen: f"{sum(_real(s) and s.party in unsure for s in seen):,}",
            enough=number(Verdict.SUFFICIENT),
            part=number(Verdict.THIN),
            none=number(Verdict.NONE),
        )
    ]


def _real(s: Statement) -> bool:
    return s.prop == LISTING and not s.value.startswith(MUTATION)


def _first(gap: Gap) -> Statement:
    """The first listing of the party by anybody, under the id by which it is counted."""
    rows = sorted(gap.listed.values(), key=lambda s: (s.from_lo or "9999", s.value, s.id))
    return replace(rows[0], party=gap.ids[0])


def _table(rows: Sequence[Gap]) -> list[Table]:
    shown = [gap for gap in rows if gap.best is not None][:MOST]
    if not shown:
        return []
    return [
        Table(
            id="gaps",
            title=f"Listed by others, no {BY} listing known: the first {len(shown)} of {len(rows):,}",
            columns=("Party", "Listed by", "Ground", "Evidence", "Still missing"),
            rows=tuple(_row(gap) for gap in shown),
            note="Best met first, then by how many list it; one that may stand on the list under another name"
            " comes last and says so. Sufficient, thin or none says how far the public evidence goes.",
        )
    ]


def _row(gap: Gap) -> Row:
    best = gap.best
    assert best is not None
    cited: dict[str, Statement] = {s.id: s for s in gap.listed.values()}
    for f in best.met:
        cited |= {s.id: s for s in (f.statement, *f.rests_on)}
    law = ground(best)
    listed = {s.id for s in gap.listed.values()}

    def by(seen: Sequence[Statement]) -> str:
        rows = [s for s in seen if s.id in listed]
        return ", ".join(f"{s.value} {s.clocks.from_.text()}".strip() for s in rows)

    def missing(_: Sequence[Statement]) -> str:
        return " ".join((*gap.may_be[:1], *best.missing[:2])) or best.to_decide

    cells: tuple[SlotFunction, ...] = (
        lambda _: gap.name,
        by,
        lambda seen: next(s.value for s in seen if s.prop == GROUND),
        lambda _: best.verdict.value,
        missing,
    )
    return Row(cells, (*cited.values(), law))
