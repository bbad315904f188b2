"""Which records belong to the regime on any day up to the one asked."""

from __future__ import annotations

from collections.abc import Collection

from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.vocabulary import PARTY_KINDS
from yalu.regimes.brief import BriefPlan


def of_regime(view: View, joins: Joins, plan: BriefPlan, until: str) -> Collection[str]:
    """Ids that a list put under the regime by that day, also if it took them off since, and all their ids."""
    found = {s.party for s in view.statements(source="casebook", prop="name") if s.kind in PARTY_KINDS}
    for mark in plan.scope:
        for s in view.evidence.rows("source = ? AND prop = ?", [mark.source, mark.prop]):
            said = str(s.details.get(mark.detail, "")) if mark.detail else s.value
            if said in mark.values and s.known_hi <= until:
                found.add(s.party)
    return frozenset(i for party in found for i in joins.ids(party))
