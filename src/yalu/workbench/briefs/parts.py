"""What the page of a brief is made of: sentences with their sources and their statements, figures, tables."""

from __future__ import annotations

from pydantic import Field

from yalu.workbench.frame.page import Cell, Model, SourceLine, Table


class Proof(Model):
    """One statement under a sentence: whose it is, what it says; both are links."""

    party: Cell
    says: Cell


class Said(Model):
    """A sentence. ``cites`` are source numbers; ``proofs`` some of its ``statements`` many statements."""

    text: str
    cites: tuple[int, ...]
    statements: int
    proofs: tuple[Proof, ...] = ()
    unverified: bool = False


class Drawn(Model):
    """A figure with the same said in words; its drawing is left out of the JSON, its numbers are not."""

    id: str
    title: str
    alt: Said
    svg: str = Field(default="", exclude=True)
    data: Table


class Shown(Model):
    """A table: ``first`` is how many of its rows the page shows."""

    table: Table
    note: str
    first: int


class Part(Model):
    """One section of the brief."""

    id: str
    number: str
    title: str
    question: str
    findings: tuple[Said, ...]
    detail: tuple[Said, ...]
    uncertain: tuple[Said, ...]
    next_steps: tuple[Said, ...]
    figures: tuple[Drawn, ...]
    tables: tuple[Shown, ...]


class Whole(Model):
    """All of a brief for the page."""

    parts: tuple[Part, ...]
    claims: Table
    tally: tuple[str, ...]
    later: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    uncited: int
    lists: tuple[str, ...]
