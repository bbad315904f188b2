"""The chart of detentions: a bar from detention to release for each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.model.dates import partial
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.travel.detentions import Detention
from yalu.travel.rows import backing, text

ENOUGH = 3
"""Fewer bars than this say no more than the table."""

SPEC: dict[str, Any] = {
    "mark": {"type": "bar", "height": 10},
    "encoding": {
        "y": {"field": "person", "type": "nominal", "sort": None, "title": None},
        "x": {
            "field": "detained",
            "type": "temporal",
            "title": None,
            "scale": {"nice": "year"},
            "axis": {"format": "%Y", "tickCount": "year"},
        },
        "x2": {"field": "until"},
        "color": {
            "field": "backed",
            "type": "nominal",
            "title": "Backed by a source",
            "sort": ["in full", "in part"],
        },
    },
}


def timeline(cases: list[Detention], on: str) -> list[Figure]:
    """Each case that a text backs; who is not known to be free is drawn until the day asked."""
    backed = [c for c in cases if c.item.verified]
    if len(backed) < ENOUGH:
        return []
    data = Table(
        id="detention-timeline",
        title="Detentions by person; a month is drawn from its first day, to its last",
        columns=("person", "detained", "until", "backed"),
        rows=tuple(_row(case, on) for case in backed),
    )
    alt = sentence(
        "Bars from detention to release for {count} persons, the first detained in {first}, the last in"
        " {last}.",
        [s for c in backed for s in c.all("detained")],
        count=lambda seen: str(len(seen)),
        first=lambda seen: min(partial(s.value).lo[:4] for s in seen),
        last=lambda seen: max(partial(s.value).lo[:4] for s in seen),
    )
    return [Figure("detention-timeline", "Who was held, and when", alt, SPEC, data)]


def _row(case: Detention, on: str) -> Row:
    cells: tuple[SlotFunction, ...] = (text("name"), _edge("detained"), _edge("released", on), backing)
    return Row(cells, tuple(case.all("name", "detained", "released")))


def _edge(prop: str, otherwise: str = "") -> SlotFunction:
    """The first day of the detention, or the last day of the release, that a partial date may mean."""

    def edge(seen: Sequence[Statement]) -> str:
        found = next((partial(s.value) for s in seen if s.prop == prop), None)
        if found is None:
            return otherwise
        return found.lo if prop == "detained" else found.hi

    return edge
