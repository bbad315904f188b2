"""Whom a listing of the party would reach through ownership or control, by the authority's own rule."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.designation.held import Held
from yalu.designation.package.model import Line
from yalu.evidence.view import View
from yalu.ownership import RULES, Says, consequences, rule
from yalu.ownership.rules import Rule

MEANS = {
    Says.BLOCKED: "would be blocked as well",
    Says.CONTROL: "may be: control is indicated, and a person must weigh it",
    Says.UNCERTAIN: "may be: it depends on the ends of ranges that sources give",
}


def reached(held: Held, party: str, authority: str) -> Iterator[Line]:
    """A line for each verdict that a listing would bring, with the ties that bring it."""
    for own in _rules(authority):
        yield from _by_rule(held.view, party, own)


def _by_rule(view: View, party: str, own: Rule) -> Iterator[Line]:
    found = consequences(view, party, rules=[own])
    for one in found:
        says = next(says for says in MEANS if one.code == f"{own.id}_{says.replace(' ', '_')}")
        names = "; ".join(f"{view.name(p)} ({p})" for p in one.parties)
        more = f" and {one.count - len(one.parties):,} more" if one.count > len(one.parties) else ""
        marks = ", ".join("?" * len(one.statements))
        behind = view.meeting(f"id IN ({marks})", list(one.statements)) if marks else []
        yield Line(f"{own.name}: {names}{more} {MEANS[says]}.", tuple(behind))
    if not found:
        yield Line(f"{own.name}: on the stakes and control that are held, a listing reaches nobody else.")


def _rules(authority: str) -> list[Rule]:
    return [found for name in RULES if (found := rule(name)).authority == authority]
