"""The answer on cargo for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu.fleet.cargo.answer import INNOCENT, Answer, Found
from yalu.fleet.cargo.rules import Exemption


def lines(answer: Answer) -> Iterator[str]:
    """The verdict, the rules behind it, and what stays open."""
    m = answer.movement
    asked = f"HS {m.code}" if m.code else m.goods
    ends = "".join(f" {word} {state}" for word, state in (("from", m.start), ("to", m.end)) if state)
    yield f"{asked}{ends} on {answer.when.on}: {answer.verdict.upper()}"
    yield f"  {answer.why}"
    for found in answer.found:
        yield from _rule(found, answer.when.on)
    if answer.codeless:
        yield "  No code rules these out:"
        yield from (
            f"    {r.cite}: {r.goods or 'goods not told by that day'} ({r.status})" for r in answer.codeless
        )
    yield from (f"  note: {note}" for note in answer.notes)
    yield f"  {INNOCENT}"
    yield f"  as known on {answer.when.as_of} ({answer.when.mode})"


def _rule(found: Found, on: str) -> Iterator[str]:
    rule = found.rule
    bound = "" if found.binds else f"; binds in {rule.jurisdiction} alone"
    yield f"  {found.effect.word}: {rule.cite} ({rule.id}{bound})"
    yield f"    {rule.goods or 'goods not told by that day'}: {rule.status}"
    yield f"    first day {rule.first}, last day {rule.last or 'none known'}"
    yield f"    {found.why}"
    yield from (f"    cap: {cap(one)}" for one in rule.caps)
    yield from (f"    exemption: {exemption(e, on)}" for e in rule.exemptions)
    if rule.lead or rule.unverified:
        yield f"    not read in a text: {'all of it' if rule.lead else ', '.join(rule.unverified)}"


def cap(one: dict[str, Any]) -> str:
    """``7500000 metric ton or 400870018 USD, calendar year, all States together (whichever is lower)``."""
    amounts = [
        f"{one[amount]} {one.get(unit, '')}".strip()
        for amount, unit in (("quantity", "unit"), ("value", "currency"))
        if one.get(amount)
    ]
    return f"{' or '.join(amounts)}, {one.get('period', '')} ({one.get('rule', '')})"


def exemption(e: Exemption, on: str) -> str:
    """What stays allowed, by whose leave, and whether it was open on the day."""
    if not e.name:
        return f"one is named ({e.id}), its text was not public by that day"
    state = f", {'to' if e.open_on(on) else 'ended'} {e.until}" if e.until else ""
    unread = ", unverified" if e.unverified else ""
    granted = e.granted_by or "not told"
    return f"{e.name} ({e.instrument}, {e.paragraph}{state}{unread}): {e.text}; granted by: {granted}"
