"""What happened between the two programs, as far as a source of the day tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yalu.evidence.view import Item, View, items
from yalu.model import figures as f
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import Basis

MEASURES = frozenset({"designation", "un_listing", "law", "context"})
"""Kinds of event in which governments acted or a deal took effect; the others tell of cooperation."""

FIELDS = ("date", "date_to", "kind", "fact")
KIND = f.having("kind")
_TIES = re.compile(r"\b(ties?|links?)\b")


def public(view: View) -> list[Item]:
    """The events that a stored text backs, in the order in which they happened."""
    found = (i for i in items(view, "ProgramEvent") if i.verified and i.one("fact") and i.one("date"))
    return sorted(found, key=lambda i: (i.text("date"), i.id))


def counts(day: str, events: list[Item]) -> list[Sentence]:
    """How many events are public, by kind."""
    kinds = [s for i in events for s in i.all("kind")]
    if not kinds:
        return [sentence("No source of the day tells of work between the two missile programs.", [])]

    def count(seen: Sequence[Statement]) -> str:
        n = sum(map(KIND, seen))
        return f"{n:,} event" if n == 1 else f"{n:,} events"

    def tally(seen: Sequence[Statement]) -> str:
        ranked = sorted(Counter(plain(s.value) for s in seen).items(), key=lambda pair: (-pair[1], pair[0]))
        return f.joined([f"{name} {n:,}" for name, n in ranked])

    return [
        sentence(
            "By {day} sources told of {count} that bear on work between the two missile programs: {kinds}.",
            kinds,
            asked={"day": day},
            count=count,
            kinds=tally,
        )
    ]


def cooperation(events: list[Item]) -> list[Sentence]:
    """Each event that tells of cooperation, in the words of its row."""
    told = [_told(i) for i in events if i.text("kind") not in MEASURES]
    return told or [sentence("No source of the day tells of technicians, shipments or transport.", [])]


def stated_ties(events: list[Item]) -> list[Sentence]:
    """Each measure whose row says whether a tie between the programs is stated."""
    return [_told(i) for i in events if i.text("kind") in MEASURES and _TIES.search(i.text("fact"))]


def noted(view: View, recommendation: str) -> list[Sentence]:
    """What the memo's own notes say to this recommendation."""
    return [
        sentence(
            "Note {note} of the memo: {supports}.",
            i.all("note", "supports"),
            note=f.value(f.of_party(i.id, "note")),
            supports=f.value(f.of_party(i.id, "supports")),
        )
        for i in items(view, "MemoNote")
        if i.text("recommendation") == recommendation and i.verified and i.one("note") and i.one("supports")
    ]


def ports(view: View, events: list[Item]) -> list[Sentence]:
    """Whether a text that is held names a port or airport of the traffic."""
    named = [s for i in (*items(view, "ProgramPort"), *events) if i.verified for s in _places(i)]
    if not named:
        return [
            sentence(
                "No text of the day that is held names the port or airport through which goods went.", []
            )
        ]
    return [sentence("Ports and airports that a text names: {names}.", named, names=f.value(lambda s: True))]


def table(events: list[Item]) -> list[Table]:
    """Every event, in the order in which they happened."""
    if not events:
        return []
    cells: tuple[SlotFunction, ...] = (_when, _kind, _fact)
    return [
        Table(
            id="iran-events",
            title="Events that bear on work between the two missile programs",
            columns=("Date", "Kind", "What the sources say"),
            rows=tuple(Row(cells, tuple(i.all(*FIELDS))) for i in events),
            note="A report, a listing and an assessment are no court's finding.",
        )
    ]


def plain(code: str) -> str:
    """A code of the casebook as words; the United Nations keep their capitals."""
    return re.sub(r"\bun\b", "UN", code.replace("_", " "))


def _places(item: Item) -> list[Statement]:
    return item.all("name") if item.statements[0].kind == "ProgramPort" else item.all("port")


def _told(item: Item) -> Sentence:
    return sentence("{when}, {kind}: {fact}.", item.all(*FIELDS), when=_when, kind=_kind, fact=_fact)


def _when(seen: Sequence[Statement]) -> str:
    return " to ".join(s.value for prop in ("date", "date_to") for s in seen if s.prop == prop)


def _kind(seen: Sequence[Statement]) -> str:
    return f.joined([plain(s.value) for s in seen if s.prop == "kind"])


def _fact(seen: Sequence[Statement]) -> str:
    return f.joined(
        [
            f"{s.value} (in part from memory)" if s.basis == Basis.STORED_IN_PART else s.value
            for s in seen
            if s.prop == "fact"
        ]
    )
