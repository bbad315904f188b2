"""What sources state about identity: a curator's ``sameAs``, a reference that a record quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yalu.evidence.contradictions import Facts
from yalu.evidence.quotes import quotes
from yalu.evidence.view import SAME, Ever, Evidence
from yalu.model.statement import Statement
from yalu.model.vocabulary import OWN_KNOWLEDGE
from yalu.resolve.facts import conflicts
from yalu.resolve.record import NEVER, Record, Since
from yalu.screening import clock


class Stated(NamedTuple):
    """That a source says two ids are one party, or why it is not believed."""

    a: str
    b: str
    rule: str
    """``curated`` or ``quoted``."""
    text: str
    since: Since
    refused: str = ""


def stated(evidence: Evidence, records: Mapping[str, Record]) -> list[Stated]:
    """All that sources state, whenever it was known; a reference that a fact contradicts is refused."""
    view = Ever(evidence)
    found = [
        _made(s, s.value, "curated", f"{s.source} says that they are one party")
        for s in view.statements(prop=SAME)
        if s.basis != OWN_KNOWLEDGE and s.party != s.value
    ]
    read = [quote for quote in quotes(view) if quote.target]
    facts = Facts(view, read)
    for quote in read:
        s = quote.statement
        if s.basis == OWN_KNOWLEDGE:
            continue
        why = facts.contradiction(quote)
        refused = f"the {why.code} differs: {why.mine} and {why.theirs}" if why else ""
        a, b = records.get(quote.party), records.get(quote.target)
        if not refused and a and b:
            against = [c.text for c in conflicts(a, b) if c.code not in ("birth", "list")]
            refused = against[0] if against else ""
        text = f"{s.source} quotes the reference {quote.reference}"
        found.append(_made(s, quote.target, "quoted", text, refused))
    return found


def _made(s: Statement, other: str, rule: str, text: str, refused: str = "") -> Stated:
    high = clock.number(s.known_hi) or NEVER
    since = Since(high, clock.number(s.known_lo) or high)
    a, b = sorted((s.party, other))
    return Stated(a, b, rule, text, since, refused)
