"""The executive restriction beside the statute that the memo asks for: reach, length, exceptions, end.

What the executive one did is computed from its notices and from the detentions; of a statute nothing was
enacted that is held here, so its column says what is asked for, as a lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import items
from yalu.model import figures as f
from yalu.model.dates import partial
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.travel.detentions import TOURISM, Detention
from yalu.travel.passport import Notice, Rules
from yalu.travel.verdict import PURPOSES

ASPECTS = ("covers", "lasts", "exceptions", "ends")
STATUTE_COVERS = ("tourism",)
"""The purposes that a statute on tourist travel reaches, by its own words."""


@dataclass(frozen=True)
class Instrument:
    """A way to restrict travel; ``verified`` is false for what no stored text backs."""

    id: str
    name: str
    made_by: str
    aspects: dict[str, str]
    verified: bool
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, Any]:
        """The instrument by aspect; an aspect that is not known is empty."""
        return {
            "id": self.id,
            "name": self.name,
            "made_by": self.made_by,
            **{a: self.aspects.get(a, "") for a in ASPECTS},
            "verified": self.verified,
            "sources": ids(self.statements),
        }


@dataclass(frozen=True)
class Record:
    """What the executive restriction did by the day asked."""

    notices: int
    first_day: str
    last_day: str
    days_in_force: int
    gaps: tuple[str, ...]
    longest: int
    unknown_since: str

    def as_json(self) -> dict[str, Any]:
        """The record as it stands."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in self.__dict__.items()}


def instruments(scope: Scope) -> list[Instrument]:
    """The ways that were public by the day."""
    return [
        Instrument(
            i.id,
            i.text("name"),
            i.text("made_by"),
            {a: i.text(a) for a in ASPECTS if i.one(a)},
            i.verified,
            tuple(i.statements),
        )
        for i in items(scope.view, "TravelStatute")
        if i.one("name")
    ]


def record(notices: Sequence[Notice], as_of: str) -> Record | None:
    """How often it was extended, for how many days it stood by ``as_of``, and where it lapsed."""
    spans = sorted((n.begins.hi, n.ends.lo) for n in notices)
    if not spans:
        return None
    days, gaps, reached = 0, [], ""
    for first, last in spans:
        begin = max(first, _next(reached)) if reached else first
        if reached and first > _next(reached):
            gaps.append(f"{_next(reached)}..{_before(first)}")
        end = min(last, as_of)
        if begin <= end:
            days += _days(begin, end)
        reached = max(reached, last)
    longest = max(_days(first, last) for first, last in spans)
    unknown = _next(reached) if reached < as_of else ""
    return Record(len(spans), spans[0][0], reached, days, tuple(gaps), longest, unknown)


def reached(cases: Sequence[Detention], scope: Scope) -> dict[str, list[str]]:
    """The backed cases of US nationals by what would have reached them.

    A statute on tourist travel reaches who came as a tourist; a passport restriction also who came for
    another purpose that a source names. Of the others no source says for what they came.
    """
    found: dict[str, list[str]] = {"statute and restriction": [], "restriction alone": [], "not stated": []}
    for case in cases:
        if not case.item.verified or not case.item.text("nationality").startswith("US"):
            continue
        visit = case.item.text("visit")
        key = (
            "statute and restriction" if visit == TOURISM else "restriction alone" if visit else "not stated"
        )
        found[key].append(case.item.text("name"))
    return found


def purposes(rules: Rules) -> list[dict[str, str]]:
    """What each does with each purpose that can be asked."""
    grounds = {g.code for g in rules.grounds}
    return [
        {
            "purpose": name,
            "restriction": "validation on a named ground" if ground in grounds and ground else "prohibited",
            "statute": "reached" if name in STATUTE_COVERS else "not reached by its subject",
        }
        for name, ground in PURPOSES.items()
    ]


def told(scope: Scope, cases: Sequence[Detention]) -> list[Sentence]:
    """What the restriction by notice covers and for how long, and whom either way would have reached."""
    said = [
        sentence(
            "The {name} covers {covers}; it lasts {lasts}; excepted: {exceptions}.",
            [s for p in ("name", "covers", "lasts", "exceptions") for s in way.statements if s.prop == p],
            fill={p: f.value(f.having(p)) for p in ("name", "covers", "lasts", "exceptions")},
        )
        for way in instruments(scope)
        if way.verified and set(ASPECTS) <= set(way.aspects)
    ]
    people = [c for c in cases if c.item.verified and c.item.text("nationality").startswith("US")]
    if said and people:
        said.append(_reached(people))
    return said


def _reached(people: Sequence[Detention]) -> Sentence:
    def came(*, tourists: bool) -> SlotFunction:
        def made(seen: Sequence[Statement]) -> str:
            visits = {s.party: s.value for s in seen if f.having("visit")(s)}
            named = {s.party for s in seen if f.having("nationality")(s)}
            return str(sum((v == TOURISM) == tourists for p, v in visits.items() if p in named))

        return made

    return sentence(
        "Of {all} detained US nationals whom a source backs, {tourists} came for tourism, which a statute on"
        " tourist travel would reach, and {others} for another stated purpose, which a restriction of"
        " passports alone reaches; of the rest no source says.",
        [s for c in people for s in c.all("nationality", "visit")],
        all=f.parties(f.having("nationality")),
        tourists=came(tourists=True),
        others=came(tourists=False),
    )


def doubts(scope: Scope) -> list[Sentence]:
    """Statutes of which no text is held."""
    leads = [s for w in instruments(scope) if not w.verified for s in w.statements if s.prop == "name"]
    if not leads:
        return []
    return [
        sentence(
            "Unverified, since no text of it is held, so its reach and its end are not compared: {names}.",
            leads,
            names=f.value(lambda s: s.prop == "name"),
        )
    ]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _next(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()


def _before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(partial(day).lo).toordinal() - 1).isoformat()
