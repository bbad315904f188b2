"""Which records of different lists are one party, by what the sources state and never by a name.

Three things join: a curator's ``sameAs``, a reference that a record quotes, and the IMO number of a ship.
What contradicts is not joined: it is kept as a refused join and shown as a possible error of the list.
Where records were resolved, the view's groups hold, and only what is refused is found here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from yalu.evidence.contradictions import Contradiction, Facts
from yalu.evidence.doubles import doubles
from yalu.evidence.quotes import Quote, quotes
from yalu.evidence.view import View
from yalu.sources.damage import imo_number

IMO = "imoNumber"


@dataclass(frozen=True, slots=True)
class Refused:
    """A reference that was not followed, and why."""

    quote: Quote
    why: Contradiction


class Joins:
    """The groups of ids on the day of a view. Built once for a view; nothing later than it counts."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.quotes = quotes(view)
        self._root: dict[str, str] = {}
        self.refused: list[Refused] = []
        self.unresolved: list[Quote] = []
        """Quotes of references that no held record has."""
        self._follow_quotes()
        if not view.resolved:
            self._meet_by_imo()

    def ids(self, party: str) -> list[str]:
        """All ids of the party; those that curators joined come first, so that they give it its id."""
        if self.view.resolved:
            return self.view.ids(party)
        return self._groups.get(self._find(self._base(party)), self.view.ids(party))

    def head(self, party: str) -> str:
        """The id by which the party is counted once."""
        return self.ids(party)[0]

    def joined(self, party: str) -> bool:
        """Whether the record is known to be the same party as another."""
        return len(self.ids(party)) > 1

    def settled(self, party: str) -> bool:
        """Whether it is known which party the record is: joined, or resolved and nothing left to look at.

        A record that may be a listing of the casebook under another id is to be looked at.
        """
        if not self.view.resolved:
            return self.joined(party)
        return party not in self.view.pending and party not in self._doubles

    @cached_property
    def _doubles(self) -> frozenset[str]:
        return doubles(self.view)

    def _follow_quotes(self) -> None:
        facts = Facts(self.view, self.quotes)
        for quote in self.quotes:
            if not quote.target:
                self.unresolved.append(quote)
            elif why := facts.contradiction(quote):
                self.refused.append(Refused(quote, why))
            else:
                self._join(quote.party, quote.target)

    def _meet_by_imo(self) -> None:
        """Ships with one valid IMO number. A number that one list puts on two records joins neither."""
        records: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for s in self.view.statements(prop=IMO, kind="Vessel"):
            if imo_number(s.value) and not s.lead:
                records[s.value][s.source].add(s.party)
        for number, by_source in records.items():
            sound = [f"imo-{number}"] if len(self.view.ids(f"imo-{number}")) > 1 else []
            for parties in by_source.values():
                if len({self._find(self._base(p)) for p in parties}) == 1:
                    sound += parties
            for other in sound[1:]:
                self._join(sound[0], other)

    def _base(self, party: str) -> str:
        return self.view.ids(party)[0]

    def _find(self, base: str) -> str:
        while self._root.get(base, base) != base:
            base = self._root[base]
        return base

    def _join(self, first: str, second: str) -> None:
        a, b = sorted((self._find(self._base(first)), self._find(self._base(second))))
        self._root.setdefault(a, a)
        self._root[b] = a

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        bases: dict[str, list[str]] = defaultdict(list)
        for base in self._root:
            bases[self._find(base)].append(base)
        return {root: _ordered([self.view.ids(b) for b in found]) for root, found in bases.items()}


def _ordered(groups: Iterable[list[str]]) -> list[str]:
    """The ids of the largest curated group first."""
    ranked = sorted(groups, key=lambda ids: (-len(ids), ids))
    return [one for ids in ranked for one in ids]
