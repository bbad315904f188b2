"""Grids made for tests: invented evidence on the paragraphs of the regime."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from yalu.coalition.states.grid import Cell, Evidence, Grid, in_force
from yalu.coalition.states.held import Held
from yalu.evidence.view import Item
from yalu.model.statement import Statement
from yalu.regimes.obligations import Record

Says = Literal["done", "missing", "bears"]
Told = tuple[Says, str, bool]
"""What a row says, on which day, and whether a stored text backs it."""


def statement(party: str, value: str, basis: str = "stored") -> Statement:
    given = {
        "id": party,
        "party": party,
        "kind": "StateCase",
        "prop": "issue",
        "value": value,
        "basis": basis,
    }
    return Statement(**{f.name: given.get(f.name, "") for f in fields(Statement)})


def evidence(number: int, told: Told) -> Evidence:
    says, day, stored = told
    one = statement(f"row{number}", f"word{number}", "stored" if stored else "own_knowledge")
    record = Record(id="k999", states=["XA"], obligations=["o"], says=says, rests_on=["row"])
    return Evidence(record, Item(one.party, [one]), day, (one,))


def grid_of(held: Held, told: list[list[Told]]) -> Grid:
    """The obligations in force, the first of them with the evidence told."""
    asked = list(in_force(held))
    rows = [*told, *([[]] * (len(asked) - len(told)))][: len(asked)]
    cells = tuple(
        Cell(o, authority, tuple(evidence(100 * n + i, t) for i, t in enumerate(some)))
        for n, ((o, authority), some) in enumerate(zip(asked, rows, strict=True))
    )
    return Grid(held, "NA", cells)
