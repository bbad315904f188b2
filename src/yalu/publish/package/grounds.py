"""Criterion by criterion: the rule, each statement with grade and passage, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yalu.designation.assessment import Assessment, StatementFinding, Verdict
from yalu.designation.package.model import Package
from yalu.model.words import grade_words
from yalu.publish.package.blocks import Block, Bullets, Grid, Head, Para
from yalu.publish.package.numbers import Numbers
from yalu.publish.package.summary import rule

PLACE = re.compile(r"page (\d+), characters (\d+) to (\d+)")


def blocks(package: Package, n: Numbers) -> tuple[Block, ...]:
    """The criteria that are met, each with its evidence; the others in one table."""
    found: list[Block] = []
    for one in package.grounds:
        found += _ground(one, n)
    rest = [a for a in package.assessments if a.verdict is Verdict.NONE]
    if rest:
        rows = tuple(n.row((rule(a), a.text), (), a.sources) for a in rest)
        note = "What each would need is in package.json."
        found += [
            Head("Criteria that the evidence does not meet"),
            Grid("In force, and not met", ("Criterion", "Ground"), rows, note),
        ]
    return tuple(found)


def place(found: StatementFinding) -> str:
    """Passage and place: ``“owned by Foo” (page 3, characters 120 to 135)``, or the place in the source."""
    spot = PLACE.search(found.locator)
    where = f"page {spot[1]}, characters {spot[2]} to {spot[3]}" if spot else found.locator
    passage = " ".join(found.passage.split())
    return f"“{passage}” ({where})" if passage else where


def _ground(one: Assessment, n: Numbers) -> Iterator[Block]:
    yield Head(rule(one))
    until = f" until {one.until}" if one.until else ""
    duty = "the authority shall act" if one.must else "the authority may act"
    yield Para(
        f"{one.text} In force since {one.since}{until}; {duty}.",
        n.of((), one.sources),
        one.verdict.value,
        one.verdict is not Verdict.SUFFICIENT,
    )
    rows = tuple(
        n.row(
            (
                found.element.replace("_", " "),
                found.says + (f" (counts for less: {found.why})" if found.why else ""),
                grade_words(found.grade),
                found.date,
                place(found),
            ),
            (found.statement, *found.rests_on),
        )
        for found in one.met
    )
    columns = ("Element", "What the evidence says", "Grade", "Public since", "Passage and place")
    yield Grid(f"Evidence under {rule(one)}", columns, rows)
    if one.missing:
        yield Para("Still missing:")
        yield Bullets(tuple(Para(m) for m in one.missing))
    if one.to_decide:
        yield Para(f"Left to the authority: {one.to_decide}")
    if one.doubts:
        yield Para(
            f"Not read in a stored text: the {', '.join(one.doubts)} of the criterion.",
            mark="unverified",
            dashed=True,
        )
