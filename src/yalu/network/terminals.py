"""Where routes through a network begin and end: the regime's principals, and the financial system.

Both are rules on what the day shows, so that no route of 2017 ends at what was known only later.
"""

from __future__ import annotations

from dataclasses import dataclass

from yalu.evidence.scope import Scope
from yalu.model.vocabulary import LISTING

PRINCIPAL_LIST = "UN"
"""Who stands on this list acts for the regime by the judgement of all; other lists hold helpers too."""
PRINCIPAL_KINDS = frozenset({"Company", "Organization", "PublicBody", "LegalEntity"})
BANK = "bank"


@dataclass(frozen=True)
class Terminals:
    """First ids of parties, sorted. ``banks`` are the financial system outside the regime."""

    principals: tuple[str, ...]
    banks: tuple[str, ...]


def terminals(scope: Scope) -> Terminals:
    """The regime's principals and the banks outside it, on the day of the scope.

    Principals are the entities on the UN's list. Banks are those that a source calls a bank, that stand on
    no list, and that are known to be of another country than the regime's; of one without a stated country
    it is not known on which side it stands, and it is left out.
    """
    listed = {s.party for s in scope.listings}
    principals = {
        s.party for s in scope.listings if s.value == PRINCIPAL_LIST and s.kind in PRINCIPAL_KINDS
    } - scope.aggregates.keys()
    of = {scope.head(s.party) for s in scope.view.statements(prop=BANK) if not s.lead}
    home: dict[str, set[str]] = {}
    for s in scope.view.statements(prop="country"):
        if not s.lead:
            home.setdefault(scope.head(s.party), set()).add(s.value.upper())
    banks = {
        p for p in of - listed - scope.aggregates.keys() if (h := home.get(p)) and scope.plan.country not in h
    }
    return Terminals(tuple(sorted(principals)), tuple(sorted(banks)))


def lists_of(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The authorities that list each party on the day, by its first id; who is on no list is not in it."""
    found: dict[str, set[str]] = {}
    for s in scope.view.statements(prop=LISTING):
        if not s.lead:
            found.setdefault(scope.head(s.party), set()).add(s.value)
    return {party: tuple(sorted(on)) for party, on in found.items()}
