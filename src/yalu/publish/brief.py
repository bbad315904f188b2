"""The brief: six sections, their sum, the claims check, methods and numbered sources, for one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from yalu.evidence.scope import CASEBOOK, Scope
from yalu.evidence.view import Evidence, When
from yalu.ledger.chain import Head
from yalu.model.section import Section
from yalu.model.sentence import Sentence, uncited
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING
from yalu.publish.citations import Citation, Citations
from yalu.publish.claims import ClaimCheck, check_claims
from yalu.regimes import Regime
from yalu.regimes.brief import BriefPlan, SectionPlan

Contribute = Callable[[Scope, SectionPlan], Section]

CONTRIBUTORS = {
    "facilitators": "yalu.designation.facilitators",
    "labor": "yalu.labor.section",
    "travel": "yalu.travel.section",
    "ships": "yalu.fleet.section",
    "iran": "yalu.iran.section",
    "partners": "yalu.designation.partners",
    "pressure": "yalu.pressure.section",
}
"""The package that answers each question of the memo, and what the answers add up to."""


@dataclass(frozen=True)
class Brief:
    """Everything that the pages, the JSON and the annexes show."""

    plan: BriefPlan
    when: When
    snapshot: str
    sections: list[Section]
    claims: list[ClaimCheck]
    listed: dict[str, dict[str, int]]
    copies: list[tuple[str, str]]
    """The copies of lists that the snapshot holds: source id and day."""
    citations: Citations
    ledger: Head | None = None
    """Where the chain of judgements stood when it was made."""

    def sentences(self) -> list[tuple[str, Sentence]]:
        """Every sentence that is published, with its place."""
        found = [pair for section in self.sections for pair in section.sentences()]
        for claim in self.claims:
            parts = (("text", claim.text), ("why", claim.why))
            found += [(f"claims.{claim.id}.{name}", one) for name, one in parts if one]
        return found

    def uncited(self) -> list[tuple[str, list[str]]]:
        """The sentences in which something stands without a statement behind it."""
        words = frozenset(self.plan.words)
        checked = ((place, uncited(one, words)) for place, one in self.sentences())
        return [(place, found) for place, found in checked if found]

    @property
    def sources(self) -> list[Citation]:
        """The numbered sources."""
        return self.citations.numbered()


def make_brief(evidence: Evidence, regime: Regime, when: When, ledger: Head | None = None) -> Brief:
    """Assemble the brief of a day from a snapshot; the same snapshot and day give the same brief.

    ``ledger`` is printed in it, and decides nothing.
    """
    if regime.brief is None:
        raise ValueError(f"the regime {regime.id} has no brief.yaml")
    evidence = evidence.without_users()
    scope = Scope(evidence.at(when.as_of, when.on, when.mode), regime.brief, regime.memo_day)
    sections = [_contribution(plan.id)(scope, plan) for plan in regime.brief.sections]
    brief = Brief(
        plan=regime.brief,
        when=when,
        snapshot=evidence.snapshot.id,
        sections=sections,
        claims=check_claims(scope),
        listed=listed(scope),
        copies=_copies(evidence, when),
        citations=Citations(when.as_of, evidence.citations, when.mode),
        ledger=ledger,
    )
    _number(brief)
    return brief


def listed(scope: Scope) -> dict[str, dict[str, int]]:
    """How many parties each authority lists on the day, by the casebook; no ships, no aircraft."""
    kinds: dict[str, dict[str, str]] = {a: {} for a in AUTHORITIES}
    for s in scope.view.statements(prop=LISTING, source=CASEBOOK):
        if s.kind not in ("Vessel", "Airplane") and s.value in kinds:
            kinds[s.value][scope.head(s.party)] = s.kind
    return {
        authority: {
            "total": len(found),
            "persons": sum(kind == "Person" for kind in found.values()),
            "entities": sum(kind != "Person" for kind in found.values()),
        }
        for authority, found in kinds.items()
        if found
    }


def _contribution(section_id: str) -> Contribute:
    contribute: Contribute = import_module(CONTRIBUTORS[section_id]).section
    return contribute


def _copies(evidence: Evidence, when: When) -> list[tuple[str, str]]:
    rows = evidence.query(
        "SELECT DISTINCT source, seen_first FROM statement WHERE seen_first <> '' AND seen_first <= ?"
        " ORDER BY source, seen_first",
        [when.as_of],
    )
    return [(source, day) for source, day in rows]


def _number(brief: Brief) -> None:
    """Give the sources their numbers in the order of reading."""
    for section in brief.sections:
        for _, one in section.sentences():
            brief.citations.of(one.statements)
        for table in (*section.tables, *(figure.data for figure in section.figures)):
            for row in table.rows:
                brief.citations.of(row.statements)
    for claim in brief.claims:
        brief.citations.of(claim.statements)


def sentence_statements(brief: Brief) -> list[tuple[str, Statement]]:
    """Each statement under each sentence that cites it, for the annex."""
    return [(place, s) for place, one in brief.sentences() for s in one.statements]
