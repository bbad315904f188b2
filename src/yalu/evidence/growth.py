"""The chart of lists that grow: how many each holds, from the day of each listing on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING


def growth(
    scope: Scope, listings: Sequence[Statement], name: str, title: str, what: str, column: str
) -> list[Figure]:
    """A line for each list, and a rule at the day of the memo where that is past.

    ``name`` is the id of the figure, ``what`` says in words what the lists hold, and ``column`` names the
    counts. Listings without a day are left out; with fewer than two days there is nothing to draw.
    """
    day = scope.view.when.on
    dated = [s for s in listings if s.from_hi]
    if len({s.from_hi for s in dated}) < 2:
        return []
    held = [a for a in AUTHORITIES if any(s.value == a for s in dated)]
    data = Table(
        id=name,
        title=f"{what.capitalize()} on each list, by the day of listing",
        columns=("list", "day", column),
        rows=tuple(row for a in held for row in _rows([s for s in dated if s.value == a], day)),
        numeric=frozenset({2}),
    )
    return [
        Figure(
            id=name,
            title=title,
            alt=_in_words(dated, what, day, scope.memo),
            spec={"layer": [_lines(held, column), *_rule(scope.memo, min(s.from_hi for s in dated), day)]},
            data=data,
        )
    ]


def _rows(listings: list[Statement], day: str) -> list[Row]:
    """A step on each day of a listing, and the height on the day asked."""
    days = sorted({min(s.from_hi, day) for s in listings} | {day})
    on_list = f.on_list(listings[0].value)
    return [
        Row(
            (f.value(on_list), _fixed(one), _plain(f.parties(on_list))),
            tuple(s for s in listings if min(s.from_hi, day) <= one),
        )
        for one in days
    ]


def _fixed(text: str) -> SlotFunction:
    return lambda _: text


def _plain(count: SlotFunction) -> SlotFunction:
    """A number as charts read it, without thousands separators."""
    return lambda seen: count(seen).replace(",", "")


def _in_words(dated: list[Statement], what: str, day: str, memo: str) -> Sentence:
    """The height of each line, since when, and what came after the memo."""
    later = memo if memo and memo < day else ""

    def lists(seen: Sequence[Statement]) -> str:
        by_list: dict[str, list[Statement]] = defaultdict(list)
        for s in seen:
            if s.prop == LISTING:
                by_list[s.value].append(s)
        ranked = sorted(by_list.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        return "; ".join(_one_list(name, found, later) for name, found in ranked)

    template = (
        f"Each line counts the {what} that a list holds on {{day}} and whose day of listing a text gives,"
        " from that day on: {lists}"
    )
    asked = {"day": day}
    if memo:
        template += ". A rule marks the memo of {memo}"
        asked["memo"] = memo
    return sentence(template + ".", dated, asked=asked, lists=lists)


def _one_list(name: str, found: list[Statement], later: str) -> str:
    """``US 450 since 2005-06-29, 196 of them after the memo``."""
    parties = {s.party for s in found}
    told = f"{name} {len(parties):,} since {min(s.from_lo or s.from_hi for s in found)}"
    after = {s.party for s in found if s.from_hi > later} if later else set()
    if not after:
        return told
    return f"{told}, {'all' if after == parties else f'{len(after):,}'} of them after the memo"


def _lines(held: list[str], column: str) -> dict[str, Any]:
    series = {"field": "list", "type": "nominal", "sort": held}
    return {
        "mark": {"type": "line", "interpolate": "step-after"},
        "encoding": {
            "x": _time(),
            "y": {"field": column, "type": "quantitative", "title": "on the list"},
            "color": {**series, "title": "List"},
            "strokeDash": series,
        },
    }


def _time() -> dict[str, Any]:
    axis = {"format": "%Y", "tickCount": "year"}
    return {"field": "day", "type": "temporal", "title": None, "axis": axis}


def _rule(memo: str, first: str, last: str) -> list[dict[str, Any]]:
    """The rule at the memo's day, with a label above it that stays within the chart."""
    if not first <= memo <= last:
        return []
    start, day, end = (date.fromisoformat(one).toordinal() for one in (first, memo, last))
    data = {"values": [{"day": memo}]}
    side = "right" if 4 * (day - start) > 3 * (end - start) else "left"
    words = {"type": "text", "align": side, "baseline": "bottom", "y": -5}
    return [
        {"data": data, "mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": {"x": _time()}},
        {"data": data, "mark": words, "encoding": {"x": _time(), "text": {"value": f"the memo, {memo}"}}},
    ]
