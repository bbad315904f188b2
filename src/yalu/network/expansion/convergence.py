"""Where otherwise separate companies meet: one address, number, agent or director."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from yalu.evidence.dossier import name_key
from yalu.evidence.scope import Scope
from yalu.graph.graph import Undirected
from yalu.model.statement import Statement
from yalu.network.expansion.paths import Network
from yalu.network.expansion.separate import Separate
from yalu.network.expansion.tie import Tie, Ties

COMPANIES = frozenset({"Company", "Organization", "LegalEntity"})
LEAST_WORDS = 3
"""An address of fewer words is a town or a country, at which everybody meets."""

SHARED = {
    "address": "address",
    "phone": "phone number",
    "email": "e-mail address",
    "website": "website",
    "registrationNumber": "register number",
    "taxNumber": "tax number",
}
"""The properties whose value two companies may share, and what to call them."""

DIRECTS = frozenset({"Directorship", "Employment"})
INNOCENT = {
    "address": "An office building, a trade center, a free zone or a registered agent's desk is the address"
    " of many who do not know each other.",
    "number": "A switchboard, a bookkeeper or a registration service gives its own number for many clients.",
    "record": "Two records of one company share its number; yalu explain shows whether they are one party.",
    "director": "Professional directors and lawyers sit on many boards; two people may have one name.",
    "agent": "An agent, forwarder, broker or bank serves many clients and need not know what each does.",
    "owner": "An investor may hold shares of companies that have nothing to do with each other.",
    "hub": "A bank, an airline, a port agent or a ministry has ties to many by its trade; and a party that an"
    " investigation began with has more ties on record than others.",
    "nominee": "A manager who holds posts in several companies of one group, or a lawyer who founds companies"
    " for clients, looks the same.",
}


@dataclass(frozen=True)
class Point:
    """A point at which companies meet, or a pattern around a party.

    ``groups`` are the companies, by first id, in groups that have no other tie to each other. ``party`` is
    empty where the point is a value.
    """

    kind: str
    value: str
    party: str
    groups: tuple[tuple[str, ...], ...]
    statements: tuple[Statement, ...]
    ties: tuple[Tie, ...]
    innocent: str

    @property
    def members(self) -> list[str]:
        """The companies that meet."""
        return sorted(m for group in self.groups for m in group)

    def as_json(self, names: dict[str, str], lists: dict[str, tuple[str, ...]]) -> dict[str, Any]:
        """The point with its members, and the statements that put each there."""
        return {
            "kind": self.kind,
            "value": self.value,
            "party": self.party,
            "separate_groups": [list(group) for group in self.groups],
            "parties": {
                m: {"name": names[m], "listed": list(lists.get(m, ()))}
                for m in sorted({*self.members, *([self.party] if self.party else [])})
            },
            "statements": [
                {"id": s.id, "party": s.party, "value": s.value, "source": s.source, "locator": s.locator}
                | {"grade": s.grade, "known": [s.known_lo, s.known_hi]}
                for s in self.statements
            ],
            "ties": [tie.as_json() for tie in self.ties],
            "innocent_explanation": self.innocent,
        }


class Meeting:
    """The points of a day at which a party of the regime is, or one that is tied to such a party."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.scope: Scope = network.scope
        self.net: Undirected = network.graph.undirected()
        self.separate = Separate(self.net)
        self.number = network.graph.number
        self.kind = _kinds(self.scope)
        self.ours = self._ours()

    def _ours(self) -> set[str]:
        heads = {self.scope.head(p) for p in self.scope.parties}
        nodes = [self.number[p] for p in heads if p in self.number]
        return heads | {self.net.ids[int(o)] for node in nodes for o in self.net.neighbors(node)}

    def points(self) -> list[Point]:
        """Shared values, directors, agents and owners; the one that joins most separate groups first."""
        found = [p for p in (*self.values(), *self.people()) if self.of_regime(p)]
        return sorted(found, key=lambda p: (-len(p.groups), -len(p.members), p.kind, p.value, p.party))

    def values(self) -> Iterator[Point]:
        """Companies that have one address or number, and no tie that explains it."""
        holders: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in self.scope.view.statements(prop=tuple(SHARED)):
            if not s.lead and s.kind in COMPANIES and (key := value_key(s.prop, s.value)):
                holders[s.prop, key].append(s)
        for (prop, _), statements in sorted(holders.items()):
            parties = sorted({self.scope.head(s.party) for s in statements})
            groups = self._apart(parties)
            if len(groups) > 1:
                why = "address" if prop == "address" else "record" if "Number" in prop else "number"
                value = min(s.value for s in statements)
                yield Point(SHARED[prop], value, "", groups, tuple(statements), (), INNOCENT[why])

    def people(self) -> Iterator[Point]:
        """Who directs, acts for or owns several companies that are tied by nobody else."""
        for node in range(len(self.net.ids)):
            if len(self.net.neighbors(node)) < 2:
                continue
            by_role = self._roles(node)
            for role, others in by_role.items():
                groups = self.without(node, others)
                if len(groups) > 1:
                    yield self.point(role, node, groups, INNOCENT[role])

    def _roles(self, node: int) -> dict[str, set[int]]:
        """The companies at which a party is director, agent or owner."""
        graph = self.network.graph
        found: dict[str, set[int]] = defaultdict(set)
        person = self.kind.get(graph.ids[node]) == "Person"
        for edge in graph.edges(node):
            kind, other = graph.kind(edge), int(graph.indices[edge])
            if self.kind.get(graph.ids[other]) not in COMPANIES:
                continue
            if kind in DIRECTS and person:
                found["director"].add(other)
            elif kind == "Representation":
                found["agent"].add(other)
            elif kind == "Ownership":
                found["owner"].add(other)
        return found

    def point(self, kind: str, node: int, groups: Sequence[Sequence[int]], innocent: str) -> Point:
        ids = self.net.ids
        pairs = [(node, other) for group in groups for other in group]
        ties = Ties(self.scope, self.network.graph).between(pairs)
        told = tuple(tie for pair in pairs for tie in ties[pair])
        named = tuple(tuple(ids[i] for i in group) for group in groups)
        statements = tuple(tie.statement for tie in told)
        return Point(kind, self.network.name(ids[node]), ids[node], named, statements, told, innocent)

    def without(self, node: int, others: set[int]) -> list[list[int]]:
        """Some neighbors of a party in groups that it alone joins."""
        kept = ([o for o in group if o in others] for group in self.separate.without(node))
        return sorted(sorted(group) for group in kept if group)

    def _apart(self, parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Parties in groups that ties join, or that one name joins: two lists' records of one company."""
        groups: dict[str, list[str]] = defaultdict(list)
        for party in parties:
            node = self.number.get(party)
            groups[party if node is None else self.net.ids[self.separate.group[node]]].append(party)
        joined: list[tuple[list[str], set[tuple[str, ...]]]] = []
        for _, group in sorted(groups.items()):
            names = {name_key(self.network.name(party)) for party in group}
            same = [other for other in joined if not names.isdisjoint(other[1])]
            members = sorted([*group, *(party for other in same for party in other[0])])
            rest = [other for other in joined if other not in same]
            joined = [*rest, (members, names.union(*(other[1] for other in same)))]
        return tuple(tuple(members) for members, _ in sorted(joined, key=lambda one: one[0]))

    def of_regime(self, point: Point) -> bool:
        return point.party in self.ours or not self.ours.isdisjoint(point.members)


def value_key(prop: str, value: str) -> str:
    """What two spellings of one address or number have in common; ``""`` where it is too short to tell.

    >>> value_key("phone", "+86 (415) 300-1234")
    '864153001234'
    """
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", value.casefold()) if not unicodedata.combining(c)
    )
    if prop == "phone":
        digits = re.sub(r"\D", "", plain)
        return digits if len(digits) >= 7 else ""
    if prop == "address":
        words = re.findall(r"\w+", plain)
        enough = len(words) >= LEAST_WORDS and any(any(c.isdigit() for c in w) for w in words)
        return " ".join(sorted(words)) if enough else ""
    return re.sub(r"\s+", "", plain).strip("/.")


def _kinds(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for s in scope.view.statements(prop="name"):
        found.setdefault(scope.head(s.party), s.kind)
    return found
