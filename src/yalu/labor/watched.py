"""Whom sources name as sending, employing or paying workers, under all names that the day knows."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.evidence.scope import Scope
from yalu.labor.payers import listings_of, worker_ties
from yalu.labor.rows import rows_of
from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS


@dataclass(frozen=True)
class Watched:
    """A sender or employer: its role as far as a source states it, its names, and the lists it is on."""

    id: str
    name: str
    role: str
    names: tuple[str, ...]
    hosts: tuple[str, ...]
    lists: tuple[str, ...]
    verified: bool
    statements: tuple[Statement, ...]


def watched(scope: Scope) -> list[Watched]:
    """By name; a party of a tie takes its role from the tie, an employer of the casebook has none stated."""
    roles: dict[str, str] = {}
    ties: dict[str, list[Statement]] = {}
    for tie in worker_ties(scope):
        for party, role in ((tie.party, "dispatcher"), (tie.value, "employer")):
            head = scope.head(party)
            roles[head] = "agent" if roles.get(head, role) != role else role
            ties.setdefault(head, []).append(tie)
    found: dict[str, Watched] = {}
    for item in rows_of(scope, "Employer"):
        ids = [s.value for s in item.all("ids")]
        heads = list(dict.fromkeys(scope.head(i) for i in ids))
        listed = listings_of(scope, ids) if ids else []
        role = next((roles[h] for h in heads if h in roles), "not stated")
        names = _split(item.text("name")) + [n for h in heads for n in _names(scope, h)]
        found[item.id] = Watched(
            item.id,
            item.text("name"),
            role,
            tuple(dict.fromkeys(names)),
            tuple(s.value for s in item.all("hosts")),
            tuple(dict.fromkeys(s.value for s in listed)),
            item.verified,
            (*item.all("name", "hosts", "ids"), *listed, *(t for h in heads for t in ties.pop(h, []))),
        )
    for head, some in ties.items():
        named = scope.named(head)
        if named and head not in scope.aggregates:
            listed = listings_of(scope, [head])
            found[head] = Watched(
                head,
                named.value,
                roles[head],
                tuple(dict.fromkeys([named.value, *_names(scope, head)])),
                (),
                tuple(dict.fromkeys(s.value for s in listed)),
                True,
                (named, *some, *listed),
            )
    return sorted(found.values(), key=lambda w: (w.name.casefold(), w.id))


def _split(name: str) -> list[str]:
    """The names of a row that stands for a group, without what stands in brackets."""
    return [part.split(" (")[0].strip() for part in name.split(", ")]


def _names(scope: Scope, head: str) -> list[str]:
    ids = tuple(scope.joins.ids(head)) or (head,)
    return [s.value for s in scope.view.statements(party=ids, prop=NAME_PROPS) if not s.flag]
