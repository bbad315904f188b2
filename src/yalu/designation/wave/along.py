"""Whom ownership rules block along with the parties of a wave, and what parties are worth to cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from yalu.designation.wave.coverage import Worth
from yalu.designation.wave.model import WavePair
from yalu.errors import UsageError
from yalu.evidence.scope import Scope
from yalu.network.breaking.arrays import Network
from yalu.ownership import RULES, Court, Docket, Says, rule

DOLLARS = ("USD", "US$")


class Along:
    """The holdings of a day, read once."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.docket = Docket(scope.view)
        self._courts: dict[str, Court | None] = {}

    def court(self, authority: str) -> Court | None:
        """The court by the authority's own rule, or None where none is held that stood on the day."""
        if authority not in self._courts:
            own = next((r for name in RULES if (r := rule(name)).authority == authority), None)
            try:
                self._courts[authority] = self.docket.court(own) if own else None
            except UsageError:  # the rule said nothing on that day
                self._courts[authority] = None
        return self._courts[authority]

    def by_one(self, pair: WavePair) -> list[str]:
        """Whom this listing alone would block for certain."""
        court = self.court(pair.authority)
        if court is None or pair.party not in self.docket.holdings.number:
            return []
        return self.docket.what_if(court.rule, pair.party).get(Says.BLOCKED, [])

    def together(self, pairs: Sequence[WavePair]) -> dict[str, dict[str, Any]]:
        """By authority whom its listings block when made on one day; shares add up where the rule has it."""
        found: dict[str, dict[str, Any]] = {}
        for authority in dict.fromkeys(pair.authority for pair in pairs):
            court = self.court(authority)
            if court is None:
                found[authority] = {
                    "rule": "",
                    "said": "no rule on ownership of this authority is held for the day",
                }
                continue
            listed = {*court.parties(Says.LISTED), *(p.party for p in pairs if p.authority == authority)}
            after = Court(self.docket.holdings, court.rule, self.docket.on, listed)
            found[authority] = {"rule": court.rule.id, "said": court.rule.name} | {
                key: [
                    {"party": one, "name": self.scope.view.name(one)}
                    for one in after.parties(says)
                    if court.says(court.holdings.number[one]) is not says
                ]
                for key, says in (("blocked", Says.BLOCKED), ("control_indicated", Says.CONTROL))
            }
        return found

    def worth(self, pairs: Sequence[WavePair], network: Network) -> Worth:
        """What each pair and party would add to what a wave covers."""
        ties = dict(zip(network.ids, network.degrees.tolist(), strict=True))
        return Worth(
            {pair.key: found for pair in pairs if (found := self.by_one(pair))},
            amounts(self.scope),
            {pair.party: ties.get(pair.party, 0) for pair in pairs},
        )


def amounts(scope: Scope) -> dict[str, int]:
    """For each party the largest sum in whole dollars that one of its ties states.

    The largest and not the sum, since sources tell of one sum in several ties.
    """
    found: dict[str, int] = defaultdict(int)
    for s in scope.ties:
        said = s.details.get("amount")
        if (
            s.lead
            or not said
            or s.details.get("currency") not in DOLLARS
            or "amount" in s.unverified.split(";")
        ):
            continue
        try:
            sum_ = int(Fraction(str(said)))
        except ValueError:  # a source's own words, such as "several million"
            continue
        for party in (scope.head(s.party), scope.head(s.value)):
            found[party] = max(found[party], sum_)
    return dict(found)
