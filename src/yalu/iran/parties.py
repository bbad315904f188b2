"""Who takes part in the partner's program or works with it, and who of them is listed or tied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model import figures as f
from yalu.model.section import Row, Table
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, Basis

DESIGNATED = f.having("us_designation")
DATED = frozenset({Basis.STORED, Basis.DERIVED})
"""Bases on which a row's date may be counted: a row that is stored in part may have its date from memory."""


def public(scope: Scope) -> list[Item]:
    """The parties that a stored text backs, by name."""
    found = (i for i in items(scope.view, "ProgramParty") if i.verified and i.one("name") and i.one("party"))
    return sorted(found, key=lambda i: (i.text("name").casefold(), i.id))


def named(parties: list[Item]) -> list[Sentence]:
    """How many parties are named, and which."""
    if not parties:
        return [sentence("No source of the day names a party of the program, or one that works with it.", [])]
    names = [s for i in parties for s in i.all("name")]
    return [
        sentence(
            "Parties of the program, or working with it, that a source names: {count} ({names}). Being named"
            " is no finding of work for both programs.",
            names,
            count=f.parties(f.having("name")),
            names=f.value(lambda s: s.prop == "name"),
        )
    ]


def listed(scope: Scope, parties: list[Item]) -> list[Sentence]:
    """Which of them stand on a list of the day."""
    rows = [s for i in parties for s in _listings(scope, i)]
    if not parties:
        return []
    if not rows:
        return [
            sentence(
                "No listing of any of them is held for that day, which does not mean that there was none.", []
            )
        ]

    def lists(seen: Sequence[Statement]) -> str:
        counts = Counter(s.value for s in seen if s.prop == LISTING)
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return f.joined([f"{name} {n:,}" for name, n in ranked])

    return [
        sentence(
            "Of them {count} on a list that is held for that day: {lists}.",
            rows,
            count=_stand(scope),
            lists=lists,
        )
    ]


def designated(parties: list[Item]) -> list[Sentence]:
    """On which days the United States designated them, where a text states the day."""
    rows = [s for i in parties for s in i.all("us_designation") if s.basis in DATED]
    if not rows:
        return []

    def days(seen: Sequence[Statement]) -> str:
        counts = Counter(s.value for s in seen if DESIGNATED(s))
        return f.joined([f"{day} ({n:,})" for day, n in sorted(counts.items())])

    return [
        sentence(
            "Sources date the designation by the US of {count} of them: {days}.",
            rows,
            count=f.parties(DESIGNATED),
            days=days,
        )
    ]


def ties(scope: Scope, parties: list[Item]) -> list[Sentence]:
    """Each public tie between such a party and one of the regime's network."""
    mine = {scope.head(i.text("party")) for i in parties}
    found = []
    for tie in scope.ties:
        ends = (tie.party, tie.value)
        inside = [p for p in ends if scope.head(p) in mine]
        names = [scope.named(p) for p in ends]
        if len(inside) != 1 or not set(ends) <= scope.parties or None in names:
            continue
        near, far = (s for s in names if s)
        if tie.details.get("reversed"):
            near, far = far, near
        found.append(
            sentence(
                "{near} is {role} {far}.",
                [near, tie, far],
                near=f.value(f.of_party(near.party, "name")),
                role=_role,
                far=f.value(f.of_party(far.party, "name")),
            )
        )
    return found


def undated(parties: list[Item]) -> list[Sentence]:
    """Parties of which the day of designation rests on memory in part."""
    rows = [s for i in parties for s in i.all("us_designation") if s.basis not in DATED]
    if not rows:
        return []
    return [
        sentence(
            "For {count} more the day of designation rests in part on memory and is counted nowhere.",
            rows,
            count=f.parties(DESIGNATED),
        )
    ]


def table(scope: Scope, parties: list[Item]) -> list[Table]:
    """Every party, with its role and its lists."""
    if not parties:
        return []

    def row(item: Item) -> Row:
        cells: tuple[SlotFunction, ...] = (
            _field("name"),
            _field("role"),
            lambda seen: ", ".join(sorted(s.value for s in seen if s.prop == LISTING)),
            _designation,
            _field("note"),
        )
        fields = item.all("name", "role", "us_designation", "note")
        return Row(cells, (*fields, *_listings(scope, item)))

    return [
        Table(
            id="iran-parties",
            title="Parties of the program, or working with it",
            columns=("Party", "Role", "Lists held", "US designation", "What the sources say"),
            rows=tuple(map(row, parties)),
            note="An empty cell means that no source of the day shows it. A designation states a tie between"
            " the programs only where the last column says so.",
        )
    ]


def _listings(scope: Scope, item: Item) -> list[Statement]:
    head = scope.head(item.text("party"))
    return [s for s in scope.listings if scope.head(s.party) == head]


def _stand(scope: Scope) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        n = len({scope.head(s.party) for s in seen if f.having(LISTING)(s)})
        return f"{n:,} stands" if n == 1 else f"{n:,} stand"

    return made


def _role(seen: Sequence[Statement]) -> str:
    """What the tie says; a tie whose far end cannot be read says nothing."""
    said = [s for s in seen if s.prop in EDGE_KINDS and not s.value.startswith(MUTATION)]
    if not said:
        raise ValueError("no tie is there to be told")
    return str(said[0].details.get("role", said[0].prop)).replace("_", " ")


def _field(prop: str) -> SlotFunction:
    return lambda seen: ", ".join(s.value for s in seen if s.prop == prop)


def _designation(seen: Sequence[Statement]) -> str:
    return ", ".join(
        s.value if s.basis in DATED else f"{s.value} (unverified)" for s in seen if s.prop == "us_designation"
    )
