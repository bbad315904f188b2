"""Shares that rows of the day state, computed from their numbers, and rows that bear on one without."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.sentence import MUTATION
from yalu.model.statement import Statement
from yalu.pressure.assumptions import Assumption
from yalu.regimes import load_levers
from yalu.regimes.levers import Number, Quotient, StatedShare

Fields = Mapping[tuple[str, str], str]
"""The values of fields by row and field."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SEA = re.compile(r"ship.to.ship", re.IGNORECASE)
_EVERY = "all"


def stated(scope: Scope, *, verified: bool = True) -> dict[str, Assumption]:
    """The shares of which the day shows every number; what no stored text backs states none."""
    table = load_levers().shares
    fields = {field for one in table for field in one.fields()}
    if not fields:
        return {}
    rows = scope.view.statements(
        party=tuple(sorted({row for row, _ in fields})), prop=tuple(sorted({prop for _, prop in fields}))
    )
    usable = {(s.party, s.prop): s for s in rows if s.basis != "own_knowledge" or not verified}
    return {
        one.assumption: of_rows(one, [usable[field] for field in one.fields()])
        for one in table
        if all(field in usable for field in one.fields())
    }


def of_rows(one: StatedShare, statements: Sequence[Statement]) -> Assumption:
    """The share by these statements. Raises KeyError or ValueError where a number is not there."""
    fields = {(s.party, s.prop): s.value for s in statements}
    low, high = quotient(one.low, fields), quotient(one.high, fields)
    if not 0 <= low <= high <= 1:
        raise ValueError(f"{one.assumption}: {low} to {high} is no range of shares")
    return Assumption(one.assumption, low, high, one.why, statements=tuple(statements))


def again(assumed: Mapping[str, Assumption], seen: Iterable[Statement]) -> dict[str, Assumption]:
    """The assumptions, with those that rows state computed anew from the statements that are seen."""
    by_field = {(s.party, s.prop): s for s in seen}
    table = {one.assumption: one for one in load_levers().shares}
    return {
        name: of_rows(table[name], [by_field[field] for field in table[name].fields()])
        if one.statements
        else one
        for name, one in assumed.items()
    }


def quotient(one: Quotient, fields: Fields) -> float:
    """The number that it is by these fields."""
    top, bottom = (math.prod(_number(n, fields) for n in part) for part in (one.top, one.bottom))
    return top / bottom


def _number(one: Number, fields: Fields) -> float:
    text = fields[one.row, one.prop]
    found = _NUMBER.findall(text)
    if text.startswith(MUTATION) or len(found) < one.number:
        raise ValueError(f"{one.row} has no number {one.number} in {one.prop}")
    own = float(found[one.number - 1].replace(",", ""))
    return own - _number(one.less, fields) if one.less else own


def techniques(scope: Scope) -> list[Item]:
    """The techniques of adaptation that the day shows."""
    return items(scope.view, "Adaptation")


def bearing(known: Iterable[Item], name: str) -> list[Item]:
    """Those of the techniques that serve an assumption's stream."""
    way, _, stream = name.partition(".")
    serves = {"cyber_theft"} if way == "cyber" else {stream, _EVERY}
    found = [i for i in known if {s.value for s in i.all("serves")} & serves]
    if way == "cyber":
        return found
    return [i for i in found if bool(_SEA.search(i.text("technique"))) == (way == "ship_to_ship")]
