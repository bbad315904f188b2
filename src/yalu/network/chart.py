"""The chart of listings over time, by list."""

from __future__ import annotations

from yalu.model import figures as f
from yalu.model.section import Figure, Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES


def listings_over_time(listings: list[Statement], day: str) -> list[Figure]:
    """How many parties each list held at the end of each year, of those that it holds on the day asked."""
    held = [a for a in AUTHORITIES if any(s.value == a for s in listings)]
    dated = [s for s in listings if s.from_hi]
    if not dated:
        return []
    years = sorted({s.from_hi[:4] for s in dated})
    return [
        Figure(
            id="listings-over-time",
            title="When the lists grew",
            alt=_in_words(listings, held, day),
            spec=_lines(held),
            data=Table(
                id="listings-over-time",
                title="Parties, ships and aircraft on each list at the end of each year",
                columns=("list", "year", "parties"),
                rows=tuple(row for a in held for year in years for row in _row(dated, a, year)),
                numeric=frozenset({2}),
            ),
        )
    ]


def _row(dated: list[Statement], authority: str, year: str) -> list[Row]:
    """One point of a line; none before the list begins."""
    so_far = tuple(s for s in dated if s.value == authority and s.from_hi[:4] <= year)
    cells = (f.value(f.on_list(authority)), _fixed(year), _plain(f.parties(f.on_list(authority))))
    return [Row(cells, so_far)] if so_far else []


def _fixed(text: str) -> SlotFunction:
    return lambda _: text


def _plain(count: SlotFunction) -> SlotFunction:
    """A number as charts read it, without thousands separators."""
    return lambda seen: count(seen).replace(",", "")


def _in_words(listings: list[Statement], held: list[str], day: str) -> Sentence:
    def size(authority: str) -> int:
        return len({s.party for s in listings if s.value == authority})

    longest = f.on_list(max(held, key=size))
    return sentence(
        "The longest list on {day} is the {list} list: it has grown to {count} parties, ships and aircraft"
        " since {first}.",
        [s for s in listings if longest(s)],
        asked={"day": day},
        list=f.value(longest),
        count=f.parties(longest),
        first=f.day_from(longest),
    )


def _lines(held: list[str]) -> dict[str, object]:
    series = {"field": "list", "type": "nominal", "sort": held}
    return {
        "mark": {"type": "line", "interpolate": "step-after", "point": True},
        "encoding": {
            "x": {
                "field": "year",
                "type": "quantitative",
                "title": None,
                "scale": {"zero": False, "nice": False},
                "axis": {"format": "d", "tickMinStep": 1},
            },
            "y": {"field": "parties", "type": "quantitative", "title": "on the list"},
            "color": {**series, "title": "List"},
            "strokeDash": series,
            "shape": series,
        },
    }
