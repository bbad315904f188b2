"""The check of a claim about shares: how much of each authority's parties have a country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import orjson

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.model import figures as f
from yalu.model.sentence import MUTATION, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.publish.verdict import CONFIRMED, DIFFERS, UNCHECKED, Verdict, unchecked

TOLERANCE = 1.0
"""Percentage points by which a recomputed share may miss the claim and still confirm it."""

COUNTRY = "country"


@dataclass(frozen=True)
class Half:
    """One list of the claim: what is claimed of it, and what its share is recomputed from."""

    claimed: Statement
    country: str
    cited: tuple[Statement, ...]

    @property
    def authority(self) -> str:
        return str(self.claimed.details["listed_by"])

    @property
    def status(self) -> str:
        """Whether the recomputed share is the claimed one."""
        ours, known = parts(self.cited, self.authority, self.country)
        if not known:
            return UNCHECKED
        low, high = self.claimed.details["low"], self.claimed.details["high"]
        return CONFIRMED if low - TOLERANCE <= 100 * ours / known <= high + TOLERANCE else DIFFERS


def share_of_listed(scope: Scope, item: Item) -> Verdict:
    """Recompute each share on the day of the claim; one that differs decides, one that cannot be is told."""
    when, country = scope.view.when, item.text("country")
    then = Scope(scope.view.evidence.at(when.as_of, item.text("on_day"), when.mode), scope.plan)
    halves = [Half(claimed, country, _cited(then, claimed, country)) for claimed in item.all("shares")]
    statuses = {half.status for half in halves}
    if not statuses - {UNCHECKED}:
        return unchecked(
            "The countries of the listed parties were not public, so no share can be recomputed."
        )
    status = next(s for s in (DIFFERS, UNCHECKED, CONFIRMED) if s in statuses)
    template = (
        "Recomputed from the listings that are held, by the countries that the lists give them today:"
        " {shares}."
    )
    cited = {s.id: s for half in halves for s in (half.claimed, *half.cited)}
    phrases = [_phrase(half) for half in halves]
    return Verdict(
        status,
        sentence(
            template,
            cited.values(),
            shares=lambda seen: "; ".join(phrase(seen) for phrase in phrases),
        ),
    )


def parts(seen: Sequence[Statement], authority: str, country: str) -> tuple[int, int]:
    """How many parties of a list have the country, and how many have any."""
    on_list = {s.party for s in seen if f.on_list(authority)(s)}
    countries = [s for s in seen if s.prop == COUNTRY and not s.value.startswith(MUTATION)]
    known = on_list & {s.party for s in countries}
    return len(known & {s.party for s in countries if s.value == country}), len(known)


def _cited(then: Scope, claimed: Statement, country: str) -> tuple[Statement, ...]:
    """The listings of an authority, and one country of each party: the one asked for if it has that."""
    authority = str(claimed.details["listed_by"])
    countries: dict[str, Statement] = {}
    ranked = sorted(then.view.statements(prop=COUNTRY), key=lambda s: (s.value != country, s.party, s.id))
    for s in ranked:
        head = then.head(s.party)
        countries.setdefault(head, replace(s, party=head))
    listed = [s for s in then.listings if s.value == authority and s.kind not in ("Vessel", "Airplane")]
    known = [s for s in listed if s.party in countries]
    return tuple(one for s in known for one in (s, countries[s.party]))


def _phrase(half: Half) -> SlotFunction:
    """``on the US list 60 of 67 parties, 89.6 percent (claimed: 91)``; the claim's figures from its row."""

    def made(seen: Sequence[Statement]) -> str:
        said = orjson.loads(next(s.value for s in seen if s.id == half.claimed.id))
        authority = str(said["listed_by"])
        ours, known = parts(seen, authority, half.country)
        figure = str(said["low"]) if said["low"] == said["high"] else f"{said['low']} to {said['high']}"
        share = f"{100 * ours / known:.1f} percent" if known else "no share, since no country was public"
        return f"on the {authority} list {ours:,} of {known:,} parties, {share} (claimed: {figure})"

    return made
