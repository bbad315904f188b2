"""The brief's section on facilitators, with the banks that a measure could reach and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yalu.designation.assessment import Assessment, Verdict, Weight
from yalu.designation.cited import GROUND, ground
from yalu.designation.eligibility import assess
from yalu.designation.held import Held, held
from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.figures import counted
from yalu.model.section import Row, Section, Table
from yalu.model.sentence import MUTATION, Sentence, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, Grade
from yalu.network import section as network
from yalu.regimes.brief import SectionPlan

BY = "US"
BANK = "bank"
"""The element that a ground on banks has."""

MOST = 15
"""How many banks a sentence names at most."""

NOT_KNOWN = "what the bank knew, how much passed in all, and what its controls were"


@dataclass(frozen=True)
class Exposed:
    """A bank outside the target country, and the grounds on banks that public facts bear on."""

    head: str
    name: Statement
    assessed: list[Assessment]
    reported: tuple[Statement, ...] = ()
    """Pages that report a listing by the authority which no list held confirms."""

    @property
    def facts(self) -> list[Statement]:
        """The ties that bear on a ground, each once, with what they rest on."""
        found: dict[str, Statement] = {}
        for one in self.assessed:
            for finding in one.met:
                if finding.element != BANK:
                    found |= {s.id: s for s in (finding.statement, *finding.rests_on)}
        return list(found.values())


def section(scope: Scope, plan: SectionPlan) -> Section:
    """The section of the network, with the banks after what it says of them."""
    made = network.section(scope, plan)
    found = exposed(scope)
    return replace(
        made,
        findings=[*made.findings, *_banks(found), *_regulators(scope)],
        uncertain=[*made.uncertain, *_unknown(found)],
        tables=[*made.tables, *_table(found)],
    )


def exposed(scope: Scope) -> list[Exposed]:
    """Banks that no list of the authority holds and on which some ground on banks bears, by name."""
    known: Held = held(scope.view)
    heads = {known.joins.head(s.party) for s in scope.view.statements(prop=BANK) if not s.lead}
    heads -= known.target_banks.keys() | scope.aggregates.keys()
    known.read(heads)
    reported: dict[str, list[Statement]] = {}
    for s in scope.view.statements(prop="listingReported", value=BY):
        reported.setdefault(known.joins.head(s.party), []).append(s)
    found = []
    for head in sorted(heads):
        name = scope.named(head)
        grounds = [
            a
            for a in assess(scope.view, head, BY)
            if a.verdict is not Verdict.NONE and BANK in {e for c in _criteria(known, a) for e in c}
        ]
        if name is not None and grounds:
            found.append(Exposed(head, name, grounds, tuple(reported.get(head, ()))))
    return sorted(found, key=lambda one: (one.name.value.casefold(), one.head))


def _criteria(known: Held, one: Assessment) -> list[list[str]]:
    return [c.elements for c in known.criteria.of(BY) if c.id == one.criterion]


def _banks(found: Sequence[Exposed]) -> list[Sentence]:
    if not found:
        return [
            sentence(
                "No dealing of a bank abroad with a listed party is public that came after that party was"
                " listed, so no ground on banks is met even in part.",
                [],
            )
        ]
    laws = {law.party: law for one in found for law in map(ground, one.assessed)}
    return [
        sentence(
            "For {count} abroad, a source says that a party already listed, or a bank of the regime, had an"
            " account there or had a payment carried: {names}. The grounds that this bears on are {grounds};"
            " each asks for more than an account, and no source says that a bank will face a measure or a"
            " fine for it.",
            [*(one.name for one in found), *laws.values()],
            count=lambda seen: counted(sum(map(_named, seen)), "bank", "banks"),
            names=f.listed_names(f.having("name"), most=max(MOST, len(found))),
            grounds=f.listed_names(f.having(GROUND), most=len(laws)),
        )
    ]


def _named(s: Statement) -> bool:
    return s.prop == "name" and not s.value.startswith(MUTATION)


def _regulators(scope: Scope) -> list[Sentence]:
    """Banks of which a regulator's finding is public: there a fine is no guess."""
    known = held(scope.view)
    heads = {known.joins.head(s.party) for s in scope.view.statements(prop=BANK) if not s.lead}
    ends: dict[str, Statement] = {}
    for head in sorted(heads - known.target_banks.keys()):
        for tie in known.ties.get(head, ()):
            s = tie.statement
            if s.grade == Grade.REGULATOR_FINDING and s.prop in EDGE_KINDS and (name := scope.named(head)):
                ends.setdefault(head, name)
    if not ends:
        return []
    return [
        sentence(
            "Findings or fines of a regulator are public on what passed through {names}.",
            list(ends.values()),
            names=f.listed_names(f.having("name"), most=max(MOST, len(ends))),
        )
    ]


def _unknown(found: Sequence[Exposed]) -> list[Sentence]:
    if not found:
        return []
    return [
        sentence(
            "Not known of {count} named for an account or a payment: " + NOT_KNOWN + ".",
            [one.name for one in found],
            count=lambda seen: counted(sum(map(_named, seen)), "bank", "banks"),
        )
    ]


def _table(found: Sequence[Exposed]) -> list[Table]:
    if not found:
        return []
    return [
        Table(
            id="banks",
            title="Banks outside the country that a rule on accounts or a listing could bear on",
            columns=("Bank", "What a source says", "Ground", "Evidence", "Not known"),
            rows=tuple(_row(one) for one in found),
            note="Being named is no finding about a bank. Every ground leaves the decision to the authority,"
            f" and none of the sources says {NOT_KNOWN}.",
        )
    ]


def _row(one: Exposed) -> Row:
    best = one.assessed[0]
    told = [x.says for x in best.met if x.element != BANK and x.weight is not Weight.NOTHING][:2]
    told += [f"a page reports a listing by {s.value}; no list held confirms it" for s in one.reported]
    law = ground(best)
    return Row(
        (
            lambda seen: next((s.value for s in seen if s.prop == "name"), one.head),
            lambda _: "; ".join(told),
            lambda seen: next(s.value for s in seen if s.prop == GROUND),
            lambda _: best.verdict.value,
            lambda _: " ".join((*best.missing[:2], best.to_decide)).strip(),
        ),
        (one.name, *one.facts, *one.reported, law),
    )
