"""The rows that the tables of obligations name, as a day shows them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from yalu.evidence.view import Item, Past, View
from yalu.regimes import Duties

SAYS = {
    "ReportStatus": ("status", "date"),
    "NationalLaw": ("measure", "date"),
    "StateCase": ("issue", "state_action"),
    "Authority": ("instrument", "provision", "effect"),
}
"""The fields in which each kind of row says what a state did; without the first it says nothing."""


@dataclass(frozen=True)
class Held:
    """The rows in force on the day, and all that were public by then, by id."""

    view: View
    duties: Duties
    standing: dict[str, Item]
    public: dict[str, Item]


def held(view: View, duties: Duties) -> Held:
    """Look up every row that the tables name, once for all states."""
    table = duties.table
    ids = {o.authority for o in table.obligations} | {o.within for o in table.obligations if o.within}
    ids |= {o.due for o in table.obligations if o.due} | {r for k in duties.records for r in k.rests_on}
    ids |= {table.fork.rule, *table.fork.measures} if table.fork else set()
    return Held(view, duties, _items(view, ids), _items(Past(view.evidence, view.when), ids))


def _items(view: View, ids: set[str]) -> dict[str, Item]:
    found = defaultdict(list)
    for s in view.statements(party=tuple(sorted(ids)) or ("",)):
        found[s.party].append(s)
    return {party: Item(party, statements) for party, statements in found.items()}
