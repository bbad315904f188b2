"""The figures of the section: how the lists grew, and who is tied to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from yalu.evidence.growth import growth
from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.figures import counted
from yalu.model.section import NETWORK, NETWORK_COLUMNS, Figure, Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING
from yalu.model.words import grade_words
from yalu.network.ties import ACCUSATIONS, between_named, degrees, groups, is_tie

MOST = 40
"""Parties that one drawing holds so that each can be named."""
FEWEST = 3
"""A group of fewer parties is read faster in the table."""
HUBS = 3
"""Parties that the words under the drawing name."""

BANK = "bank"
KINDS = {"Person": "person", "Company": "company", "Vessel": "ship", "Airplane": "aircraft"}


def listings_over_time(scope: Scope) -> list[Figure]:
    """How many parties each list held from which day on, of those that it holds on the day asked."""
    what = "parties, ships and aircraft"
    return growth(scope, scope.listings, "listings-over-time", "When the lists grew", what, "parties")


def network(scope: Scope, ties: list[Statement]) -> list[Figure]:
    """The largest groups that public ties join or, where the largest is too large to draw, its core."""
    between = between_named(scope, ties)
    largest = sorted(groups(between), key=lambda g: (-len(g), sorted(g)))
    if not largest or len(largest[0]) < FEWEST:
        return []
    whole = len(largest[0]) <= MOST
    drawn = _first(largest) if whole else core(between, largest[0])
    inside = [s for s in between if {s.party, s.value} <= drawn]
    listed: dict[str, list[Statement]] = defaultdict(list)
    for s in scope.listings:
        listed[s.party].append(s)
    banks = {scope.head(s.party): s for s in scope.view.statements(prop=BANK)}
    data = Table(
        id="network",
        title="The ties of the drawing, with the kind of each party and the lists that hold it",
        columns=NETWORK_COLUMNS,
        rows=tuple(_row(scope, s, listed, banks) for s in inside),
    )
    title = "The largest groups that public ties join" if whole else "The core of the largest group of ties"
    return [Figure("network", title, _in_words(scope, ties, drawn, whole), NETWORK, data)]


def _first(largest: list[set[str]]) -> frozenset[str]:
    """The largest groups, as long as they fit."""
    drawn: set[str] = set()
    for group in largest:
        if len(group) < FEWEST or len(drawn) + len(group) > MOST:
            break
        drawn |= group
    return frozenset(drawn)


def core(ties: Sequence[Statement], group: Collection[str]) -> frozenset[str]:
    """What is left of a group when the party tied to fewest others is taken away again and again."""
    beside: dict[str, set[str]] = defaultdict(set)
    for s in ties:
        if s.party in group and s.party != s.value:
            beside[s.party].add(s.value)
            beside[s.value].add(s.party)
    all_in_all = {party: len(others) for party, others in beside.items()}
    while len(left := _largest_of(beside)) > MOST:
        weakest = min(beside, key=lambda p: (len(beside[p]), all_in_all[p], p))
        for other in beside.pop(weakest):
            beside[other].discard(weakest)
    return left


def _largest_of(beside: dict[str, set[str]]) -> frozenset[str]:
    """The largest group of parties that stand beside each other, in one or more steps."""
    rest, largest = set(beside), frozenset[str]()
    while rest:
        reached = edge = {min(rest)}
        while edge := {other for one in edge for other in beside[one]} - reached:
            reached = reached | edge
        rest -= reached
        largest = max(largest, frozenset(reached), key=len)
    return largest


def _in_words(scope: Scope, ties: list[Statement], drawn: frozenset[str], whole: bool) -> Sentence:
    inside = [s for s in ties if {s.party, s.value} <= drawn]
    degree = degrees(inside)
    ranked = sorted(degree, key=lambda p: (-degree[p], p))
    names = [name for party in ranked if (name := scope.named(party))][:HUBS]

    def within(seen: Sequence[Statement]) -> list[Statement]:
        return [s for s in seen if is_tie(s) and {s.party, s.value} <= drawn]

    def hubs(seen: Sequence[Statement]) -> str:
        found, called = degrees(within(seen)), {s.party: s.value for s in seen if s.prop == "name"}
        return f.joined([f"{called[s.party]} ({found[s.party]})" for s in names])

    template = "The {groups} that public ties join: {parties} parties and {ties}. Most ties have {hubs}."
    if not whole:
        template = (
            "The core of the {groups} that public ties join, which is left where the party tied to fewest"
            " others is taken away again and again: {parties} parties and {ties}. Most ties in it have"
            " {hubs}."
        )
    return sentence(
        template + " Not drawn here, but in the table of ties: {rest}.",
        [*ties, *names],
        groups=lambda seen: _largest(len(groups(within(seen))) if whole else 1),
        parties=lambda seen: f"{len(degrees(within(seen))):,}",
        ties=lambda seen: counted(len(within(seen)), "tie"),
        hubs=hubs,
        rest=lambda seen: counted(sum(map(is_tie, seen)) - len(within(seen)), "more tie"),
    )


def _largest(count: int) -> str:
    return f"{count} largest groups" if count > 1 else "largest group"


def _row(
    scope: Scope, tie: Statement, listed: dict[str, list[Statement]], banks: dict[str, Statement]
) -> Row:
    ends = (tie.value, tie.party) if tie.details.get("reversed") else (tie.party, tie.value)
    about = [s for p in ends for s in (scope.named(p), banks.get(p), *listed.get(p, [])) if s]
    near, far = (_end(scope, party) for party in ends)
    cells: tuple[SlotFunction, ...] = (
        *near,
        lambda seen: str(_tie(seen).details.get("role", _tie(seen).prop)),
        *far,
        lambda seen: grade_words(_tie(seen).grade),
        lambda seen: "yes" if _tie(seen).grade in ACCUSATIONS else "",
        lambda _: ends[0],
        lambda _: ends[1],
    )
    return Row(cells, (tie, *dict.fromkeys(about)))


def _tie(seen: Sequence[Statement]) -> Statement:
    return next(s for s in seen if is_tie(s))


def _end(scope: Scope, party: str) -> tuple[SlotFunction, SlotFunction, SlotFunction]:
    """The name of a party, or its id where the day shows none; its kind; the lists that hold it."""

    def mine(seen: Sequence[Statement], prop: str) -> list[Statement]:
        return [s for s in seen if s.prop == prop and scope.head(s.party) == party]

    def kind(seen: Sequence[Statement]) -> str:
        if mine(seen, BANK):
            return BANK
        return next((KINDS.get(s.kind, "other body") for s in mine(seen, "name")), "other body")

    return (
        lambda seen: next((s.value for s in mine(seen, "name")), party),
        kind,
        lambda seen: ", ".join(sorted({s.value for s in mine(seen, LISTING)})),
    )
