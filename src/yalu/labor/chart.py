"""The chart of the estimates for the world, each as a range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yalu.evidence.view import Item
from yalu.labor.estimates import COUNT, Estimates
from yalu.labor.rows import plain
from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import SlotFunction, sentence
from yalu.model.statement import Statement

ESTIMATE, MEMO = "estimate", "range in the memo"
_ROW = {"field": "estimate", "type": "nominal", "sort": None, "title": None}
_LOW = {"field": "low", "type": "quantitative", "title": "workers abroad"}
_HIGH = {"field": "high", "type": "quantitative"}
_WHAT = {"field": "what", "type": "nominal", "sort": [ESTIMATE, MEMO], "legend": None}
_SPOT = {"type": "point", "filled": True, "size": 60, "opacity": 1}
SPEC: dict[str, Any] = {
    "layer": [
        {
            "transform": [{"filter": {"field": "what", "equal": MEMO}}],
            "mark": {"type": "rect", "opacity": 0.14},
            "encoding": {"x": _LOW, "x2": {"field": "high"}},
        },
        {
            "mark": {"type": "bar", "height": 6},
            "encoding": {"y": _ROW, "x": _LOW, "x2": {"field": "high"}, "color": _WHAT},
        },
        {"mark": _SPOT, "encoding": {"y": _ROW, "x": _LOW, "color": _WHAT, "shape": _WHAT}},
        {"mark": _SPOT, "encoding": {"y": _ROW, "x": _HIGH, "color": _WHAT, "shape": _WHAT}},
    ],
}
"""Ranges over a band that is the range of the memo, where the day has one."""


def world_ranges(found: Estimates) -> list[Figure]:
    """Low to high for each estimator beside the memo's range; none where there is nothing to compare."""
    if len(found.world) < 2:
        return []
    rows = [
        _row(item, _label, ESTIMATE, item.all("estimator", "as_of", "low", "high")) for item in found.world
    ]
    if found.memo_count:
        claim = found.memo_count
        rows.append(_row(claim, _memo_label, MEMO, claim.all("low", "high")))
    data = Table(
        id="world-estimates",
        title="Estimates of the number of workers abroad, worldwide",
        columns=("estimate", "low", "high", "what"),
        rows=tuple(rows),
        numeric=frozenset({1, 2}),
    )
    least = min(found.world, key=lambda i: (int(i.text("low")), i.id))
    most = min(found.world, key=lambda i: (-int(i.text("high")), i.id))
    template = "The estimates for the world run from {low}, by {least}, to {high}, by {most}"
    cited = [
        *(s for item in found.world for s in item.all("low", "high")),
        *dict.fromkeys((*least.all("estimator"), *most.all("estimator"))),
    ]
    slots: dict[str, SlotFunction] = {
        "low": f.lowest(lambda s: s.kind == COUNT and s.prop == "low"),
        "high": f.highest(lambda s: s.kind == COUNT and s.prop == "high"),
        "least": f.value(f.of_party(least.id, "estimator")),
        "most": f.value(f.of_party(most.id, "estimator")),
    }
    if found.memo_count:
        template += "; the band is the range in the memo, {from_} to {until}"
        cited += found.memo_count.all("low", "high")
        slots["from_"] = f.lowest(f.of_party(found.memo_count.id, "low"))
        slots["until"] = f.highest(f.of_party(found.memo_count.id, "high"))
    alt = sentence(template + ".", cited, fill=slots)
    return [Figure("world-estimates", "How far the estimates lie apart", alt, SPEC, data)]


def _row(item: Item, label: SlotFunction, what: str, statements: list[Statement]) -> Row:
    return Row((label, plain("low"), plain("high"), lambda _: what), tuple(statements))


def _label(seen: Sequence[Statement]) -> str:
    estimator = next(s.value for s in seen if s.prop == "estimator")
    return f"{estimator}, {next(s.value for s in seen if s.prop == 'as_of')[:4]}"


def _memo_label(seen: Sequence[Statement]) -> str:
    return f"{MEMO}, {min(s.known_hi for s in seen)[:4]}"
