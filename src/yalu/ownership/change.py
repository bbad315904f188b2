"""What would change a verdict: a share settled, sold or bought, a listing, a delisting, another day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yalu.ownership.rules import Period
from yalu.ownership.shares import Share, figure, span
from yalu.ownership.verdict import AT, Court, Says, Verdict

TRIED = 20
"""Listed parties whose delisting, and owners whose listing, are tried out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would give another verdict: ``kind`` for programs, ``says`` for readers."""

    kind: str
    says: str
    to: str = ""
    party: str = ""
    points: Share = 0

    def as_json(self) -> dict[str, Any]:
        """The change as JSON shows it; what does not apply is left out."""
        found: dict[str, Any] = {"change": self.kind, "text": self.says}
        if self.to:
            found["verdict"] = self.to
        if self.party:
            found["party"] = self.party
        if self.points:
            found["percentage_points"] = figure(self.points)
        return found


Name = Callable[[str], str]


def changes(court: Court, verdict: Verdict, name: Name = str) -> list[Change]:
    """What would change the verdict, computed by the same rule. ``name`` tells how to call a party."""
    party = court.holdings.number[verdict.party]
    found: list[Change] = []
    if verdict.says in (Says.UNCERTAIN, Says.CONTROL):
        found += _open_questions(verdict, name)
    if verdict.says is Says.BLOCKED:
        found += _sale(court, verdict, party) + _delistings(court, verdict, party, name)
    if verdict.says is Says.NOT_BLOCKED:
        found += _purchase(verdict) + _listings(court, party, name)
    return found + _other_days(court, verdict, party)


def _open_questions(verdict: Verdict, name: Name) -> list[Change]:
    found = []
    for s in verdict.proof:
        owner, owned = name(s.owner), name(s.owned)
        if s.ground == "control":
            words = f"Whether {owner} in fact controls {owned} decides."
            found.append(Change("weigh_control", words, party=s.owner))
        elif s.low != s.high:
            known = span(s.low, s.high)
            words = f"What {owner} holds of {owned} is known only as {known}: the exact share decides."
            found.append(Change("settle_share", words, party=s.owner))
    return found


def _sale(court: Court, verdict: Verdict, party: int) -> list[Change]:
    if any(s.ground == "control" and s.owned == verdict.party for s in verdict.proof):
        return [Change("end_control", "It would have to be free of the control, and below the threshold.")]
    spare = max(court.independent(party) - verdict.period.needed, 0)
    words = f"A sale by blocked owners of {_beyond(verdict.period, spare)}."
    return [Change("sale", words, Says.NOT_BLOCKED, points=spare)]


def _beyond(period: Period, spare: Share) -> str:
    """How much must go: one that needs more than 50% is free at 50%, one that needs 50% is not."""
    if period.at_least is None:
        return f"{figure(spare + 1)} percentage points or more"
    return f"more than {figure(spare)} percentage points" if spare else "any part of what they hold"


def _purchase(verdict: Verdict) -> list[Change]:
    period, missing = verdict.period, verdict.period.needed - verdict.high
    points = figure(missing) if period.at_least is not None else f"more than {figure(missing - 1)}"
    exact = verdict.low == verdict.high
    words = (
        f"Blocked parties hold {verdict.range_text()}; {points} percentage points more"
        f" {'would' if exact else 'could'} block it."
    )
    return [Change("purchase", words, Says.BLOCKED if exact else Says.UNCERTAIN, points=missing)]


def _delistings(court: Court, verdict: Verdict, party: int, name: Name) -> list[Change]:
    """Each listed party without whom the verdict would be another."""
    found = []
    for start in verdict.start[:TRIED]:
        if court.with_listed(drop=court.holdings.number[start]).level(party) is None:
            words = f"The delisting of {name(start)}."
            found.append(Change("delisting", words, Says.NOT_BLOCKED, party=start))
    return found


def _listings(court: Court, party: int, name: Name) -> list[Change]:
    """Owners, and owners of owners, whose listing alone would block the party."""
    found: list[Change] = []
    for number in _owners(court, party):
        owner, level = court.holdings.ids[number], court.with_listed(add=number).level(party)
        if level is not None:
            words = f"The listing of {name(owner)} {'could' if level else 'would'} block it."
            found.append(Change("listing", words, AT[level], party=owner))
    return found


def _owners(court: Court, party: int) -> list[int]:
    h, waiting = court.holdings, [party]
    found: list[int] = []
    seen = {party, *court.listed}
    while waiting and len(found) < TRIED:
        for e in h.of(waiting.pop(0)):
            owner = int(h.owner[e])
            if owner not in seen:
                seen.add(owner)
                found.append(owner)
                waiting.append(owner)
    return found[:TRIED]


def _other_days(court: Court, verdict: Verdict, party: int) -> list[Change]:
    """The verdict on the same ties and listings by what the rule said before, or says since."""
    found: list[Change] = []
    if verdict.says is Says.LISTED:
        return []
    listed = set(court.parties(Says.LISTED))
    for period in court.rule.periods:
        if period is court.period:
            continue
        day = period.from_ or "0001-01-01"
        other = Court(court.holdings, court.rule, day, listed).says(party)
        if other is not verdict.says:
            when = f"before {period.to}" if period.to and period.to <= court.on else f"from {period.from_} on"
            words = f"Under the rule {when} ({period.short}) the same ties give: {other}."
            found.append(Change("date", words, other))
    return found
