"""What the ownership rules of OFAC, the EU and the UK say of a party, each with proof, limits and doubts."""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.graph import compile_in
from yalu.model.words import grade_words
from yalu.ownership import Answer, Docket
from yalu.ownership.rules import asked
from yalu.ownership.verdict import MEANS, Says
from yalu.workbench.dossier.known import Known
from yalu.workbench.frame import Ask, Cell
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited

_CERTAIN = (Says.LISTED, Says.BLOCKED, Says.NOT_BLOCKED)


class Finding(Model):
    """A verdict as a page shows it: the limits beside the reasons, at equal rank."""

    rule: str
    says: str
    title: str
    value: str
    reasons: tuple[Cell, ...]
    limits: tuple[Cell, ...]
    foot: str
    kind: str = ""


def docket(ask: Ask) -> Docket:
    """The holdings of the day, read once for all parties."""
    return ask.kept("docket", lambda: Docket(ask.view, compiler=compile_in(ask.workspace.root)))


def ready(ask: Ask) -> bool:
    """Whether :func:`verdicts` would answer at once."""
    return ask.ready("docket")


def verdicts(ask: Ask, party: Known, cited: Cited) -> tuple[Finding, ...]:
    """The verdict under each rule that said something on the day."""
    found = []
    for answer in answers(ask, party.id):
        found.append(_finding(ask, answer, cited))
    return tuple(found)


def answers(ask: Ask, party: str) -> list[Answer]:
    """The answers of all rules in force on the day."""
    return ask.kept(("ownership", party), lambda: _answers(docket(ask), party))


def _answers(held: Docket, party: str) -> list[Answer]:
    found = []
    head = held.ownership.head(party)
    for rule in asked("all"):
        try:
            found.append(held.answer(rule, head))
        except UsageError:  # the rule said nothing yet on the day
            continue
    return found


def _finding(ask: Ask, answer: Answer, cited: Cited) -> Finding:
    verdict = answer.verdict
    held = docket(ask)
    reasons = [Cell(text=f"{MEANS[verdict.says][0].upper()}{MEANS[verdict.says][1:]}.")]
    for step in verdict.proof:
        statements = [held.ownership.statements[one] for one in step.statements]
        first = statements[0] if statements else None
        reasons.append(
            Cell(
                text=f"{ask.view.name(step.owner)} → {ask.view.name(step.owned)}: {step.text()}",
                href=addresses.evidence(first.id) if first else "",
                note=f"{grade_words(first.grade)}, public by {first.known_hi}" if first else "",
                cites=cited.of(*statements),
            )
        )
    reasons += [Cell(text=change.says, note="would change it") for change in answer.changes]
    limits = [Cell(text=finding.text) for finding in answer.findings]
    limits += [Cell(text=limit) for limit in verdict.rule.limits_on(held.on)]
    shown = verdict.high or verdict.says not in (Says.LISTED, Says.CANNOT_TELL)
    return Finding(
        rule=verdict.rule.id,
        says=str(verdict.says),
        title=f"{verdict.rule.name}: {verdict.says}",
        value=f"blocked parties hold {verdict.range_text()}" if shown else "",
        reasons=tuple(reasons),
        limits=tuple(limits),
        foot=f"{verdict.period.short} · {verdict.period.citation}",
        kind="" if verdict.says in _CERTAIN else "doubt",
    )
