"""Release, review or stop, with the reasons; the rules are ``decision.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yalu.payments.chain.rules import rules
from yalu.payments.model import Finding
from yalu.screening import Hit

RELEASE, REVIEW, STOP = "release", "review", "stop"
ORDER = {RELEASE: 0, REVIEW: 1, STOP: 2}


@dataclass(slots=True)
class Match:
    """A hit with its place in the payment, and what the evidence of the day says of the party."""

    payment: int
    uetr: str
    role: str
    part: str
    asked: str
    hit: Hit
    as_of: str
    span: tuple[int, int] | None = None
    exact: bool = True
    """Of a span: whether it is the name word by word."""
    number: bool = False
    """Whether a number that names a party is the same."""
    ownership: tuple[dict[str, Any], ...] = ()
    distance: int = -1
    """Evidenced ties to the nearest listed party; -1 where none leads there."""

    def as_dict(self) -> dict[str, Any]:
        """The match as JSON shows it."""
        found = {
            "payment": self.payment,
            "uetr": self.uetr,
            "role": self.role,
            "part": self.part,
            "asked": self.asked,
            "as_of": self.as_of,
        }
        if self.span is not None:
            found["span"] = list(self.span)
        found |= self.hit.as_dict()
        found["ownership"] = list(self.ownership)
        found["distance"] = self.distance if self.distance >= 0 else None
        return found


def of_match(match: Match) -> tuple[str, str]:
    """What one match asks for, and why; the reason is empty for a release."""
    hit, said = match.hit, rules()
    where = f"{match.role} {match.asked!r}"
    if match.part in said.stop.parts and strong(match):
        lists = ", ".join(sorted({one.text() for one in hit.lists if not one.delisted}))
        if hit.status in said.stop.statuses:
            return STOP, f"{where} is {hit.name} word by word or by number: {lists}"
        for verdict in match.ownership:
            if verdict["verdict"] in said.stop.ownership:
                owners = ", ".join(verdict["from_listed_names"])
                return STOP, f"{where} is {hit.name}: {verdict['means']} ({verdict['rule']}; from {owners})"
    if hit.status in said.review.statuses:
        return REVIEW, f"{where} may be {hit.name} ({hit.status}), score {hit.score:.2f}"
    for verdict in match.ownership:
        if verdict["verdict"] in said.review.ownership:
            return REVIEW, f"{where} may be {hit.name}: {verdict['means']} ({verdict['rule']})"
    if 0 < match.distance <= said.review.distance:
        ties = "1 tie" if match.distance == 1 else f"{match.distance} ties"
        return REVIEW, f"{where} may be {hit.name}, {hit.status}: {ties} from a listed party"
    if hit.delisted and said.review.delisted:
        return REVIEW, f"{where} may be {hit.name}, which is delisted"
    return RELEASE, ""


def strong(match: Match) -> bool:
    """Whether the party asked for is this one word by word, or by a number that names it."""
    hit, stop = match.hit, rules().stop
    if match.number and hit.score >= stop.number.value:
        return True
    line = stop.person if hit.kind == "Person" else stop.organization
    return hit.name_score >= rules().exact_name.value and hit.score >= line.value


def of_findings(findings: Iterable[Finding]) -> list[str]:
    """The reasons that findings give for a review."""
    asked = rules().review.findings
    return [finding.text for finding in findings if finding.code in asked]


def worse(one: str, other: str) -> str:
    """The stricter of two decisions."""
    return one if ORDER[one] >= ORDER[other] else other
