"""The tables of the section: who lists whom, and the public ties."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.dates import Interval
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, Grade
from yalu.model.words import grade_words
from yalu.network.findings import CRAFT
from yalu.network.ties import is_tie


def lists(listings: list[Statement]) -> list[Table]:
    """For each list: how many persons, entities and craft it holds, and since when."""
    rows = [_list_row(a, mine) for a in AUTHORITIES if (mine := [s for s in listings if s.value == a])]
    if not rows:
        return []
    columns = ("List", "Parties", "Persons", "Entities", "Ships, aircraft", "First listing", "Latest listing")
    return [
        Table(
            id="lists",
            title="Who lists whom",
            columns=columns,
            rows=tuple(rows),
            note="Parties that stand on the list on the day asked. Ships and aircraft are counted apart.",
            numeric=frozenset({1, 2, 3, 4}),
        )
    ]


def _list_row(authority: str, listings: list[Statement]) -> Row:
    chosen = f.on_list(authority)
    cells: tuple[SlotFunction, ...] = (
        f.value(chosen),
        f.parties(f.not_of_kind(chosen, *CRAFT)),
        f.parties(f.of_kind(chosen, "Person")),
        f.parties(f.not_of_kind(chosen, "Person", *CRAFT)),
        f.parties(f.of_kind(chosen, *CRAFT)),
        lambda seen: min(_days(seen), default=""),
        lambda seen: max(_days(seen), default=""),
    )
    return Row(cells, tuple(listings))


def _days(seen: Sequence[Statement]) -> list[str]:
    """The day of each listing, as the source has it; one without a day gives none."""
    return [day for s in seen if (day := s.from_lo or s.from_hi)]


def ties(scope: Scope, public: list[Statement]) -> list[Table]:
    """Each public tie, the best evidence first."""
    if not public:
        return []
    order = list(Grade)
    ranked = sorted(public, key=lambda s: (order.index(Grade(s.grade)), s.known_hi, s.id))
    return [
        Table(
            id="ties",
            title="Public ties, best evidence first",
            columns=("From", "is", "To", "Known", "Evidence"),
            rows=tuple(_tie_row(scope, s) for s in ranked),
            note="A charge or complaint is an accusation; a press report or a listing's narrative is no"
            " finding.",
        )
    ]


def _tie_row(scope: Scope, tie: Statement) -> Row:
    near, far = scope.named(tie.party), scope.named(tie.value)
    ends = (_name(near, tie.party), _name(far, tie.value))
    if tie.details.get("reversed"):
        ends = (ends[1], ends[0])
    cells: tuple[SlotFunction, ...] = (
        ends[0],
        lambda seen: str(_tie(seen).details.get("role", _tie(seen).prop)),
        ends[1],
        lambda seen: Interval(_tie(seen).known_lo, _tie(seen).known_hi).text(),
        lambda seen: grade_words(_tie(seen).grade),
    )
    return Row(cells, (tie, *(name for name in (near, far) if name)))


def _tie(seen: Sequence[Statement]) -> Statement:
    return next(s for s in seen if is_tie(s))


def _name(named: Statement | None, party: str) -> SlotFunction:
    """The name that a statement gives, or the id of a party without one."""

    def made(seen: Sequence[Statement]) -> str:
        return next((s.value for s in seen if named and s.prop == "name" and s.party == named.party), party)

    return made
