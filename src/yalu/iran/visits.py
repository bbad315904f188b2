"""The brief's sentences on named visits, carriers, and why no statistic is made."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.view import Item, View, items
from yalu.iran.coincidence import LEAST
from yalu.model import figures as f
from yalu.model.sentence import MUTATION, Sentence, sentence
from yalu.model.statement import Statement

SAID = ("kind", "who", "place", "purpose", "date", "date_to")


def _known(view: View, kind: str, *wanted: str) -> list[Item]:
    return [i for i in items(view, kind) if i.verified and all(map(i.one, wanted))]


def named(view: View) -> list[Sentence]:
    """Each visit or posting that a text names."""
    return [
        sentence(
            "A {kind} that a source names: {who}, {place}, {purpose}; {when}.",
            item.all(*SAID),
            kind=f.value(f.of_party(item.id, "kind")),
            who=f.value(f.of_party(item.id, "who")),
            place=f.value(f.of_party(item.id, "place")),
            purpose=f.value(f.of_party(item.id, "purpose")),
            when=_when,
        )
        for item in _known(view, "ProgramVisit", "kind", "who", "place", "purpose")
    ]


def _when(seen: Sequence[Statement]) -> str:
    days = [s.value for prop in ("date", "date_to") for s in seen if s.prop == prop]
    return " to ".join(days) or "its day is not stated"


def carriers(view: View) -> list[Sentence]:
    """Airlines and aircraft with their role, as a source tells it."""
    return [
        sentence(
            "{name}, {kind}: {role}.",
            item.all("name", "kind", "role"),
            fill={p: f.value(f.of_party(item.id, p)) for p in ("name", "kind", "role")},
        )
        for item in _known(view, "ProgramCarrier", "name", "kind", "role")
    ]


def no_statistic(view: View) -> list[Sentence]:
    """That visits and tests are not compared, where too few visits have a day."""
    known = _known(view, "ProgramVisit", "kind", "who")
    if not known or len([i for i in known if _dated(i)]) >= LEAST:
        return []
    return [
        sentence(
            "Whether visits come before missile tests is not tested: that needs {least} visits with a whole"
            " day. Visits and postings that are named: {count}; those with a whole day: {dated}.",
            [s for i in known for s in i.all("kind", "date")],
            asked={"least": str(LEAST)},
            count=lambda seen: str(len({s.party for s in seen if f.having("kind")(s)})),
            dated=_how_many,
        )
    ]


def _dated(item: Item) -> bool:
    return len(item.text("date")) == 10 and not item.one("date_to")


def _how_many(seen: Sequence[Statement]) -> str:
    """How many have a whole day; a day that cannot be read says nothing."""
    dates = [s for s in seen if s.prop == "date"]
    if any(s.value.startswith(MUTATION) for s in dates):
        raise ValueError("a date that cannot be read")
    whole = sum(len(s.value) == 10 for s in dates)
    return str(whole or "none")
