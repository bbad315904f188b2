"""Two records side by side: what each says, and what both say alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS
from yalu.resolve.queue import Doubt
from yalu.workbench.frame import Ask, Cell
from yalu.workbench.frame.page import Model
from yalu.workbench.frame.route import Routes
from yalu.workbench.pages.common import named

MOST_VALUES = 8
"""Values of one line that are shown of a record; the page of the party has all."""
ORDER = (
    "Kind", "Names", "Listed", "birthDate", "birthPlace", "gender", "nationality", "country", "flag",
    "imoNumber", "passportNumber", "idNumber", "registrationNumber", "taxNumber", "address", "position",
)  # fmt: skip
LABELS = {
    "birthDate": "Born",
    "birthPlace": "Born in",
    "imoNumber": "IMO number",
    "passportNumber": "Passport",
    "idNumber": "Identity number",
    "registrationNumber": "Registration",
    "taxNumber": "Tax number",
}
LISTING = "Sanction"


class Group(StrEnum):
    """What records are, as resolution tells them apart."""

    PERSON = "person"
    ENTITY = "entity"
    CRAFT = "craft"


class Line(Model):
    """One kind of fact of both records. ``alike`` are the values that both give."""

    label: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    alike: tuple[str, ...]
    more: tuple[int, int]


class SideBySide(Model):
    """A pair with its reasons and both records."""

    a: Cell
    b: Cell
    a_id: str
    b_id: str
    sources: tuple[str, str]
    score: str
    why: str
    reasons: tuple[str, ...]
    lines: tuple[Line, ...]


def side_by_side(ask: Ask, doubt: Doubt) -> SideBySide:
    """Both records of a pair, as the day shows them."""
    said = {doubt.a: [], doubt.b: []}  # type: dict[str, list[Statement]]
    for s in ask.view.statements(party=(doubt.a, doubt.b)):
        said[s.party].append(s)
    a, b = said[doubt.a], said[doubt.b]
    return SideBySide(
        a=_named(doubt.a, a),
        b=_named(doubt.b, b),
        a_id=doubt.a,
        b_id=doubt.b,
        sources=(_sources(a), _sources(b)),
        score=f"{doubt.score:.3f}",
        why=doubt.why,
        reasons=tuple(r for r in doubt.reasons if r != doubt.why),
        lines=_lines(_facts(a), _facts(b)),
    )


def _named(record: str, said: Sequence[Statement]) -> Cell:
    name = next((s.value for prop in NAME_PROPS for s in said if s.prop == prop), record)
    return named(record, name, said[0].kind if said else "", listed=any(s.prop == LISTING for s in said))


def _sources(said: Sequence[Statement]) -> str:
    return ", ".join(sorted({s.source for s in said}))


def _facts(said: Sequence[Statement]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for s in said:
        if s.prop in NAME_PROPS:
            label, value = "Names", s.value
        elif s.prop == LISTING:
            label, value = "Listed", f"{s.value} since {s.from_lo}" if s.from_lo else s.value
        elif s.prop in ORDER:
            label, value = s.prop, s.value
        else:
            continue
        if value not in found[label]:
            found[label].append(value)
    found["Kind"] = sorted({s.kind for s in said})
    return found


def _lines(a: dict[str, list[str]], b: dict[str, list[str]]) -> tuple[Line, ...]:
    found = []
    for label in ORDER:
        mine, theirs = a.get(label, []), b.get(label, [])
        if not mine and not theirs:
            continue
        both = {v.casefold() for v in mine} & {v.casefold() for v in theirs}
        mine, theirs = ([*(v for v in x if v.casefold() in both), *(v for v in x if v.casefold() not in both)]
                        for x in (mine, theirs))  # fmt: skip
        found.append(
            Line(
                label=LABELS.get(label, label[:1].upper() + label[1:]),
                a=tuple(mine[:MOST_VALUES]),
                b=tuple(theirs[:MOST_VALUES]),
                alike=tuple(v for v in (*mine, *theirs) if v.casefold() in both),
                more=(max(0, len(mine) - MOST_VALUES), max(0, len(theirs) - MOST_VALUES)),
            )
        )
    return tuple(found)


ROUTES: Routes = ()
