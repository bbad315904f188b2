"""What would change a verdict: a share that is settled, sold or bought, a listing, a delisting, another day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yalu.ownership.shares import Share, figure, span
from yalu.ownership.verdict import Court, Says, Verdict

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


def changes(court: Court, verdict: Verdict) -> list[Change]:
    """What would change the verdict, the nearest first; each is computed by the same rule."""
    party = court.holdings.number[verdict.party]
    found: list[Change] = []
    if verdict.says in (Says.UNCERTAIN, Says.CONTROL):
        found += _open_questions(verdict)
    if verdict.says is Says.BLOCKED:
        found += _sale(court, verdict, party) + _delistings(court, verdict, party)
    if verdict.says is Says.NOT_BLOCKED:
        found += _purchase(verdict) + _listings(court, party)
    return found + _other_days(court, verdict, party)


def _open_questions(verdict: Verdict) -> list[Change]:
    shares = [s for s in verdict.proof if s.low != s.high and s.ground != "control"]
    controls = [s for s in verdict.proof if s.ground == "control"]
    return [
        *(
            Change(
                "settle_share",
                f"What {s.owner} holds of {s.owned} is known only as {span(s.low, s.high)}: the exact share decides.",
                party=s.owner,
            )
            for s in shares
        ),
        *(
            Change(
                "weigh_control",
                f"Whether {s.owner} in fact controls {s.owned} decides.",
                party=s.owner,
            )
            for s in controls
            if verdict.period.control
        ),
    ]


def _sale(court: Court, verdict: Verdict, party: int) -> list[Change]:
    if any(s.ground == "control" and s.owned == verdict.party for s in verdict.proof):
        return [Change("end_control", "It would have to be free of the control, and below the threshold.")]
    spare = max(court.independent(party) - verdict.period.needed, 0)
    edge = "" if spare else "any part of the share; they hold exactly what is needed"
    return [
        Change(
            "sale",
            f"A sale by blocked owners of {edge or f'more than {figure(spare)} percentage points'}.",
            Says.NOT_BLOCKED,
            points=spare,
        )
    ]


def _purchase(verdict: Verdict) -> list[Change]:
    missing = verdict.period.needed - verdict.high
    return [
        Change(
            "purchase",
            f"Blocked parties hold {verdict.range_text()}; {figure(missing)} percentage points more would block it.",
            Says.BLOCKED,
            points=missing,
        )
    ]


def _delistings(court: Court, verdict: Verdict, party: int) -> list[Change]:
    """Each listed party without whom the verdict would be another."""
    ids, found = court.holdings.ids, []
    for one in [court.holdings.number[start] for start in verdict.start][:TRIED]:
        if court.with_listed(drop=one).level(party) is None:
            found.append(
                Change("delisting", f"The delisting of {ids[one]}.", Says.NOT_BLOCKED, party=ids[one])
            )
    return found


def _listings(court: Court, party: int) -> list[Change]:
    """Owners, and owners of owners, whose listing alone would block the party."""
    ids, found = court.holdings.ids, []
    for one in _owners(court, party):
        level = court.with_listed(add=one).level(party)
        if level is not None:
            word = "would block it" if not level else "could block it"
            found.append(Change("listing", f"The listing of {ids[one]} {word}.", party=ids[one]))
    return found


def _owners(court: Court, party: int) -> list[int]:
    h, found, waiting = court.holdings, [], [party]
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
    found = []
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
