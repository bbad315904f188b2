"""From statements to a verdict: one strong statement is enough, or two lesser ones of different voices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from yalu.designation.answers import TEXTS
from yalu.designation.assessment import StatementFinding, Verdict, Weight
from yalu.designation.held import Held
from yalu.model.vocabulary import LISTING
from yalu.regimes.criteria import Element
from yalu.sources.registry import sources

LISTS = "official lists"
"""The voice of every entry of a list and of its text: lists follow one another, so together they are one."""


def met(held: Held, element: Element, found: Sequence[StatementFinding]) -> Verdict:
    """How far the statements that answer one element meet it."""
    counted = [f for f in found if f.weight is not Weight.NOTHING]
    if element.plain and counted:
        return Verdict.SUFFICIENT
    if any(f.weight is Weight.STRONG for f in counted):
        return Verdict.SUFFICIENT
    if any(_independent(held, a, b) for a, b in combinations(counted, 2)):
        return Verdict.SUFFICIENT
    return Verdict.THIN if counted else Verdict.NONE


def _independent(held: Held, a: StatementFinding, b: StatementFinding) -> bool:
    """Whether two lesser statements come from different voices, and are not both accusations."""
    accusations = held.criteria.weights.accusations
    if a.grade in accusations and b.grade in accusations:
        return False
    return not voices(held, a) & voices(held, b) and not set(a.cites) & set(b.cites)


def voices(held: Held, finding: StatementFinding) -> set[str]:
    """Who speaks in a statement: the publishers of its works, or all official lists as one."""
    s = finding.statement
    if s.prop in (LISTING, *TEXTS):
        return {LISTS}
    works = [(held.view.evidence.citations.get(w, {}).get("publisher") or w).casefold() for w in s.cited]
    if works:
        return set(works)
    known = sources().get(s.source)
    return {known.publisher.casefold() if known else s.source}


def missing(element: Element, verdict: Verdict, found: Sequence[StatementFinding]) -> list[str]:
    """What would have to be shown for an element, in plain sentences."""
    if verdict is Verdict.SUFFICIENT:
        return []
    if verdict is Verdict.NONE:
        return [element.missing]
    return [
        f"A finding, a notice or a UN report that says that the party {element.text}, or a second statement"
        " of another voice.",
        *dict.fromkeys(
            f"{f.why[:1].upper()}{f.why[1:]}." for f in found if f.weight is Weight.LESSER and f.why
        ),
    ]
