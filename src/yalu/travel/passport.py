"""The rules on passports that a day knows of, as a verdict needs them."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.evidence.view import Item, Past, View, items
from yalu.model.dates import Interval, partial
from yalu.model.statement import Statement
from yalu.travel.rows import in_part

NOTICE_FIELDS = ("passport", "published", "effective", "expires")


@dataclass(frozen=True)
class Notice:
    """A notice that restricts passports: the days of its beginning and of its last day."""

    id: str
    passport: str
    published: str
    begins: Interval
    ends: Interval
    statements: tuple[Statement, ...]
    citation: str = ""

    def certainly(self, on: str) -> bool:
        """Whether it stands on the day, whatever its dates may mean; its last day belongs to it."""
        return self.begins.hi <= on <= self.ends.lo

    def perhaps(self, on: str) -> bool:
        """Whether it may stand on the day."""
        return self.begins.lo <= on <= self.ends.hi


@dataclass(frozen=True)
class Free:
    """A text by which no restriction stood from ``since`` to the day on which it was public, at least."""

    id: str
    passport: str
    since: str
    fact: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Ground:
    """A ground for a special validation, as the regulation names it."""

    id: str
    code: str
    who: str
    rule: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Advice:
    """What a state tells its people; it forbids nothing by itself. ``in_part``: from memory in part."""

    state: str
    measure: str
    date: str
    statements: tuple[Statement, ...]
    in_part: bool = False


@dataclass(frozen=True)
class Rules:
    """All that is known on a day and that a stored text backs; ``leads`` are backed by none."""

    notices: tuple[Notice, ...]
    free: tuple[Free, ...]
    grounds: tuple[Ground, ...]
    advice: tuple[Advice, ...]
    validation: tuple[Statement, ...] = ()
    law: tuple[Statement, ...] = ()
    leads: tuple[Advice, ...] = ()


def read(view: View) -> Rules:
    """The rules as known on the view's day; whether each stands on a day is asked of it later."""
    past = Past(view.evidence, view.when)
    advice = [i for i in items(past, "TravelAdvice") if i.one("state") and i.one("measure")]
    return Rules(
        notices=tuple(sorted(_notices(past), key=lambda n: (n.begins, n.id))),
        free=tuple(
            Free(i.id, i.text("passport"), i.text("since"), i.text("fact"), tuple(i.statements))
            for i in _backed(past, "NoTravelRestriction", "passport", "since", "fact")
        ),
        grounds=tuple(
            Ground(i.id, i.text("code"), i.text("who"), i.text("rule"), tuple(i.statements))
            for i in _backed(past, "TravelException", "code", "who")
        ),
        advice=tuple(_advice(i) for i in advice if i.verified),
        validation=tuple(
            s for i in _backed(past, "SpecialValidation", "single") for s in i.all("single", "multiple")
        ),
        law=tuple(
            s
            for i in _backed(past, "Authority", "instrument", "subject")
            if i.id.startswith("travel.law")
            for s in i.all("instrument", "subject")
        ),
        leads=tuple(_advice(i) for i in advice if not i.verified),
    )


def _backed(view: View, kind: str, *wanted: str) -> list[Item]:
    return [i for i in items(view, kind) if i.verified and all(map(i.one, wanted))]


def _notices(view: View) -> list[Notice]:
    return [
        Notice(
            id=i.id,
            passport=i.text("passport"),
            published=i.text("published"),
            begins=partial(i.text("effective")),
            ends=partial(i.text("expires")),
            statements=tuple(i.all(*NOTICE_FIELDS, "citation")),
            citation="" if in_part(i.statements) else i.text("citation"),
        )
        for i in _backed(view, "TravelRestriction", *NOTICE_FIELDS)
    ]


def _advice(item: Item) -> Advice:
    state, measure, date = (item.text(p) for p in ("state", "measure", "date"))
    return Advice(state, measure, date, tuple(item.statements), in_part(item.statements))
