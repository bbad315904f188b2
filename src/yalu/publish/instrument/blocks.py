"""What a draft instrument says, block by block, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from yalu.coalition.states.cited import cited, ids, works
from yalu.coalition.states.draft import Clause, Draft, Question
from yalu.coalition.states.grid import Cell
from yalu.model.figures import counted
from yalu.model.statement import Statement

AID = "Drafting aid, not legal advice"

FORCE = {
    "duty": "what the resolutions decide that states shall do",
    "call": "what the resolutions call on states to do, and so bind only as the state chooses",
}


class Block(NamedTuple):
    """A piece of text and what it is."""

    kind: Literal["title", "notice", "heading", "subheading", "text", "clause", "question", "note", "source"]
    text: str
    label: str = ""


def blocks(draft: Draft) -> Iterator[Block]:
    """The whole instrument: head, clauses, questions, sources."""
    grid = draft.grid
    when = grid.view.when
    yield Block("title", f"Draft instrument: {grid.name}")
    yield Block("notice", AID)
    yield Block(
        "text",
        f"To carry out resolutions of the Security Council, as far as sources public on {when.as_of} call"
        f" anything missing ({when.mode}; snapshot {grid.view.evidence.snapshot.id}). It finds no breach:"
        " missing is what a source says, and silence is a question. Adapt it to the law of the state.",
    )
    yield Block("text", summary(draft))
    yield from _clauses(draft)
    yield from _questions(draft)
    yield Block("heading", "Sources")
    for name, work in works(grid.view, _statements(draft)).items():
        line = ", ".join(work[k] for k in ("publisher", "title", "date", "url") if k in work)
        yield Block("source", line, name)


def summary(draft: Draft) -> str:
    """What the draft holds, in one sentence."""
    questions = counted(len(draft.questions), "question")
    left_out = f"{counted(draft.done, 'obligation')} that sources call done left out"
    if not draft.clauses:
        return f"Nothing missing is known; {questions}; {left_out}."
    return f"{counted(len(draft.clauses), 'clause')} for what sources call missing; {questions}; {left_out}."


def _clauses(draft: Draft) -> Iterator[Block]:
    if not draft.clauses:
        return
    yield Block("heading", "Clauses")
    view = draft.grid.view
    for force, group in groupby(draft.clauses, key=lambda c: c.cell.obligation.force):
        yield Block("subheading", f"For {FORCE[force]}")
        for clause in group:
            yield Block("clause", clause.text, f"{clause.number}.")
            yield Block("note", f"Carries out {_paragraph(clause.cell)}: {cited(view, clause.cell.citation)}")
            yield from (Block("note", line) for line in _called_missing(draft, clause))


def _called_missing(draft: Draft, clause: Clause) -> Iterator[str]:
    for e in clause.cell.decisive:
        yield f"Missing by {', '.join(ids(e.statements))} ({e.day}): {e.words}"
        if e.record.reading:
            yield f"Read so: {e.record.reading}"
    due = clause.cell.due
    if due and due.one("deadline"):
        yield f"It was or is due by {due.text('deadline')}"


def _questions(draft: Draft) -> Iterator[Block]:
    if not draft.questions:
        return
    yield Block("heading", "Questions to the state")
    for force, group in groupby(draft.questions, key=lambda q: q.cell.obligation.force):
        yield Block("subheading", f"On {FORCE[force]}")
        for question in group:
            yield Block("question", question.text, f"Q{question.number}.")
            yield Block("note", f"{_paragraph(question.cell)}: {', '.join(ids(question.cell.citation))}")
            yield from (Block("note", line) for line in _known(question))


def _known(question: Question) -> Iterator[str]:
    for law in question.law:
        for e in law.decisive:
            seen = f"{e.words} ({', '.join(ids(e.statements))})"
            yield f"A law for the whole resolution was seen, look there first: {seen}"
    if question.cell.disagree:
        yield "Sources of one day disagree"
    for e in question.cell.evidence:
        doubt = "; unverified" if not e.item.verified else ""
        yield f"Bears on it: {e.words} ({', '.join(ids(e.statements))}{doubt})"


def _paragraph(cell: Cell) -> str:
    doubts = f" (not read in a stored text: {', '.join(cell.doubts)})" if cell.doubts else ""
    return f"{cell.where}{doubts}"


def _statements(draft: Draft) -> list[Statement]:
    cells = [*(c.cell for c in draft.clauses), *(q.cell for q in draft.questions)]
    cells += [law for q in draft.questions for law in q.law]
    return [s for c in cells for s in (*c.citation, *(s for e in c.evidence for s in e.statements))]
