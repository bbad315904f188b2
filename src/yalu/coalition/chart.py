"""The chart of how long partners took: days from the UN listing to each partner's own, in bands."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition import lag
from yalu.coalition.lists import Lists, code
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import SlotFunction, sentence
from yalu.model.statement import Statement

BANDS: tuple[tuple[str, float, float], ...] = (
    ("over a year before", float("-inf"), -366),
    ("up to a year before", -365, -1),
    ("the same day", 0, 0),
    ("1 to 30 days after", 1, 30),
    ("31 days to a year after", 31, 365),
    ("over a year after", 366, float("inf")),
)
"""Bands of days, first and last day included."""


def lag_chart(lists: Lists) -> list[Figure]:
    """How many UN-listed parties each partner listed how long before or after the UN."""
    timed = lag.timed(lists)
    if not timed:
        return []
    alt = sentence(
        "Bars count the parties by list and by the time from the UN listing: {order}.",
        {s.id: s for a in timed for s in lag.pairs(lists, a)}.values(),
        order=_order(timed),
    )
    data = Table(
        id="lag-from-the-un",
        title="Parties by list and by time from the UN listing to the partner's own",
        columns=("list", "time", "parties"),
        rows=tuple(_row(lists, a, band) for a in timed for band in BANDS),
        numeric=frozenset({2}),
    )
    names = [name for name, *_ in BANDS]
    spec = {
        "mark": {"type": "bar"},
        "encoding": {
            "y": {"field": "time", "type": "ordinal", "sort": names, "title": None},
            "yOffset": {"field": "list", "type": "nominal", "sort": timed},
            "x": {"field": "parties", "type": "quantitative", "title": "persons and entities"},
            "color": {"field": "list", "type": "nominal", "title": "List", "sort": timed},
        },
    }
    return [
        Figure(
            id="lag-from-the-un",
            title="When partners listed, counted from the UN",
            alt=alt,
            spec=spec,
            data=data,
        )
    ]


def _order(timed: list[str]) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        return "; ".join(f"on the {code(a)(seen)} list {lag.order_in_words(a)(seen)}" for a in timed)

    return made


def _row(lists: Lists, authority: str, band: tuple[str, float, float]) -> Row:
    name, first, last = band

    def count(seen: Sequence[Statement]) -> str:
        return str(sum(first <= days <= last for days in lag.lags(seen, authority).values()))

    cells: tuple[SlotFunction, ...] = (code(authority), lambda _: name, count)
    return Row(cells, tuple(lag.pairs(lists, authority)))
