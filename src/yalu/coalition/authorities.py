"""Who may act, on which ground, by which instrument and between which days; duties and calls told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from yalu.evidence.powers import effect
from yalu.evidence.view import Item, View, items
from yalu.model.statement import Statement
from yalu.model.vocabulary import OWN_KNOWLEDGE
from yalu.regimes.criteria import Criteria, Criterion

FIELDS = ("jurisdiction", "instrument", "provision", "measure_type", "target_class", "effect", "start", "end")


class Force(StrEnum):
    """What a row is. A call of the Security Council is no duty, and a power is no finding about anybody."""

    DUTY = "duty"  # every state shall
    CALL = "call"  # states are called upon, asked, or warned to be vigilant
    MUST = "must list"  # whoever meets the ground shall be listed
    MAY = "may list"  # whoever meets the ground may be listed
    MEASURE = "measure"  # what a state's own law bans or freezes
    LISTING = "listing"  # an act that listed parties
    EXEMPTION = "exemption"
    FRAMEWORK = "framework"  # the act under which the others stand
    BODY = "body"  # a committee, a panel, a team
    POSITION = "position"  # a policy or a status


@dataclass(frozen=True, slots=True)
class Authority:
    """One paragraph or section in force. ``until`` is empty where no end is known, by the day asked."""

    id: str
    by: str
    instrument: str
    provision: str
    measure: str
    covers: str
    effect: str
    since: str
    until: str
    force: Force
    verified: bool
    doubts: tuple[str, ...]
    """Fields that no stored text backs."""
    criteria: tuple[Criterion, ...]
    statements: tuple[Statement, ...]

    @property
    def cites(self) -> list[str]:
        """Ids of the works that carry it."""
        told = {one for s in self.statements for one in s.cited}
        return sorted(told or {one for c in self.criteria for one in c.src})

    def as_json(self) -> dict[str, Any]:
        """The row as JSON shows it."""
        return {
            "id": self.id,
            "by": self.by,
            "force": self.force.value,
            "instrument": self.instrument,
            "provision": self.provision,
            "measure": self.measure,
            "covers": self.covers,
            "effect": self.effect,
            "since": self.since,
            "until": self.until,
            "verified": self.verified,
            "not_read": list(self.doubts),
            "criteria": [{"id": c.id, "provision": c.provision, "text": c.text} for c in self.criteria],
            "sources": self.cites,
            "statements": [s.id for s in self.statements],
        }


def authorities(view: View, criteria: Criteria, by: str = "") -> list[Authority]:
    """The rows in force on the view's day, in the order of the casebook; ``by`` narrows them to one.

    A row that the day does not show, since no dated text of it is held, is given by its criteria: these have
    sources of their own, and a law is public on its own day.
    """
    standing = [c for c in criteria.criteria if c.stands(view.when.on, view.when.mode)]
    asking = _asking(view, criteria)
    made = [
        _row(item, criteria, standing, asks=item.id in asking)
        for item in in_force(view)
        if item.one("jurisdiction") and item.one("instrument")
    ]
    shown = {row.id for row in made}
    for name in dict.fromkeys(c.authority for c in standing if c.authority not in shown):
        made.append(_by_criteria(view, name, [c for c in standing if c.authority == name]))
    return sorted((row for row in made if not by or row.by == by), key=lambda row: row.id)


def in_force(view: View) -> list[Item]:
    """The authorities that stand on the view's day, its first and its last day included.

    A view takes a row for over on the day that it gives as its end, since most things end by being gone on
    that day. A law's last day is one on which it still stands, so those whose last day it is are added.
    """
    found = {item.id: item for item in items(view, "Authority")}
    when = view.when
    if when.on == date.min.isoformat():  # no day comes before it
        return [found[name] for name in sorted(found)]
    before = (date.fromisoformat(when.on) - timedelta(days=1)).isoformat()
    yesterday = view.evidence.at(when.as_of, before, when.mode)
    last: dict[str, Item] = {}
    for s in yesterday.meeting("kind = 'Authority' AND to_hi = ?", [when.on]):
        if s.party not in found:
            last.setdefault(s.party, Item(s.party, [])).statements.append(s)
    found |= last
    return [found[name] for name in sorted(found)]


def _by_criteria(view: View, name: str, grounds: Sequence[Criterion]) -> Authority:
    first = grounds[0]
    return Authority(
        id=name,
        by=first.by,
        instrument=first.instrument,
        provision=", ".join(dict.fromkeys(c.provision for c in grounds)),
        measure="",
        covers="",
        effect="",
        since=first.since,
        until=first.ended(view.when.as_of),
        force=Force.MUST if all(c.must for c in grounds) else Force.MAY,
        verified=any(c.basis != OWN_KNOWLEDGE for c in grounds),
        doubts=tuple(sorted({d for c in grounds for d in c.unverified})),
        criteria=tuple(grounds),
        statements=(),
    )


def _asking(view: View, criteria: Criteria) -> set[str]:
    """The rows that ask for something and do not decide it.

    That much of a row is true from its first day, also where its text mentions something later and so is not
    shown yet: nothing but this one word is taken from it.
    """
    rows = view.evidence.rows("kind = 'Authority' AND prop = 'effect'")
    return {s.party for s in rows if s.value.startswith(tuple(criteria.vigilance))}


def _row(item: Item, criteria: Criteria, standing: Sequence[Criterion], *, asks: bool) -> Authority:
    grounds = tuple(c for c in standing if c.authority == item.id)
    told = item.all(*FIELDS)
    doubts = sorted({name for s in item.statements for name in s.unverified.split(";") if name})
    return Authority(
        id=item.id,
        by=item.text("jurisdiction"),
        instrument=item.text("instrument"),
        provision=item.text("provision").strip("-"),
        measure=item.text("measure_type"),
        covers=item.text("target_class").strip("-"),
        effect=effect(item.text("effect")),
        since=item.text("start") or _since(told),
        until=item.text("end"),
        force=_force(item, criteria, grounds, asks=asks),
        verified=item.verified,
        doubts=tuple(doubts),
        criteria=grounds,
        statements=tuple(told),
    )


def _since(told: Sequence[Statement]) -> str:
    return min((s.clocks.from_.text() for s in told if s.from_hi), default="")


def _force(item: Item, criteria: Criteria, grounds: Sequence[Criterion], *, asks: bool) -> Force:
    measure = item.text("measure_type")
    for force, name in _BY_MEASURE.items():
        if measure in criteria.forces.get(name, ()):
            return force
    if grounds:
        return Force.MUST if all(c.must for c in grounds) else Force.MAY
    if item.text("jurisdiction") != "UN":
        return Force.MEASURE
    return Force.CALL if asks else Force.DUTY


_BY_MEASURE = {
    Force.LISTING: "designates",
    Force.EXEMPTION: "exempts",
    Force.BODY: "body",
    Force.POSITION: "position",
    Force.FRAMEWORK: "framework",
    Force.MUST: "must",
    Force.MAY: "may",
}
