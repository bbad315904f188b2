"""Both programs on one timeline: parties, suppliers, visits, carriers, ships, and what answers each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import CASEBOOK, Scope
from yalu.evidence.view import Item, items
from yalu.iran import events, parties
from yalu.iran.brought import Given
from yalu.iran.coincidence import LEAST, Coincidence, coincidence
from yalu.model.dates import partial
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.regimes.brief import ScopeMark

OWN, PARTNER = "KP", "IR"


@dataclass(frozen=True)
class Moment:
    """One event: its days, kind and words, and the authorities of the day that answer it."""

    date: str
    until: str
    kind: str
    what: str
    answers: tuple[str, ...]
    statements: tuple[Statement, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The event; one that a user brought has no sources."""
        return {
            "date": self.date,
            "until": self.until,
            "kind": self.kind,
            "what": self.what,
            "answers": list(self.answers),
            "sources": ids(self.statements),
        }


@dataclass(frozen=True)
class Shared:
    """A party of both programs, or one between them: why, and on which lists of either."""

    party: str
    name: str
    why: str
    lists: tuple[str, ...]
    partner_lists: tuple[str, ...]
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, Any]:
        """The party with its lists."""
        return {
            "party": self.party,
            "name": self.name,
            "why": self.why,
            "lists": list(self.lists),
            "partner_lists": list(self.partner_lists),
            "sources": ids(self.statements),
        }


@dataclass(frozen=True)
class Ship:
    """A ship that called in both countries, by the calls that a user brought."""

    ship: str
    calls: tuple[tuple[str, str], ...]
    known: str


