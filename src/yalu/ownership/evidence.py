"""The holdings and the listed parties of a day, from the evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from yalu.evidence.joins import Joins
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, Grade
from yalu.ownership.finding import Finding, about
from yalu.ownership.holdings import INDICATED, NO_CONTROL, Holdings
from yalu.ownership.merge import Rows, merged
from yalu.ownership.rules import Rule
from yalu.ownership.tie_reading import THINGS, Told, joined, readings, told


@dataclass(frozen=True)
class Ownership:
    """What the evidence of a day says on ownership. Each party stands under its first id."""

    view: View

    @cached_property
    def joins(self) -> Joins:
        """Which ids are one party."""
        return Joins(self.view)

    def head(self, party: str) -> str:
        """The first id of a party."""
        return self.joins.head(party)

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The ties that are read, leads among them, by the id of the statement."""
        return {s.id: s for s in self._ties}

    def ends(self, statement: str) -> set[str]:
        """The first ids of both ends of a tie."""
        s = self.statements[statement]
        return {self.head(s.party), self.head(s.value)}

    @cached_property
    def _ties(self) -> list[Statement]:
        of = readings()
        roles = ", ".join("?" * len({*of.reads, *of.links}))
        return self.view.meeting(
            f"prop = 'Ownership' OR (prop IN ('Representation', 'UnknownLink') AND ("
            f"detail->>'$.type' IN ({roles}) OR detail->>'$.role' IN ({roles})))",
            [*of.reads, *(r for r in of.links if r not in of.reads)] * 2,
        )

    @cached_property
    def _claims(self) -> dict[tuple[str, str], list[Told]]:
        found: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for s in self._ties:
            if (claim := told(s)) and claim.reading.as_ != "ended":
                found[self.head(claim.owner), self.head(claim.owned)].append(claim)
        return dict(found)

    @cached_property
    def aggregates(self) -> frozenset[str]:
        """Parties that stand for several, or for one without a name: no verdict is given on them."""
        return frozenset(self.head(s.party) for s in self.view.statements(prop="aggregate"))

    @cached_property
    def _things(self) -> frozenset[str]:
        """Parties that are property: ships, aircraft, accounts."""
        rows = self.view.statements(kind=tuple(sorted(THINGS)))
        return frozenset(self.head(s.party) for s in rows)

    @cached_property
    def things(self) -> dict[tuple[str, str], list[Told]]:
        """Who is said to own which property; the rules on entities do not decide it."""
        return {pair: c for pair, c in self._claims.items() if self._thing(pair[1], c)}

    def _thing(self, owned: str, claims: list[Told]) -> bool:
        return owned in self._things or any(c.reading.as_ == "property" for c in claims)

    @cached_property
    def holdings(self) -> Holdings:
        """Who holds how much of whom."""
        pairs = sorted(
            pair for pair in self._claims if pair not in self.things and not self.aggregates & set(pair)
        )
        ids = sorted({party for pair in pairs for party in pair})
        place = {party: i for i, party in enumerate(ids)}
        read = {pair: joined(self._claims[pair]) for pair in pairs}
        return merged(
            ids,
            Rows(
                owner=np.array([place[a] for a, _ in pairs], np.int32),
                owned=np.array([place[b] for _, b in pairs], np.int32),
                low=np.array([read[pair][0] for pair in pairs], np.int64),
                high=np.array([read[pair][1] for pair in pairs], np.int64),
                control=np.array([INDICATED if read[pair][2] else NO_CONTROL for pair in pairs], np.uint8),
                joint=np.full(len(pairs), -1, np.int32),
            ),
            self._findings({pair: r[3] for pair, r in read.items()}),
            [tuple(c.statement.id for c in self._claims[pair]) for pair in pairs],
        )

    def _findings(self, differs: dict[tuple[str, str], bool]) -> list[Finding]:
        claims = {pair: self._claims[pair] for pair in differs}
        ended = [s for s in self._ties if (c := told(s)) and c.reading.as_ == "ended"]
        accused = {p[1]: c for p, c in claims.items() if all(one.accused for one in c)}
        unsized = [
            p[1] for p, c in claims.items() if not any(one.stated for one in c) and any(o.high for o in c)
        ]
        leads = [s for s in self._ties if s.lead or s.grade == Grade.ACQUITTED]
        return [
            *about(
                "share_not_stated", "No source says how large the holding is: anything up to 100%.", unsized
            ),
            *about(
                "sources_differ",
                "Sources give different shares: the least and the largest of them are the range.",
                [pair[1] for pair, apart in differs.items() if apart],
            ),
            *about(
                "accusation_only",
                "The tie rests on an accusation alone: it makes nothing certain.",
                list(accused),
                [one.statement.id for c in accused.values() for one in c],
            ),
            *about(
                "stands_for_several",
                "Owners or companies that a source does not name one by one are left out.",
                [party for pair in self._claims for party in pair if party in self.aggregates],
            ),
            *about(
                "ended",
                "A former owner counts no more.",
                [self.head(s.value) for s in ended],
                [s.id for s in ended],
            ),
            *about(
                "unverified",
                "Unverified ties are shown as leads and decide nothing.",
                [self.head(s.value) for s in leads],
                [s.id for s in leads],
            ),
        ]

    def listings(self, rule: Rule) -> dict[str, list[Statement]]:
        """The listings of the rule's authority that block, by the first id of the party."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.view.statements(prop=LISTING, value=rule.authority):
            if not s.lead and str(s.details.get("list", "")) not in rule.lists_that_block_nothing:
                found[self.head(s.party)].append(s)
        return dict(found)

    def by_status(self, rule: Rule, on: str) -> frozenset[str]:
        """Parties that the rule's authority blocks by what they are, whether it lists them or not."""
        if rule.status is None or on < rule.status.from_:
            return frozenset()
        kind, country = rule.status.kind, rule.status.country
        bodies = {self.head(s.party) for s in self.view.statements(kind=kind) if not s.lead}
        there = self.view.statements(prop=("country", "jurisdiction", "nationality"), kind=kind)
        here = {self.head(s.party) for s in there if s.value.upper() == country and not s.lead}
        return frozenset(bodies & here)
