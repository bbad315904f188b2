"""What of the evidence belongs to a regime: the casebook, and the part of each list that is about it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, PARTY_KINDS
from yalu.regimes.brief import BriefPlan

CASEBOOK = "casebook"
DOCUMENTS = "documents"
"""The source of passages: it may name the far end of a tie first."""


class Scope:
    """A view narrowed to the parties of a regime, with the ids of one party read as one."""

    def __init__(self, view: View, plan: BriefPlan, memo: str = "") -> None:
        self.view = view
        self.plan = plan
        self.memo = memo if memo <= view.when.as_of else ""
        """The day of the memo that the regime follows, or ``""`` where there is none by that day."""

    @cached_property
    def parties(self) -> frozenset[str]:
        """Every id of every party that the casebook names or that a list puts under the regime.

        A record that nothing joins to another is left out where its list has ids of its own: it would
        count a party twice, and make a listing that two lists share look like one that a partner has alone.
        It is kept in ``loose``.
        """
        found = {s.party for s in self.view.statements(source=CASEBOOK, prop="name") if s.kind in PARTY_KINDS}
        for mark in self.plan.scope:
            for s in self.view.statements(source=mark.source, prop=mark.prop):
                said = str(s.details.get(mark.detail, "")) if mark.detail else s.value
                if said in mark.values and (mark.joined or self.joins.settled(s.party)):
                    found.add(s.party)
        return frozenset(i for party in found for i in self.joins.ids(party))

    @cached_property
    def joins(self) -> Joins:
        """Which ids are one party, by what sources state."""
        return Joins(self.view)

    @cached_property
    def loose(self) -> list[Statement]:
        """Listings under the regime by records that nothing joins to another list's, and so counted apart."""
        found: dict[str, Statement] = {}
        for mark in self.plan.scope:
            if mark.joined or mark.prop != LISTING:
                continue
            for s in self.view.statements(source=mark.source, prop=LISTING):
                if s.details.get(mark.detail) in mark.values and not self.joins.settled(s.party):
                    found.setdefault(s.party, s)
        return list(found.values())

    @cached_property
    def aggregates(self) -> dict[str, Statement]:
        """Parties that stand for several, or for one that its source does not name, by their first id.

        Ties may end at them; none of them is counted as a party.
        """
        marks = self.view.statements(prop="aggregate", source=CASEBOOK)
        return {self.head(s.party): replace(s, party=self.head(s.party)) for s in marks}

    @cached_property
    def listings(self) -> list[Statement]:
        """One listing for each party and authority, the earliest known; a party has one id here."""
        first: dict[tuple[str, str], Statement] = {}
        ranked = sorted(
            self.view.statements(prop=LISTING),
            key=lambda s: (s.known_hi, s.from_hi or "9999", s.source, s.id),
        )
        for s in ranked:
            if s.party in self.parties:
                head = self.head(s.party)
                first.setdefault((head, s.value), s if s.party == head else replace(s, party=head))
        return sorted(first.values(), key=lambda s: (s.value, s.from_hi, s.party))

    @cached_property
    def ties(self) -> list[Statement]:
        """Ties that touch a party of the regime and that a text backs; a tie of two sources stands once."""
        found: dict[tuple[str, str, str, str], Statement] = {}
        for s in self.view.statements(prop=tuple(sorted(EDGE_KINDS))):
            if not s.lead and (s.party in self.parties or s.value in self.parties):
                role = str(s.details.get("role", ""))
                found.setdefault((self.head(s.party), self.head(s.value), s.prop, role), s)
        return list(found.values())

    @cached_property
    def leads(self) -> list[Statement]:
        """Ties that no stored text backs: shown as unverified, counted nowhere."""
        ties = self.view.statements(prop=tuple(sorted(EDGE_KINDS)), source=CASEBOOK)
        return [s for s in ties if s.basis == "own_knowledge"]

    @cached_property
    def _names(self) -> dict[str, Statement]:
        names: dict[str, Statement] = {}
        rows = self.view.statements(prop="name", kind=tuple(sorted(PARTY_KINDS)))
        for s in sorted(rows, key=lambda s: (bool(s.flag), s.known_hi, s.source != CASEBOOK, s.lang, s.id)):
            if s.party in self.parties or s.source == DOCUMENTS:
                names.setdefault(self.head(s.party), s)
        return names

    def named(self, party: str) -> Statement | None:
        """The statement that gives the party's name, or ``None`` where the day shows none."""
        return self._names.get(self.head(party))

    def head(self, party: str) -> str:
        """The first id of the party, by which it is counted once."""
        return self.joins.head(party)