class Watch:
    """What a day knows of work for both programs; nothing is computed until it is asked."""

    def __init__(self, scope: Scope, marks: Sequence[ScopeMark]) -> None:
        self.scope = scope
        self.view = scope.view
        self.marks = marks

    @cached_property
    def partner_listed(self) -> dict[str, dict[str, Statement]]:
        """Each party on a list of the partner's program, by its first id: the lists, with what says so."""
        found: dict[str, dict[str, Statement]] = {}
        for mark in self.marks:
            for s in self.view.statements(source=mark.source, prop=mark.prop):
                said = str(s.details.get(mark.detail, "")) if mark.detail else s.value
                if said in mark.values:
                    label = s.value if s.prop == LISTING else f"{mark.source}: {s.value}"
                    found.setdefault(self.scope.head(s.party), {}).setdefault(label, s)
        return found

    @cached_property
    def members(self) -> dict[str, Item]:
        """The parties of the partner's program that a source names, by first id."""
        return {self.scope.head(i.text("party")): i for i in parties.public(self.scope)}

    @cached_property
    def own_lists(self) -> dict[str, list[Statement]]:
        """The listings of the regime's parties, by first id."""
        found: dict[str, list[Statement]] = {}
        for s in self.scope.listings:
            found.setdefault(self.scope.head(s.party), []).append(s)
        return found

    @cached_property
    def regime_marked(self) -> frozenset[str]:
        """The first ids of parties that a list, or the casebook by program, puts under the regime."""
        found = set()
        for mark in self.scope.plan.scope:
            from_ = (mark.source, CASEBOOK) if mark.prop == "program" else mark.source
            for s in self.view.statements(source=from_, prop=mark.prop):
                said = str(s.details.get(mark.detail, "")) if mark.detail else s.value
                if said in mark.values:
                    found.add(self.scope.head(s.party))
        return frozenset(found)

    @cached_property
    def own(self) -> frozenset[str]:
        """The regime's own parties, by first id: of its country, or put under it by a list."""
        country = self.scope.plan.country
        rows = self.view.statements(source=CASEBOOK, prop="country", value=country) if country else []
        return self.regime_marked | {self.scope.head(s.party) for s in rows}

    @cached_property
    def partner(self) -> frozenset[str]:
        """The partner's own parties: named in its program or on its lists, and none of the regime's."""
        return frozenset({*self.members, *self.partner_listed}) - self.own

    def both(self) -> list[Shared]:
        """The regime's parties that lists, rows or backed ties put into the other program as well."""
        found: dict[str, Shared] = {}
        for head in sorted(self.own & set(self.partner_listed)):
            marks = self.partner_listed[head]
            found[head] = self._shared(head, "on lists of both programs", marks.values())
        for head in sorted(self.own & set(self.members)):
            row = self.members[head]
            why = f"named with the other program: {row.text('role') or 'role not stated'}"
            found.setdefault(head, self._shared(head, why, row.all("name", "role")))
        for tie in self.scope.ties:
            ends = {self.scope.head(tie.party), self.scope.head(tie.value)}
            if ends & self.partner:
                for head in sorted(ends & self.own):
                    found.setdefault(head, self._shared(head, self._told(tie), [tie]))
        return list(found.values())

    def suppliers(self) -> list[Shared]:
        """Third parties with a backed tie to each program."""
        near: dict[str, tuple[set[str], set[str], list[Statement]]] = {}
        for tie in self.scope.ties:
            ends = self.scope.head(tie.party), self.scope.head(tie.value)
            for me, other in (ends, ends[::-1]):
                inside, outside, seen = near.setdefault(me, (set(), set(), []))
                if other in self.own | self.partner:
                    (inside if other in self.own else outside).add(other)
                    seen.append(tie)
        return [
            self._shared(head, f"tied to {len(inside)} of the one and {len(outside)} of the other", seen)
            for head, (inside, outside, seen) in sorted(near.items())
            if inside and outside and head not in self.own | self.partner
        ]

    def _told(self, tie: Statement) -> str:
        """The tie in words, in the direction in which it is stated."""
        near, far = self._name(self.scope.head(tie.party)), self._name(self.scope.head(tie.value))
        if tie.details.get("reversed"):
            near, far = far, near
        return f"{near} is {str(tie.details.get('role', tie.prop)).replace('_', ' ')} {far}"

    def _name(self, head: str) -> str:
        named = self.scope.named(head)
        return named.value if named else self.view.name(head)

    def _shared(self, head: str, why: str, seen: Iterable[Statement]) -> Shared:
        listed = self.own_lists.get(head, [])
        return Shared(
            head,
            self._name(head),
            why,
            tuple(dict.fromkeys(s.value for s in listed)),
            tuple(sorted(self.partner_listed.get(head, {}))),
            (*dict.fromkeys([*seen, *listed]),),
        )

    @cached_property
    def answers(self) -> dict[str, tuple[str, ...]]:
        """By kind of event, the authorities that stand on the day.

        Which row answers which kind is a reading and has no clock; each authority has its own.
        """
        standing = {i.id: i for i in items(self.view, "Authority") if i.one("instrument")}
        found: dict[str, list[str]] = {}
        rows = self.view.evidence.rows("kind = 'ProgramAnswer'")
        kinds = {s.party: s.value for s in rows if s.prop == "kind"}
        for s in rows:
            if s.prop == "authorities" and s.value in standing:
                row = standing[s.value]
                text = " ".join(row.text(p) for p in ("jurisdiction", "instrument", "provision"))
                mark = "" if row.verified else " (unverified: it decides nothing)"
                found.setdefault(kinds[s.party], []).append(text.removesuffix(" -") + mark)
        return {kind: tuple(some) for kind, some in found.items()}

    def answer(self, kind: str) -> tuple[str, ...]:
        """The authorities that answer a kind; its first word stands for kinds such as shipment_seized."""
        return self.answers.get(kind) or self.answers.get(kind.split("_")[0], ())

    def visits(self) -> list[Item]:
        """Visits and postings that a stored text backs."""
        found = (i for i in items(self.view, "ProgramVisit") if i.verified and i.one("who"))
        return sorted(found, key=lambda i: (i.text("date", "9999"), i.id))

    def places(self, kind: str) -> list[Item]:
        """Ports (``ProgramPort``) or carriers (``ProgramCarrier``), backed or not."""
        return [i for i in items(self.view, kind) if i.one("name")]

    def timeline(self, tests: Sequence[Given] = (), visits: Sequence[Given] = ()) -> list[Moment]:
        """Backed events of the day, and those that a user brought, in the order of their days."""
        asked = self.view.when.on
        found = [
            Moment(
                i.text("date"),
                i.text("date_to"),
                i.text("kind"),
                i.text("fact"),
                self.answer(i.text("kind")),
                tuple(i.all(*events.FIELDS)),
            )
            for i in events.public(self.view)
        ]
        for kind, given in (("test", tests), ("visit", visits)):
            found += [
                Moment(g.date, "", kind, g.what or kind, self.answer(kind)) for g in given if g.date <= asked
            ]
        return sorted(found, key=lambda m: (partial(m.date).lo, m.kind, m.what))

    def statistic(
        self, tests: Sequence[Given], visits: Sequence[Given]
    ) -> tuple[Coincidence | None, int, int]:
        """The test, or ``None``, with the numbers of whole days that are held of visits and of tests."""
        asked = self.view.when.on
        own = [i.text("date") for i in self.visits() if len(i.text("date")) == 10 and not i.one("date_to")]
        came = sorted({*own, *(g.date for g in visits)})
        came = [d for d in came if d <= asked]
        done = sorted({g.date for g in tests if g.date <= asked})
        if len(came) < LEAST or len(done) < LEAST:
            return None, len(came), len(done)
        span = min(came[0], done[0]), max(came[-1], done[-1])
        return coincidence(came, done, span), len(came), len(done)

    def ships(self, calls: Sequence[Given]) -> list[Ship]:
        """Ships with calls in both countries by the day, and what the evidence knows them as."""
        known = {
            s.value.upper(): s.party
            for s in self.view.statements(kind="Vessel", prop=("name", "imoNumber"))
            if s.prop not in EDGE_KINDS
        }
        made: dict[str, list[tuple[str, str]]] = {}
        for g in calls:
            if g.date <= self.view.when.on and g.country in (OWN, PARTNER):
                made.setdefault(g.ship, []).append((g.date, g.country))
        return [
            Ship(ship, tuple(some), known.get(ship, ""))
            for ship, some in sorted(made.items())
            if {c for _, c in some} == {OWN, PARTNER}
        ]
